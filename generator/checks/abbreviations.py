"""An abbreviation has one meaning."""

from collections.abc import Iterable

from generator.checks import Subject
from generator.diagnostics import Diagnostic, Location, Rule

TWO_MEANINGS = Rule(
    "abbreviation-twice",
    "“{short}” is explained already: {first}.",
    "Keep one meaning; write the other one out in full wherever it is used.",
)


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Every entry of the list of abbreviations."""
    known: dict[str, Location] = {}
    for each in subject.plan.workspace.abbreviations.abbreviations:
        first = known.setdefault(each.short, each.where("short"))
        if first is not each.where("short"):
            yield TWO_MEANINGS.at(each.where("short"), short=each.short, first=first)
