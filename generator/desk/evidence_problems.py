"""What is wrong with evidence, in words of the desk: nobody there sees a file or types a key."""

from collections.abc import Iterable
from dataclasses import replace

from generator.catalogue import words
from generator.desk.evidence_rows import evidence_called
from generator.desk.piece_views import problem
from generator.diagnostics import Diagnostic
from generator.model.evidence import Evidence
from generator.model.piece import day_of
from generator.model.plan import Plan
from generator.model.workspace import Workspace
from generator.planning.evidence_words import KINDS
from generator.vietnamese.dates import format_date

ADVICE = {
    "photograph-again": "Look at both; withdraw one of them if they are the same.",
    "photograph-of-another-day": "A camera's clock may be wrong; if the day is, withdraw this one.",
    "photograph-elsewhere": "Look at it once more: it may show another place.",
    "evidence-unit": "Say how many: withdraw this one, and record its file anew with the figure.",
    "evidence-without-sender": "Withdraw it, and record its file anew with who sent it.",
    "evidence-file-changed": "Put the file back as it was sent, or withdraw this evidence.",
    "evidence-file-missing": "Put the file back, or withdraw this evidence.",
    "evidence-file-twice": "Drop it: what it shows is told already.",
    "evidence-amount": "Leave the amount out, or choose another kind.",
    "row-incomplete": "Fill in the cell; or say above what all rows have in common.",
    "table-imported-already": "If this is another table, give it another name; else take the first "
    "import back, in the room “Today”.",
    "evidence-own-verifier": "Let another person look at it, and write that name.",
    "evidence-beyond-contract": "Correct the amounts; if there is a further contract, record it.",
    "evidence-down-before-hung": "Correct the day.",
    "evidence-to-come": "Correct the day.",
    "evidence-of-another-year": "Correct the day, or choose what the plan of that year has.",
    "evidence-before-plan": "Correct the day.",
    "evidence-before-slot": "Correct the day, or the day of the piece.",
    "evidence-outside-slot": "If the day is wrong, withdraw this one, and record its file anew; if "
    "it was done on that day, leave it.",
    "evidence-told-already": "Withdraw it; if it is of something else, record its file anew then.",
    "evidence-not-withdrawn": "Withdraw that one.",
    "evidence-doubled-bill": "Withdraw one of the two; if both are right, leave them.",
    "evidence-without-amount": "Withdraw it, and record its file anew with the amount.",
    "evidence-stage": "Choose that it is done.",
    "evidence-file-unused": "Record it as evidence, or take it out of the folder.",
    "evidence-without-file": "Record it anew with its file.",
}
"""What to do on the screen, where the advice names files, commands or keys; by code (msgids)."""


_IDS = ("id", "ids", "others")
"""Details that name pieces, slots or other evidence."""


def told_of(diagnostics: Iterable[Diagnostic], plan: Plan | None = None) -> list[str]:
    """Each thing once: what is wrong and what to do; in a plan things are called by their names."""
    named = (_named(each, plan) if plan else each for each in diagnostics)
    found = (f"{problem(each).message} {desk_advice(each)}".strip() for each in named)
    return list(dict.fromkeys(found))


def _named(diagnostic: Diagnostic, plan: Plan) -> Diagnostic:
    called = {
        key: "; ".join(_called(plan, each) for each in ids.split(", "))
        for key, ids in diagnostic.details.items()
        if key in _IDS
    }
    return replace(diagnostic, details={**diagnostic.details, **called})


def _called(plan: Plan, name: str) -> str:
    """A piece or slot by its title; evidence by what it is and its day: it is of the same thing."""
    evidence = plan.workspace.evidence.get(name.removesuffix("…"))
    if evidence is None:
        return evidence_called(plan, name) or name
    return f"{words(KINDS[evidence.kind])} {format_date(day_of(evidence.on))}"


def desk_advice(diagnostic: Diagnostic) -> str:
    """What to do about it on the desk."""
    advice = ADVICE.get(diagnostic.rule.code)
    return words(advice) if advice else problem(diagnostic).advice


def problems_of(
    workspace: Workspace, evidence: Evidence, diagnostics: Iterable[Diagnostic]
) -> list[Diagnostic]:
    """Those of one piece of evidence among those of all of its file."""
    first = evidence.where("id").line
    beside = (
        each.where("id").line
        for each in workspace.evidence.values()
        if each.record_file == evidence.record_file
    )
    end = min((line for line in beside if line > first), default=None)
    mine = (each for each in diagnostics if each.where.path == evidence.record_file)
    return [e for e in mine if e.where.line >= first and (end is None or e.where.line < end)]


def twin_of(workspace: Workspace, diagnostics: Iterable[Diagnostic]) -> Evidence | None:
    """The evidence whose picture this one shows again, if that is told."""
    ids = (e.details.get("id") for e in diagnostics if e.rule.code == "photograph-again")
    return next((workspace.evidence[str(i)] for i in ids if str(i) in workspace.evidence), None)
