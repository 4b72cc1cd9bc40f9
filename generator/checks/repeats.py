"""Paragraphs that stand twice in one text, as a second pasting leaves them."""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from generator.checks import MOST
from generator.diagnostics import Diagnostic, warning
from generator.text.piece_texts import ReadText
from generator.text.prose import passages

TWICE = warning(
    "paragraph-twice",
    "This paragraph stands already above, in line {line}.",
    "Remove one of the two.",
)
_LEAST: Final = 6
"""Words of a paragraph that nobody repeats for its effect."""
_MARKS: Final = str.maketrans(dict.fromkeys(".,;:!?…“”\"'‘’*_()"))


def check_text(text: ReadText) -> Iterator[Diagnostic]:
    """The body of a piece; a script may say a thing again, but not at once."""
    if not text.key:
        is_heard = text.is_script
        yield from islice(_repeats(text, is_heard=is_heard), MOST)


def _repeats(text: ReadText, *, is_heard: bool) -> Iterator[Diagnostic]:
    known: dict[str, int] = {}
    for at, passage in passages(text.text):
        words = _bare(passage)
        if is_heard and " ".join(words) not in known:
            known.clear()
        if len(words) < _LEAST:
            continue
        first = known.setdefault(" ".join(words), at)
        if first != at:
            end = at + len(passage.partition("\n")[0].rstrip())
            yield TWICE.at(text.at(at, end), line=text.at(first, first + 1).line)


def _bare(passage: str) -> list[str]:
    """The words of a passage, without marks and capitals."""
    return passage.casefold().translate(_MARKS).split()
