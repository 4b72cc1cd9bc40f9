"""Words that were typed while the program of the Vietnamese keyboard was off."""

from collections.abc import Iterable
from itertools import islice

from generator.checks import Alone
from generator.diagnostics import Diagnostic, warning
from generator.vietnamese.keyboard import residues
from generator.vietnamese.missing_marks import words_without_marks

RESIDUE = warning(
    "typing-residue",
    "This was typed while the Vietnamese keyboard was off: {sample}",
    "Type it again: {word}",
)
NO_MARKS = warning(
    "marks-missing",
    "These words have no marks: {sample}",
    "Type the text again with the Vietnamese keyboard on, for example tiết kiệm nước; a text in "
    "another language has the key lang: with its code.",
)
_SHOWN = 60  # characters


def check_alone(alone: Alone) -> Iterable[Diagnostic]:
    """Every text in Vietnamese."""
    for text in alone.texts:
        if text.is_vietnamese:
            for found in residues(text.prose):
                where = text.at(found.start, found.end)
                sample = text.text[found.start : found.end]
                yield RESIDUE.at(where, sample=sample, word=found.vietnamese)
            for start, end in islice(
                words_without_marks(text.prose), 1
            ):  # who types so, types all so
                sample = text.text[start : min(end, start + _SHOWN)]
                yield NO_MARKS.at(text.at(start, end), sample=sample)
