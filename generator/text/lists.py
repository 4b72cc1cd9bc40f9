"""Lists that are laid out otherwise than their author sees them: numbers, signs, how far in."""

import re
from collections.abc import Callable, Sequence
from typing import Final

from markdown_it.token import Token

Report = Callable[..., None]

_SIGN: Final = re.compile(r"[ >]*(?:[-+*]|\d{1,9}[.)])[ \t]+")
_TOO_FAR_IN: Final = re.compile(r"[ ]*(?:[-+*]|1[.)])[ \t]+\S")


class ListLayout:
    """Goes through the tokens of the blocks of a text; `report` is that of `Layout`."""

    def __init__(self, lines: Sequence[str], report: Report) -> None:
        self.lines, self.found = lines, report
        self.opened: list[Token] = []
        self.numbers: list[list[tuple[int, int]]] = []
        self.item: int | None = None  # the line of the item that the last token began
        self.ended: Token | None = None  # the list that the last token ended

    def block(self, token: Token) -> None:
        """The next token of the blocks."""
        kind, item, ended = token.type, self.item, self.ended
        self.item = self.ended = None
        if kind.endswith("_list_open") and token.map:
            self._begins(token.map[0], item, ended)
            self.opened.append(token)
            self.numbers.append([])
        elif kind == "list_item_open" and token.map:
            self.item = token.map[0]
            if token.info:
                self.numbers[-1].append((int(token.info), self.item))
        elif kind.endswith("_list_close"):
            self.ended = self.opened.pop()
            self._numbers(self.numbers.pop())

    def too_far_in(self, source: str, first: int) -> bool:
        """Whether an item goes on in a paragraph, which begins in a line."""
        for number, line in enumerate(source.split("\n")):
            if number and _TOO_FAR_IN.match(line):
                better = self._further_out(first + number)
                self.found("item-too-far-in", line=first + number, better=better)
                return True
        return False

    def _begins(self, line: int, item: int | None, ended: Token | None) -> None:
        """A list that an item begins with, or that touches another one with another sign."""
        if item == line:
            self.found("item-twice", line=line)
        elif ended and ended.map and self.lines[line - 1].strip():
            if _indent(self.lines[line]) > _indent(self.lines[ended.map[0]]):
                self.found("item-not-in", line=line, better=self._further_out(line))
            else:
                self.found("list-signs", ended.markup, line=line)

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
        first = items[0][0] if items else 0
        if all(number == first for number, _ in items):
            return
        for index, (number, line) in enumerate(items):
            if number != first + index:
                self.found("list-numbers", f"{number}", line=line, better=first + index)
                return


def _indent(line: str) -> int:
    """How far in its words begin."""
    return len(line) - len(line.lstrip(" >"))
