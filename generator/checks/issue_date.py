"""Nothing of a plan is shown before the day of its issue: said, since a year may be mistyped."""

from collections.abc import Iterable

from generator.checks import Subject
from generator.checks.other_years import is_off, wrong_periods
from generator.diagnostics import Diagnostic, warning
from generator.planning.issue import is_issued
from generator.vietnamese.dates import format_date

NOT_ISSUED = warning(
    "plan-not-issued",
    "This plan is issued on {day}, which has not come: until then nothing of it is published or "
    "handed on.",
    "Check the day; if it is right, nothing need be done.",
)


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Told at the day."""
    odd = wrong_periods(subject.plan)
    for campaign in subject.workspace.campaigns.values():
        if campaign.report_due and campaign.issued_on and campaign.report_due < campaign.issued_on:
            continue  # told already
        if (
            campaign.issued_on
            and is_off(campaign.issued_on, campaign, 1)
            and campaign.id not in odd
        ):
            continue  # its year is told to be another one
        if campaign.is_draft:
            continue  # nothing of it is shown whatever its day
        if campaign.issued_on and not is_issued(campaign, subject.plan.as_of):
            day = format_date(campaign.issued_on)
            yield NOT_ISSUED.at(campaign.where("issued_on"), day=day)
