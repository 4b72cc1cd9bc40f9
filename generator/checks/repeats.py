"""Paragraphs that stand twice in one text, as a second pasting leaves them."""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from generator.checks import MOST
from generator.diagnostics import Diagnostic, warning
from generator.media import media
from generator.text.piece_texts import PieceText
from generator.text.prose import passages

TWICE = warning(
    "paragraph-twice",
    "This paragraph stands already above, in line {line}.",
    "Remove one of the two.",
)
_LEAST: Final = 8
"""Words of a paragraph that nobody repeats for its effect."""


def check_text(text: PieceText) -> Iterator[Diagnostic]:
    """The body of a piece that is read; a script may say a thing again."""
    if not text.key and media()[text.piece.medium].body != "script":
        yield from islice(_repeats(text), MOST)


def _repeats(text: PieceText) -> Iterator[Diagnostic]:
    known: dict[str, int] = {}
    for at, passage in passages(text.text):
        words = passage.split()
        if len(words) < _LEAST:
            continue
        first = known.setdefault(" ".join(words), at)
        if first != at:
            end = at + len(passage.partition("\n")[0].rstrip())
            yield TWICE.at(text.at(at, end), line=text.at(first, first + 1).line)
