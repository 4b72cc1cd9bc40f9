"""Bodies and places are named as they are called on the day: a day without a name is told."""

from collections.abc import Iterable
from datetime import date

from generator.checks import Subject
from generator.checks.other_years import misplaced_items
from generator.diagnostics import Diagnostic, Location, warning
from generator.model.partner import DatedName, Partner
from generator.model.piece import day_of
from generator.model.place import Place
from generator.model.plan_line import Item
from generator.vietnamese.dates import format_date

NO_NAME = warning(
    "name-not-valid",
    "No name of “{id}” holds on {day}, when {piece} needs one: “{name}” is shown all the same.",
    "Correct this day, or add the name that holds then.",
)
Period = tuple[date, date]


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Each body and each place once, for the first thing that is to happen without a name."""
    workspace, odd = subject.workspace, misplaced_items(subject.plan)
    told: set[str] = set()
    for item in subject.plan.items.values():
        period = _period(item)
        if item.id in odd or period is None:
            continue
        places, bodies = names_of(item)
        known: list[Partner | Place | None] = [
            *map(workspace.places.get, places),
            *(workspace.partners.get(each or "") for each in bodies),
        ]
        for named in known:
            if named and named.id not in told and not _has_name(named.names, period):
                told.add(named.id)
                yield _told(named, item, period)


def names_of(item: Item) -> tuple[list[str], list[str | None]]:
    """The ids of where it hangs; and of who sends, who receives and who answers for it."""
    places = [each.place for each in item.piece.placements] if item.piece else []
    campaign = item.campaign
    return places, [campaign.owner, campaign.issuer, item.partner, item.activity.responsible]


def _period(item: Item) -> Period | None:
    """The day of its slot, else its quarter."""
    if item.slot.start is not None:
        return day_of(item.slot.start), day_of(item.slot.start)
    quarter = item.slot.quarter
    return (quarter.first_day, quarter.last_day) if quarter else None


def _has_name(names: Iterable[DatedName], period: Period) -> bool:
    first, last = period
    return any((name.since or first) <= last and first <= (name.until or last) for name in names)


def _told(named: Partner | Place, item: Item, period: Period) -> Diagnostic:
    """At the last day of the name before, else at the first day of the one that comes."""
    first, last = period
    over = [name for name in named.names if name.until and name.until < first]
    where, shown = _edge(over, named)
    details = {"id": named.id, "piece": item.id, "name": shown}
    return NO_NAME.at(where, day=format_date(first if over else last), **details)


def _edge(over: list[DatedName], named: Partner | Place) -> tuple[Location, str]:
    shown = named.names[-1].name
    if over:
        return max(over, key=lambda name: name.until or date.min).where("to"), shown
    return min(named.names, key=lambda name: name.since or date.max).where("from"), shown
