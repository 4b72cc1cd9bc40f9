"""How many pages a text takes at most, reckoned from its letters: a page that is set may take less.

Lengths are those of `templates/print/book.typ`, in millimetres.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from math import ceil
from typing import Any

_PAGE = 162.0
_SLACK = 0.12  # of a page: lines are counted as if each block ended with a full one
_LINE, _GAP = 4.6, 2.9
_LETTERS = 64  # in a line of text; those of a cell share the same
_HEADING, _NOTE, _TABLE, _ROW = 16.0, 16.0, 11.0, 7.8


def most_pages(text: str) -> int:
    """The pages of what `book_text` gave, as JSON: contents, chapters, imprint."""
    chapters = (each["blocks"] for each in json.loads(text)["chapters"])
    return 2 + sum(
        _even(1 + ceil(sum(map(_height, blocks)) / _PAGE - _SLACK)) for blocks in chapters
    )


def _even(pages: int) -> int:
    """A chapter begins on a left page, so that the one before it ends on a right one."""
    return pages + pages % 2


def _height(block: Mapping[str, Any]) -> float:
    match block["kind"]:
        case "heading":
            return _HEADING + _LINE * (_lines(block["runs"], _LETTERS // 2) - 1)
        case "list":
            return sum(_lines(item) * _LINE + _GAP for item in block["items"]) + 2 * _GAP
        case "note":
            return _NOTE + sum(_lines(each) * _LINE + _GAP for each in block["paragraphs"])
        case "table":
            share = max(6, _LETTERS // len(block["sides"]))
            rows = (max(_lines(cell, share) for cell in row) for row in block["rows"])
            return _TABLE + sum(max(_ROW, 4.2 * lines + 4) for lines in rows)
    return _lines(block["runs"]) * _LINE + _GAP


def _lines(runs: Sequence[Sequence[Any]], room: int = _LETTERS) -> int:
    """Lines of words and of the notes that they refer to."""
    notes = sum(_lines(run[2]) for run in runs if len(run) > 2)  # noqa: PLR2004 - a note
    return ceil(max(1, sum(map(len, _words(runs)))) / room) + notes


def _words(runs: Sequence[Sequence[Any]]) -> Iterator[str]:
    return (str(run[0]) for run in runs)
