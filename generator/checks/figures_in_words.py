"""A figure and its words say the same: «15 (mười lăm) cái», as papers write what counts."""

from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from typing import Final

from generator.checks import MOST
from generator.diagnostics import Diagnostic, warning
from generator.text.piece_texts import ReadText
from generator.vietnamese.forms import RareForm
from generator.vietnamese.number_words import from_words
from generator.vietnamese.numbers import format_number, read_number
from generator.vietnamese.reasons import ReadingError

WORDS_DIFFER = warning(
    "figure-in-words-differs",
    "“{said}”: the words say {number}.",
    "Look up which of the two is right, and write both alike.",
)
_SAID: Final = RareForm(
    r"(?<![\w.,/-])(?P<figure>\d{1,3}(?:\.\d{3})+|\d{1,12}) \((?:[Bb]ằng chữ: ?)?"
    r"(?P<words>[^\W\d_]+(?: [^\W\d_]+){0,11}?)(?: đồng)?\)",
    r"\([^\W\d_]",
)


def check_text(text: ReadText) -> Iterator[Diagnostic]:
    """Every text that readers read."""
    yield from islice(_different(text), MOST)


def _different(text: ReadText) -> Iterator[Diagnostic]:
    for found in _SAID.finditer(text.prose):
        with suppress(ReadingError):  # other words than of a number
            number = from_words(found["words"].lower())
            if number != read_number(found["figure"]):
                named = {"said": found[0], "number": format_number(number)}
                yield WORDS_DIFFER.at(text.at(*found.span()), **named)
