"""A plan that is a draft: what a person has still to decide, and lines that no document has yet."""

from collections.abc import Iterable, Iterator

from generator.checks import Subject
from generator.diagnostics import Diagnostic, warning
from generator.model.campaign import Campaign

OPEN_DECISION = warning(
    "undecided",
    "To be decided ({about}): {ask}",
    "Write the answer into the plan, then remove this item of decisions:. Until all are removed, "
    "nothing of the plan is published or handed on.",
)
NO_DOCUMENT = warning(
    "plan-without-document",
    "This plan is a draft: lines of it have no source yet (“chưa có”), {count} in all. Nothing of "
    "it is published or handed on.",
    "When there is a document, add it to campaigns/sources.yml, and write document:line instead.",
)


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Each decision; the lines without a document once."""
    for campaign in subject.workspace.campaigns.values():
        for decision in campaign.decisions:
            yield OPEN_DECISION.at(decision.where("about"), about=decision.about, ask=decision.ask)
        yield from _uncited(campaign)


def _uncited(campaign: Campaign) -> Iterator[Diagnostic]:
    if without := campaign.without_document:
        first = min((each.where("source") for each in without), key=lambda where: where.line)
        yield NO_DOCUMENT.at(first, count=len(without))
