"""Lists that are laid out otherwise than their author sees them: numbers, signs, how far in."""

import re
from collections.abc import Callable, Sequence
from typing import Final

from markdown_it.token import Token

Report = Callable[..., None]

_SIGN: Final = re.compile(r"[ >]*(?:[-+*]|\d{1,9}[.)])[ \t]+")
_FIGURE: Final = re.compile(
    r"[ ]*(?P<sign>[-+*>])[ \xa0]+(?P<figure>\d[\d.,]*)"
    r"(?=[ \xa0]?[%°‰]|[ \xa0][^\W\d_]|(?<=\d)[^\W\d_]|[ \xa0]\d{2,})"
)
"""A figure with what it counts, behind a sign that may be meant: «> 20 mg/l», «+ 84 251 000»."""
_NUMBER: Final = re.compile(r"([ >]*\d+)([.)])")
_MOST: Final = 99  # the highest number with which a list is thought to begin
_OF_SIGN: Final = {">": "quote-of-figure", "+": "plus-for-list"}
_TOO_FAR_IN: Final = re.compile(r"[ ]*(?:[-+*]|1[.)])[ \t]+\S")


class ListLayout:
    """Goes through the tokens of the blocks of a text; `report` is that of `Layout`."""

    def __init__(self, lines: Sequence[str], report: Report) -> None:
        self.lines, self.found = lines, report
        self.opened: list[Token] = []
        self.numbers: list[list[tuple[int, int]]] = []
        # By how deep it lies, the number of the last item of a list, with which another may go on.
        self.last: dict[int, int] = {}
        self.cut: tuple[Token, int] | None = None  # a list that an item not far enough in has ended
        self.mixed = False  # whether signs of lists that touch are told to be several
        self.item: int | None = None  # the line of the item that the last token began
        self.ended: Token | None = None  # the list that the last token ended

    def block(self, token: Token) -> None:
        """The next token of the blocks."""
        kind, item, ended = token.type, self.item, self.ended
        self.item = self.ended = None
        if kind.endswith("_list_open") and token.map:
            self._begins(token, item, ended)
            self.opened.append(token)
            self.numbers.append([])
        elif kind == "list_item_open" and token.map:
            self.item = token.map[0]
            self.numbers[-1].append((int(token.info or 0), self.item))
        elif kind.endswith("_list_close"):
            self.ended = self.opened.pop()
            self._numbers(self.numbers.pop())
        elif kind == "blockquote_open" and token.map:
            self._figure(token.map[0])

    def too_far_in(self, source: str, first: int) -> bool:
        """Whether an item goes on in a paragraph, which begins in a line."""
        for number, line in enumerate(source.split("\n")):
            if number and _TOO_FAR_IN.match(line):
                better = self._further_out(first + number)
                self.found("item-too-far-in", line=first + number, better=better)
                return True
        return False

    def _begins(self, token: Token, item: int | None, ended: Token | None) -> None:
        """A list that an item begins with, or that touches another one with another sign."""
        line, depth = _first(token), len(self.opened)
        if not (ended or depth):
            self.cut = None
        is_beside = ended is not None and bool(self.lines[line - 1].strip())
        self.mixed = self.mixed and is_beside
        if item == line:
            self.found("item-twice", line=line)
        elif ended and self.cut and self._goes_on(token, self.cut[0]):
            self.last[depth] = self.cut[1]
        elif ended and is_beside and not self.mixed:
            if _indent(self.lines[line]) > _indent(self.lines[_first(ended)]):
                self.found("item-not-in", line=line, better=self._further_out(line))
                self.cut = ended, self.last.get(depth, 0)
            else:
                below = f"{' ' * self._width(_first(ended))}{self.lines[line].strip()}"
                self.found("list-signs", ended.markup, line=line, better=below)
                self.mixed = True

    def _width(self, line: int) -> int:
        """How far in stands what belongs to an item."""
        begun = _SIGN.match(self.lines[line])
        return begun.end() if begun else 0

    def _goes_on(self, token: Token, cut: Token) -> bool:
        """Whether this is the rest of a list: what has cut it is told."""
        indents = {_indent(self.lines[_first(each)]) for each in (token, cut)}
        return (token.type, token.markup) == (cut.type, cut.markup) and len(indents) == 1

    def _further_out(self, line: int) -> str:
        """An item as it is typed below the item or the text that it stands under."""
        item = self.lines[line].lstrip(" >")
        for above in reversed(self.lines[:line]):
            begun = _SIGN.match(above)
            if begun and _indent(above) < _indent(self.lines[line]):
                return " " * begun.end() + item
            if not above.strip():
                break
        return item

    def _numbers(self, items: Sequence[tuple[int, int]]) -> None:
        """Numbers go up by one from the first, or are all the same, as some write them."""
        first, begun = items[0] if items else (0, -1)
        if self._is_sentence(first, begun, len(items)):
            return
        self.last[len(self.opened)] = items[-1][0] if items else 0
        if first:
            self.found("numbers-in-script", f"{first}", line=begun)
        if all(number == first for number, _ in items):
            return
        for index, (number, line) in enumerate(items):
            if number != first + index:
                self.found("list-numbers", f"{number}", line=line, better=first + index)
                return

    def _is_sentence(self, first: int, line: int, count: int) -> bool:
        """Whether the only item, or the first number, is rather that of a sentence; it is told."""
        if count == 1 and not first:
            return self._figure(line)
        if first <= _MOST and (count != 1 or first in {1, self._next}):
            return False
        better = _NUMBER.sub(r"\1\\\2", self.lines[line].strip(), count=1)
        self.found("number-for-list", f"{first}", line=line, better=better)
        return True

    @property
    def _next(self) -> int:
        return self.last.get(len(self.opened), 0) + 1

    def _figure(self, line: int) -> bool:
        """Whether a sign stands before a figure, and makes a list or a quotation; it is told."""
        found = _FIGURE.match(self.lines[line])
        if found:
            kind = _OF_SIGN.get(found["sign"], "minus-for-list")
            self.found(kind, found["figure"], line=line, better=found["sign"])
        return bool(found)


def _first(token: Token) -> int:
    """The line in which a list begins."""
    return token.map[0] if token.map else 0


def _indent(line: str) -> int:
    """How far in its words begin."""
    return len(line) - len(line.lstrip(" >"))
