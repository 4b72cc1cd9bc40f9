"""The blocks of simple texts: paragraphs, headings and flat lists, as nearly all of ours are.

markdown-it asks each of its rules at each line; here a line is looked at once. What comes out is
token for token the same, or nothing where a text holds anything else.
"""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from markdown_it.token import Token

# Signs of other blocks, wherever they stand.
_SIGNS: Final = re.compile(r"[\t\r\x00>|<]|```|~~~|:::|\]:")
# Lines that can only be what they are called; what ends like an underline may be one.
_LINE: Final = re.compile(
    r"(?P<heading>\#{1,6}\ \S.*(?<!\#)) | (?P<item>-\ (?:\*\*(?=[^*\s])|[^\s*+\#\d_=-]).*)"
    r"| (?P<text>(?:\*\*(?=[^*\s])|\d{1,9}(?![.)\d])|[^\s\#=+_*\d-]).*) | (?P<blank>)",
    re.VERBOSE,
)
Kind = str
Line = tuple[int, str]


def simple_blocks(markdown: str) -> list[Token] | None:
    """The blocks of a text without their words, or None if it is not simple."""
    if _SIGNS.search(markdown):
        return None
    found: list[Token] = []
    groups = [(k, list(group)) for k, group in groupby(enumerate(markdown.split("\n")), _kind)]
    if any(not kind for kind, _ in groups):
        return None
    for index, (kind, group) in enumerate(groups):
        after = groups[index + 1] if index + 1 < len(groups) else None
        if kind == "item":
            if not _stands_alone(groups, index):
                return None
            found += _list(group, group[-1][0] + 1 + (len(after[1]) if after else 0))
        elif kind == "text":
            found += _paragraph(group, 0)
        elif kind == "heading":
            found += [token for line in group for token in _heading(line)]
    return found


def _kind(line: Line) -> Kind:
    """The name of a kind of line, or nothing if it may be of another."""
    text = line[1]
    match = _LINE.fullmatch(text)
    if match is None or text[-1:].isspace() or text.endswith(("-", "=")):
        return ""
    return match.lastgroup or ""


def _stands_alone(groups: list[tuple[Kind, list[Line]]], index: int) -> bool:
    """Whether blank lines, and no further items behind them, are around a list."""
    around = [kind for kind, _ in groups[max(0, index - 1) : index + 3]]
    before = around.pop(0) if index else "blank"
    after = [*around[1:], "blank", "blank"]
    return before == "blank" and after[0] == "blank" and after[1] != "item"


def _heading(line: Line) -> Iterator[Token]:
    number, text = line
    marks, _, words = text.partition(" ")
    where, tag = [number, number + 1], f"h{len(marks)}"
    yield Token("heading_open", tag, 1, map=where, markup=marks, block=True)
    yield _inline(words.strip(), where, 1)
    yield Token("heading_close", tag, -1, markup=marks, block=True)


def _paragraph(lines: list[Line], level: int, *, hidden: bool = False) -> Iterator[Token]:
    where = [lines[0][0], lines[-1][0] + 1]
    yield Token("paragraph_open", "p", 1, map=where, level=level, block=True, hidden=hidden)
    yield _inline("\n".join(text for _, text in lines), where, level + 1)
    yield Token("paragraph_close", "p", -1, level=level, block=True, hidden=hidden)


def _inline(words: str, where: list[int], level: int) -> Token:
    return Token("inline", "", 0, map=where, level=level, children=[], content=words, block=True)


def _list(items: list[Line], end: int) -> Iterator[Token]:
    """A tight list; its last item reaches over the blank lines below it, to the line `end`."""
    yield Token("bullet_list_open", "ul", 1, map=[items[0][0], end], markup="-", block=True)
    for number, text in items:
        stop = end if number == items[-1][0] else number + 1
        yield Token("list_item_open", "li", 1, map=[number, stop], level=1, markup="-", block=True)
        yield from _paragraph([(number, text[2:])], 2, hidden=True)
        yield Token("list_item_close", "li", -1, level=1, markup="-", block=True)
    yield Token("bullet_list_close", "ul", -1, markup="-", block=True)
