"""Told in time that the year is slipping: what should be ready or approved by now, and is not."""

from collections.abc import Iterable, Iterator, Mapping

from generator.checks import Subject
from generator.checks.other_years import misplaced_items
from generator.diagnostics import Diagnostic, Rule, warning
from generator.model.campaign import Activity
from generator.model.grouping import groups_of
from generator.model.plan import Plan
from generator.planning.deadlines import (
    DONE_STATES,
    Deadline,
    deadlines_of,
    duty_name,
    ends_of_quarters,
    outstanding,
    runs,
)
from generator.planning.items import activity_of
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
NO_DEED = warning(
    "not-recorded",
    "{count} of quarter {quarter} should be done by now, and nothing here says so; the first was "
    "due on {day} ({id}).",
    "Record what was done (loa evidence add FILE --of {id}), or move the day in the plan.",
)
DUTY = warning(
    "duty-late",
    "This was due on {day}, and nothing here says that it is done.",
    "Record it (loa evidence add FILE --of {id}), or correct the day.",
)
OUT = frozenset({"publish", "hang"})
Groups = Mapping[tuple[str, str, object], list[Deadline]]


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Once for each activity and quarter, while the campaign runs; what waits is not missed too."""
    plan = subject.plan
    today, odd = plan.today, misplaced_items(plan)
    running = {c.id for c in plan.workspace.campaigns.values() if runs(c, today)}
    late = [
        deadline
        for deadline in outstanding([*deadlines_of(plan), *ends_of_quarters(plan)], plan)
        if deadline.item not in odd and deadline.campaign in running
    ]
    yield from _duties(plan, late)
    yield from _told(NO_DEED, plan, [d for d in late if d.kind in {"hold", "finish"}])
    late = [deadline for deadline in late if deadline.kind in DONE_STATES]
    waiting = [deadline for deadline in late if deadline.kind not in OUT]
    waits = {deadline.item for deadline in waiting}
    yield from _told(LATE, plan, waiting)
    yield from _told(MISSED_DAY, plan, [d for d in late if d.kind in OUT and d.item not in waits])


def _told(rule: Rule, plan: Plan, deadlines: Iterable[Deadline]) -> Iterator[Diagnostic]:
    for (campaign, _, quarter), late in _grouped(plan, deadlines).items():
        first = late[0]
        yield rule.at(
            _activity(plan, first).where("id"),
            count=len(late),
            quarter=quarter,
            day=format_date(first.day),
            id=first.item,
            campaign=campaign,
        )


def _grouped(plan: Plan, deadlines: Iterable[Deadline]) -> Groups:
    return groups_of(
        ((deadline.campaign, _activity(plan, deadline).id, deadline.quarter), deadline)
        for deadline in deadlines
    )


def _activity(plan: Plan, deadline: Deadline) -> Activity:
    """The line of the plan: that of an item, or the one that is due as a whole."""
    own = activity_of(plan.workspace.campaigns[deadline.campaign], deadline.item)
    return own or plan.items[deadline.item].activity


def _duties(plan: Plan, deadlines: Iterable[Deadline]) -> Iterator[Diagnostic]:
    """What bodies owe, each for itself; the report on the plan is told by loa plan."""
    for deadline in deadlines:
        campaign = plan.workspace.campaigns[deadline.campaign]
        for duty in campaign.responsibilities:
            if duty_name(campaign, duty) == deadline.item:
                day = format_date(deadline.day)
                yield DUTY.at(duty.where("due"), day=day, id=duty.id or deadline.item)
