"""What lies in another year than its plan; of what lies wrongly nothing else is told."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import wraps
from typing import TypeVar

from generator.checks import Subject
from generator.diagnostics import Diagnostic, Rule, warning
from generator.model.campaign import Activity, Campaign
from generator.model.piece import Deliverable, day_of
from generator.model.plan import Plan
from generator.model.plan_line import Item
from generator.model.record import Record
from generator.planning.working_days import MOST_OFF
from generator.source.replacement_lines import instead
from generator.vietnamese.dates import format_date

T = TypeVar("T")

OTHER_YEAR = warning(
    "another-year",
    "“{key}” is {day}, but the plan is for {period}.",
    "Correct the year, or leave it if it is right.",
)
OTHER_PERIOD = warning(
    "period-of-no-piece",
    "The plan is for {period}, but all {count} days of its pieces and slots lie in {year}.",
    "If the year of the plan is wrong, type:\n{typed}",
)
LONG_HOLIDAY = Rule(
    "days-off-too-long",
    "These days off would be {days}; more than {most} are left out.",
    "Correct one of the two days.",
)
_KEYS = {"since": "from", "until": "to"}


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Days of plans and of what hangs, the years of plans, and days off."""
    workspace = subject.workspace
    periods = wrong_periods(subject.plan)
    for campaign in workspace.campaigns.values():
        if campaign.id in periods:
            yield _period(campaign, *periods[campaign.id])
        else:
            yield from _years(campaign, campaign, ("issued_on", "report_due"), before=1)
            for duty in campaign.responsibilities:
                yield from _years(duty, campaign, ("due",))
    for item in subject.plan.items.values():
        for placement in item.piece.placements if item.piece else ():
            if item.campaign.id not in periods:
                yield from _years(placement, item.campaign, ("since", "until"))
    for each in workspace.holidays.days_off:
        days = ((each.until or each.since) - each.since).days + 1
        if days > MOST_OFF:
            yield LONG_HOLIDAY.at(each.where("to"), days=days, most=MOST_OFF)


def _period(campaign: Campaign, year: int, count: int) -> Diagnostic:
    where = campaign.where("period")
    details = {"period": campaign.period, "count": count, "year": year}
    return OTHER_PERIOD.at(where, typed=instead(where, str(year)), **details)


def _years(
    record: Record, campaign: Campaign, keys: Iterable[str], before: int = 0
) -> Iterator[Diagnostic]:
    days = [day for name in keys if (day := getattr(record, name))]
    if len(days) > 1 and days[1] < days[0]:
        return  # that is told
    for name in keys:
        day = getattr(record, name)
        if day and is_off(day, campaign, before):
            key = _KEYS.get(name, name)
            details = {"day": format_date(day), "period": campaign.period}
            yield OTHER_YEAR.at(record.where(key), key=key, **details)
            return


def is_off(day: date, campaign: Campaign, before: int = 0) -> bool:
    """Whether a day lies neither in the year of a plan nor in the one after it."""
    return not (campaign.begins or campaign.period) - before <= day.year <= campaign.period + 1


def _of_last_plan(make: Callable[[Plan], T]) -> Callable[[Plan], T]:
    """What follows from a plan is made once, however many checks ask for it."""
    known: list[tuple[Plan, T]] = []

    @wraps(make)
    def found(plan: Plan) -> T:
        last = next((each for each in known if each[0] is plan), None)
        if last is None:
            last = plan, make(plan)
            known[:] = [last]
        return last[1]

    return found


@_of_last_plan
def misplaced_items(plan: Plan) -> frozenset[str]:
    """The ids of items that are told to be of another medium, quarter or year than their activity.

    What else could be said of their days and numbers follows from that one mistake.
    """
    periods = wrong_periods(plan)
    items = plan.items.values()
    return frozenset(i.id for i in items if i.campaign.id in periods or _is_misplaced(i))


def _is_misplaced(item: Item) -> bool:
    piece, quarter = item.piece, item.slot.quarter
    period, numbers = item.campaign.period, item.activity.quarters
    found = (quarter.year, quarter.number) if quarter and numbers else None
    outside = found is not None and (found[0] != period or found[1] not in numbers)
    if piece is None:
        return outside
    said = piece.quarter_in(item.campaign.period) if piece.quarter else None
    days = [day for each in piece.placements for day in (each.since, each.until) if day]
    return (
        outside
        or piece.medium != item.activity.medium
        or bool(said and quarter and said != quarter)
        or any(is_off(day, item.campaign) for day in days)
    )


def has_other_medium(plan: Plan, activity: Activity) -> bool:
    """Whether a piece of another medium names an activity, which is told: it counts nothing."""
    return any(
        item.activity is activity and item.piece and item.piece.medium != activity.medium
        for item in plan.items.values()
    )


@_of_last_plan
def wrong_periods(plan: Plan) -> Mapping[str, tuple[int, int]]:
    """Plans of one year all of whose days lie in another one: that year, and how many days."""
    found: dict[str, tuple[int, int]] = {}
    for campaign in plan.workspace.campaigns.values():
        mine = (item for item in plan.items.values() if item.campaign is campaign)
        years = Counter(year for item in mine if (year := _year(item)))
        if len(years) == 1 and campaign.period not in years and years.total() > 1:
            found[campaign.id] = next(iter(years.items()))
    return found


def _year(item: Item) -> int | None:
    """The year of an item that says one by itself."""
    if item.slot.start is not None:
        return day_of(item.slot.start).year
    piece = item.piece
    return piece.quarter.year if isinstance(piece, Deliverable) and piece.quarter else None
