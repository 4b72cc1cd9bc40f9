"""Told in time that the year is slipping: what should be ready by now, and is not."""

from collections.abc import Iterable, Iterator
from datetime import date

from generator.checks import Subject
from generator.diagnostics import Diagnostic, Rule, Severity
from generator.model.campaign import Campaign
from generator.model.plan import Plan
from generator.planning.deadlines import Deadline, deadlines_of, outstanding
from generator.vietnamese.dates import format_date

LATE = Rule(
    "late",
    "{count} of quarter {quarter} should be ready by now; the first was due on {day} ({id}).",
    "Write them and set status: ready, or move their slots: loa plan {campaign}",
    Severity.WARNING,
)


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Once for each activity and quarter, while the campaign runs."""
    plan = subject.plan
    groups: dict[tuple[str, str, object], list[Deadline]] = {}
    for deadline in outstanding(deadlines_of(plan), plan):
        item = plan.items.get(deadline.item)
        if item and deadline.kind != "publish" and _runs(plan, item.campaign):
            key = (deadline.campaign, item.activity.id, deadline.quarter)
            groups.setdefault(key, []).append(deadline)
    yield from _told(plan, groups)


def _told(
    plan: Plan, groups: dict[tuple[str, str, object], list[Deadline]]
) -> Iterator[Diagnostic]:
    for (campaign, _, quarter), late in groups.items():
        first = late[0]
        activity = plan.items[first.item].activity
        yield LATE.at(
            activity.where("id"),
            count=len(late),
            quarter=quarter,
            day=format_date(first.day),
            id=first.item,
            campaign=campaign,
        )


def _runs(plan: Plan, campaign: Campaign) -> bool:
    """Until its report is due, or else to the end of its year."""
    last = campaign.report_due or date(campaign.period, 12, 31)
    return plan.as_of.date() <= last
