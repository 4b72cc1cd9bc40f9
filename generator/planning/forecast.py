"""What a plan comes to by its report: what is done, what has a day to come, what lacks one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from generator.model.amount import Amounts, Bound, plain
from generator.model.campaign import Activity, Campaign
from generator.model.piece import day_of
from generator.model.plan import ActivityLine, Plan
from generator.model.plan_line import Item
from generator.planning.channels import printing_days, rules_of
from generator.planning.completion import Completion, completion_of
from generator.planning.deadlines import runs
from generator.planning.working_days import last_worked

_LEAST = 30
"""Days after which a pace says something."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """How an activity stands against its promise, in the unit of the plan.

    `done` is what evidence tells, `to_come` has a day or a quarter to come, before the report,
    `overdue` one that is over and no evidence, `lacking` none. What lacks must have a day by
    `decide_by`, so that text and print are ready in time; None once the plan is over. `pace` is
    what comes of it if it goes on as until now; None where it is too early to say.
    `bound` is how sure `done` is; `is_shared` says that what is told of the line as a whole takes
    the place of some of its things, so that their counts are no surer.
    """

    promised: int
    done: int | Decimal
    to_come: int | Decimal
    overdue: int | Decimal
    lacking: int | Decimal
    decide_by: date | None = None
    pace: int | None = None
    bound: Bound = Bound.EXACT
    is_shared: bool = False

    @property
    def is_begun(self) -> bool:
        """Whether anything of it is done or has a day."""
        return bool(self.done or self.to_come or self.overdue)

    @property
    def is_reached(self) -> bool:
        """Whether nothing is left to do."""
        return self.done >= self.promised and not self.lacking


def forecast_of(
    plan: Plan,
    line: ActivityLine,
    items: Sequence[Item],
    figures: Amounts,
    deeds: Mapping[str, Completion],
) -> Forecast | None:
    """The forecast of an activity; None where its plan states no figure.

    `figures` are what was done of it, `deeds` how far its things are, by their ids.
    """
    promised = line.total.promised
    if promised is None:
        return None
    done = (figures[0].number or 0) if figures else 0
    campaign, today = line.campaign, plan.today
    copies = {item.id: completion_of(deeds, item.id).done_copies for item in items}
    late = sum(item.units - copies[item.id] for item in items if _is_over(item, today))
    coming = sum(item.units - copies[item.id] for item in items if _is_to_come(item, today))
    told_of_all = max(0, done - sum(copies.values()))
    overdue = max(0, late - told_of_all)
    to_come = max(0, coming - max(0, told_of_all - late))
    lacking = plain(max(0, promised - done - to_come - overdue))
    decide_by = decision_day(plan, campaign, line.activity) if runs(campaign, today) else None
    pace = _pace(campaign, done, today)
    bound = figures[0].bound if figures else Bound.EXACT
    if Bound.NEARLY in bound and done == promised and not to_come + overdue:
        lacking = 1  # «gần 5» of 5 are not yet 5
    counts = promised, done, plain(to_come), plain(overdue), lacking
    return Forecast(*counts, decide_by, pace, bound, told_of_all > 0)


def last_day(item: Item) -> date | None:
    """The day by which something was to be done; None where only its quarter is known."""
    start = item.slot.start
    return (item.slot.until or day_of(start)) if start is not None else None


def last_day_of(campaign: Campaign, activity: Activity) -> date:
    """The last day on which something of an activity can be done and still be reported."""
    months = max(activity.quarters, default=4) * 3
    end = date(campaign.period + months // 12, months % 12 + 1, 1) - timedelta(days=1)
    due = campaign.report_due
    return min(end, due - timedelta(days=1)) if due else end


def decision_day(plan: Plan, campaign: Campaign, activity: Activity) -> date:
    """The last worked day on which what lacks can still be given a day within the plan."""
    workspace = plan.workspace
    rules = rules_of(workspace, activity)
    printing = printing_days(workspace, activity)
    leads = (rules.script or 0, (rules.artwork or 0) + printing) if rules else (0,)
    last = last_day_of(campaign, activity) - timedelta(days=max(leads))
    return last_worked(workspace.holidays, last)


def _is_over(item: Item, today: date) -> bool:
    day = last_day(item) or item.last_day
    return day is not None and day < today


def _is_to_come(item: Item, today: date) -> bool:
    """Whether it has a day or a quarter, and early enough to be reported."""
    first, due = item.first_day, item.campaign.report_due
    is_dated = first is not None and (due is None or day_of(first) < due)
    return is_dated and not _is_over(item, today)


def _pace(campaign: Campaign, done: int | Decimal, today: date) -> int | None:
    first = campaign.issued_on or date(campaign.period, 1, 1)
    last = campaign.report_due or date(campaign.period, 12, 31)
    passed = (min(today, last) - first).days
    if passed < _LEAST or not done:
        return None
    return int(done * (last - first).days // passed)
