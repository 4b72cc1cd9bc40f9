"""Words that were typed while the program of the Vietnamese keyboard was off."""

from collections.abc import Iterable

from generator.checks import Alone
from generator.diagnostics import Diagnostic, Rule, Severity
from generator.vietnamese.keyboard import residues

RESIDUE = Rule(
    "typing-residue",
    "This was typed while the Vietnamese keyboard was off: {sample}",
    "Type it again: {word}",
    Severity.WARNING,
)


def check_alone(alone: Alone) -> Iterable[Diagnostic]:
    """Every text in Vietnamese."""
    for text in alone.texts:
        if text.piece.lang == "vi":
            for found in residues(text.prose):
                where = text.at(found.start, found.end)
                sample = text.text[found.start : found.end]
                yield RESIDUE.at(where, sample=sample, word=found.vietnamese)
