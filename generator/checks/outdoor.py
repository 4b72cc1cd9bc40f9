"""The rules for what hangs outdoors, on every printed piece of the plan."""

from collections.abc import Iterable, Iterator

from generator.checks import Subject
from generator.diagnostics import Diagnostic, Rule, Severity
from generator.model.plan import Entry
from generator.press.faults import Fault
from generator.press.orders import day_of, printed
from generator.press.outdoor import ARTICLE_27, NO_IMPRINT, outdoor

NOBODY = Rule(
    "outdoor-nobody",
    "The plan names nobody who answers for its banners and panels.",
    "Add owner: with the id of a partner; its name and address then stand on them ({law}).",
    Severity.WARNING,
)


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Each piece against the rules of its days; once for each body what its imprint lacks."""
    told: set[str] = set()
    for entry, _, piece in printed(subject.plan):
        for fault in outdoor(piece, day_of(entry)):
            yield _at(entry, fault)
        yield from _imprint(subject, entry, told)


def _at(entry: Entry, fault: Fault) -> Diagnostic:
    steps = (int(step) if step.isdigit() else step for step in fault.change[1:])
    return fault.rule.at(entry.piece.where(*steps), **dict(fault.details))


def _imprint(subject: Subject, entry: Entry, told: set[str]) -> Iterator[Diagnostic]:
    workspace, campaign = subject.plan.workspace, entry.campaign
    owner = entry.activity.responsible or campaign.owner
    partner = workspace.partners.get(owner or "")
    subject_of = owner or campaign.id
    if subject_of in told:
        return
    told.add(subject_of)
    if partner is not None and not partner.address:
        yield NO_IMPRINT.at(partner.where("id"), what="address", law=ARTICLE_27.article)
    elif owner is None:
        yield NOBODY.at(campaign.where("id"), law=ARTICLE_27.article)
