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

_IDS = ("id", "ids", "others")
"""Details that name pieces, slots or other evidence."""


def told_of(diagnostics: Iterable[Diagnostic], plan: Plan | None = None) -> list[str]:
    """Each thing once: what is wrong and what to do; in a plan things are called by their names."""
    named = (_named(each, plan) if plan else each for each in diagnostics)
    shown = map(problem, named)
    return list(dict.fromkeys(f"{each.message} {each.advice}".strip() for each in shown))


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
