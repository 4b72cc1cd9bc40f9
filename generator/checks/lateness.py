"""Told in time that the year is slipping: what should be ready or approved by now, and is not."""

from collections.abc import Iterable, Iterator, Mapping

from generator.checks import Subject
from generator.checks.other_years import misplaced_items
from generator.diagnostics import Diagnostic, Rule, warning
from generator.model.grouping import groups_of
from generator.model.plan import Plan
from generator.planning.deadlines import Deadline, deadlines_of, ends_of_quarters, outstanding, runs
from generator.vietnamese.dates import format_date

LATE = warning(
    "late",
    "{count} of quarter {quarter} should be ready by now; the first was due on {day} ({id}).",
    "Write them and set status: ready, or move their slots: loa plan {campaign}",
)
MISSED_DAY = warning(
    "missed",
    "{count} of quarter {quarter} should be out by now and are not approved; the first was to go "
    "out on {day} ({id}).",
    "Write them and let them be approved (status: approved), or move their slots: loa plan "
    "{campaign}",
)
OUT = frozenset({"publish", "hang"})
Groups = Mapping[tuple[str, str, object], list[Deadline]]


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Once for each activity and quarter, while the campaign runs; what waits is not missed too."""
    plan = subject.plan
    today, odd = plan.today, misplaced_items(plan)
    known = plan.items.keys() - odd
    late = [
        deadline
        for deadline in outstanding([*deadlines_of(plan), *ends_of_quarters(plan)], plan)
        if deadline.item in known and runs(plan.items[deadline.item].campaign, today)
    ]
    waiting = [deadline for deadline in late if deadline.kind not in OUT]
    waits = {deadline.item for deadline in waiting}
    yield from _told(LATE, plan, waiting)
    yield from _told(MISSED_DAY, plan, [d for d in late if d.kind in OUT and d.item not in waits])


def _told(rule: Rule, plan: Plan, deadlines: Iterable[Deadline]) -> Iterator[Diagnostic]:
    for (campaign, _, quarter), late in _grouped(plan, deadlines).items():
        first = late[0]
        yield rule.at(
            plan.items[first.item].activity.where("id"),
            count=len(late),
            quarter=quarter,
            day=format_date(first.day),
            id=first.item,
            campaign=campaign,
        )


def _grouped(plan: Plan, deadlines: Iterable[Deadline]) -> Groups:
    return groups_of(
        ((deadline.campaign, plan.items[deadline.item].activity.id, deadline.quarter), deadline)
        for deadline in deadlines
    )
