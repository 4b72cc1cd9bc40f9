"""The contents of a printed document, as they come along from Word: «Mở đầu........3»."""

import re
from collections.abc import Iterator
from typing import Final

from generator.vietnamese.forms import RareForm

CONTENTS_LINE: Final = re.compile(r"[ >]*\S[^\n]*?(?: ?\.{3,} ?| ?…+\.* ?|\t+)\d{1,3}[ \\]*")
"""One line, with the number of its page behind dots or a tab."""
_NAME: Final = RareForm(
    r"^[ >#*_]*(?:MỤC LỤC|Mục lục|(?i:table of contents))[ :*_]*$",
    "MỤC|Mục|(?i:table)",
    re.MULTILINE,
)
_LEADER: Final = ("...", "…", "\t")


def contents(prose: str) -> Iterator[tuple[int, int]]:
    """From where to where they stand: what they are called, or else the first of their lines."""
    named = next(_NAME.finditer(prose), None)
    spans = [named.span()] if named else [*contents_lines(prose)]
    yield from spans[:1]


def contents_lines(prose: str) -> Iterator[tuple[int, int]]:
    """Each of their lines, of which there are two or more in a row."""
    if not any(map(prose.__contains__, _LEADER)):
        return
    at, row = 0, list[tuple[int, int]]()
    for line in (*prose.split("\n"), "-"):
        if CONTENTS_LINE.fullmatch(line):
            row.append((at, at + len(line)))
        elif line.strip():
            yield from row if len(row) > 1 else ()
            row = []
        at += len(line) + 1
