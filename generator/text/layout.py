"""What is laid out otherwise than its author sees it: headings, lists, tables, lines and links."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from markdown_it.token import Token

Found = Callable[..., None]

_NARROW: Final = 60
"""Characters of a line: nobody lets an editor break lines before."""
_NUMBERED: Final = re.compile(
    r"(?:[a-zA-ZđĐ]|[ivxIVX]{1,4}|\d{1,3}(?:\.\d{1,3})*)[).](?=\s)|\d{1,3}/(?=\s)|\(\w{1,4}\)(?=\s)"
)
_SPLIT: Final = re.compile(r"(?<!\\)\|")
_GRID: Final = re.compile(r"\+[-=+]{3,}\+$")
_PREFIX: Final = re.compile(r"[ >]*")
_BROKEN: Final = re.compile(r"(?: {2,}|\\)$")
_ADDRESS: Final = re.compile(r"\]\n?\([^()\n]*\)|\]\(<[^<>\n]*>\)")
_FENCE: Final = re.compile(r"[ >]*(?:`{3,}|~{3,})\s*")
_LABELLED: Final = re.compile(r"^(\*\*[^*\n]+\*\*)\t+", re.MULTILINE)  # a name, and a tab behind it
_SUM: Final = re.compile(r"(?<![\d.,])\d[\d.,]*(?:\s?\*+\s?\d[\d.,]*)+")
_CELL: Final = re.compile(r"\S[^\S\n]*\t\s*\S")


class Layout:
    """Goes through the tokens of a text; `found` takes a kind, what to look for, and a line."""

    def __init__(self, lines: Sequence[str], found: Found) -> None:
        self.lines, self.found = lines, found
        self.level = 1  # that of the page's title
        self.heading: Token | None = None
        self.numbers: list[list[tuple[int, int]]] = []

    def block(self, token: Token) -> None:
        """The next token of the blocks."""
        match token.type:
            case "heading_open":
                self._heading(token)
            case "ordered_list_open":
                self.numbers.append([])
            case "list_item_open" if token.info and token.map and self.numbers:
                self.numbers[-1].append((int(token.info), token.map[0]))
            case "ordered_list_close":
                self._numbers(self.numbers.pop())
            case "fence" if token.map:
                last = self.lines[min(token.map[1], len(self.lines)) - 1]
                if token.map[1] - token.map[0] < 2 or not _FENCE.fullmatch(last):  # noqa: PLR2004
                    self.found("fence-open", token.markup, line=token.map[0])
            case "table_open" if token.map:
                self._table(*token.map)
            case "inline":
                if self.heading and not token.content:
                    self.found("heading-empty", self.heading.markup)
                self.heading = None

    def paragraph(self, source: str, first: int) -> None:
        """The words of a paragraph, which begins in a line."""
        if "\n" not in source and "\t" not in source and "|" not in source:
            return
        lines = _LABELLED.sub(r"\1 ", _ADDRESS.sub("]", source)).split("\n")
        if kind := _run_together(lines):
            runs_on = kind in {"letters-for-list", "lines-run-together"}
            self.found(kind, line=first + (next(_broken(lines), 0) if runs_on else 0))

    def stars(self, children: Sequence[Token], source: str) -> None:
        """The words of a block: stars within a word, or between figures; told once."""
        for before, star, after in zip(children, children[1:], children[2:], strict=False):
            is_star = star.type[:3] in {"em_", "str"} and star.markup[0] == "*"
            left, right = before.content[-1:], after.content[:1]
            if is_star and left.isalnum() and right.isalnum():
                sum_ = _SUM.search(source) if left.isdigit() and right.isdigit() else None
                better = re.sub(r"\s*\*+\s*", " × ", sum_[0]) if sum_ else ""
                self.found("star-for-times" if better else "star-in-word", better)
                return

    def links(self, children: Sequence[Token]) -> None:
        """The words of a block: titles that nobody sees, links without words or address."""
        opened: list[tuple[Token, int]] = []
        for at, token in enumerate(children):
            if title := token.attrs.get("title"):
                self.found("picture-title" if token.type == "image" else "link-title", str(title))
            if token.type == "link_open":
                opened.append((token, at))
            elif token.type == "link_close" and opened:
                link, start = opened.pop()
                address = str(link.attrs["href"])
                if address in {"", "#"}:
                    self.found("link-without-address", f"]({address}")
                elif not any(map(_is_seen, children[start:at])):
                    self.found("link-without-words", f"]({address}")

    def _heading(self, token: Token) -> None:
        level = int(token.tag[1])
        if level == 1:
            self.found("title-in-text", token.markup[0])
        elif token.markup == "-":
            self.found("underlined-heading")
        elif level > self.level + 1:
            self.found("heading-level", token.markup, better="#" * (self.level + 1))
        self.heading, self.level = token, max(2, level)

    def _numbers(self, items: Sequence[tuple[int, int]]) -> None:
        """Numbers go up by one from the first, or are all the same, as some write them."""
        first = items[0][0] if items else 0
        if all(number == first for number, _ in items):
            return
        for index, (number, line) in enumerate(items):
            if number != first + index:
                self.found("list-numbers", f"{number}", line=line, better=first + index)
                return

    def _table(self, start: int, end: int) -> None:
        """More cells than the first row has are dropped; a line below a table becomes a row."""
        rows = [_PREFIX.sub("", line, count=1) for line in self.lines[start:end]]
        wide = len(_cells(rows[0])) if rows else 0
        for number, row in enumerate(rows[2:], start + 2):
            if "|" not in row:
                self.found("text-in-table", line=number)
                return
            if len(_cells(row)) > wide:
                self.found("cells-lost", line=number, better=wide)


def _is_seen(token: Token) -> bool:
    return token.type == "image" or bool(token.content.strip())


def _cells(row: str) -> list[str]:
    """The cells of a row of a table."""
    return _SPLIT.split(re.sub(r"^\||(?<!\\)\|$", "", row.strip()))


def _run_together(lines: Sequence[str]) -> str:
    """As what the lines of a paragraph were meant which readers see in one, or nothing."""
    if _GRID.match(lines[0]) or _rows(lines):
        return "table-without-rule"
    if any(map(_CELL.search, lines)):
        return "tabs-for-table"
    if len(lines) > 1 and sum(bool(_NUMBERED.match(line)) for line in lines) > 1:
        return "letters-for-list"
    return "lines-run-together" if next(_broken(lines), 0) else ""


def _rows(lines: Sequence[str]) -> bool:
    """Whether every line looks like a row of a table."""
    if all(line.startswith("|") and len(_SPLIT.findall(line)) > 1 for line in lines):
        return True
    counts = {len(_SPLIT.findall(line)) for line in lines}
    return len(lines) > 1 and len(counts) == 1 and counts != {0}


def _broken(lines: Sequence[str]) -> Iterator[int]:
    """The lines that begin where the one before had room left, so that somebody pressed Enter."""
    width = max(_NARROW, *map(len, lines))
    for number, (line, after) in enumerate(pairwise(lines), 1):
        word = after.split(maxsplit=1)[:1]
        fits = word and len(line) + 1 + len(word[0]) <= width
        if fits and not _BROKEN.search(line):
            yield number
