"""A file as it was saved, and the blocks of words in it, each character with its place."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any
from unicodedata import combining

from markdown_it.tree import SyntaxTreeNode

from generator.diagnostics import Diagnostic
from generator.source.document import document
from generator.source.frontmatter import split
from generator.text.splicing.block_words import Words, words
from generator.text.tree import read_blocks
from generator.vietnamese.text import column_in_raw, nfc

_BOM = "\ufeff"
_AROUND_TABLE = re.compile(r"(?:[ \t>+*-]|\d{1,9}[.)](?=[ \t]))*")
"""What stands before a table: signs of the quotation or of the item that it begins."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """The words of one paragraph, heading, list item or cell.

    `places[i]` is where the character `i` of its content stands in the file, and one more where it
    ends; `lines` are those of the file, from 0, without the last.
    """

    kind: str
    content: str
    places: tuple[int, ...]
    words: Words
    lines: tuple[int, int]

    @property
    def one_line(self) -> bool:
        """Whether it cannot go on in another line."""
        return self.kind in {"heading", "cell"}


Shape = tuple[object, ...]


@dataclass(slots=True)
class Page:
    """A file that was read: its lines as saved without their ends, and where they begin.

    `first` is the line, from 0, in which the body begins; without a body that behind the last.
    """

    text: str
    first: int = 0
    lines: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    environment: dict[str, Any] = field(default_factory=dict)
    leaves: list[Leaf] = field(default_factory=list)
    roots: list[SyntaxTreeNode] = field(default_factory=list)
    numbers: dict[int, int] = field(default_factory=dict)

    @property
    def line_end(self) -> str:
        """How its first line ends."""
        return next((end for end in ("\r\n", "\n", "\r") if end in self.text), "\n")

    def shape(self, new_words: Mapping[int, Words] | None = None) -> Shape:
        """All that it says, without places; `new_words` are leaves, by number, with other words."""
        labels = self.environment.get("references", {})
        known = sorted(
            (label, each["href"], each.get("title", "")) for label, each in labels.items()
        )
        notes = sorted(self.environment.get("footnotes", {}).get("refs", ()))
        return (*(self._shape(root, new_words or {}) for root in self.roots), *known, *notes)

    def _shape(self, node: SyntaxTreeNode, meant: Mapping[int, Words]) -> Shape:
        if node.type == "inline":
            number = self.numbers.get(id(node))
            if number is None:
                return (node.content,)
            return meant.get(number, self.leaves[number].words)
        own = () if node.is_nested else (node.info, node.content)
        attributes = sorted(node.attrs.items())
        inner = (self._shape(child, meant) for child in node.children)
        return (node.type, node.tag, node.hidden, *own, *attributes, *inner)


@lru_cache(2)
def page(text: str) -> Page:
    """The blocks of the body of a file; `text` is its bytes decoded. Without a body it has none."""
    found = Page(text)
    bare = text.removeprefix(_BOM)
    at = len(text) - len(bare)
    for part, end in _lines(bare):
        found.lines.append(part)
        found.starts.append(at)
        at += len(part) + len(end)
    found.first = len(found.lines)
    halves = split(document("", bare)) if bare.strip() else None
    if halves is None or isinstance(halves, Diagnostic):
        return found
    found.first = halves.body.first - 1
    stream = read_blocks(halves.body.text, found.environment)
    found.roots = list(SyntaxTreeNode(stream).children)
    for root in found.roots:
        _read(found, root, found.first)
    return found


def _lines(text: str) -> Iterator[tuple[str, str]]:
    parts = re.split(r"(\r\n|\r|\n)", text)
    yield from zip(parts[::2], [*parts[1::2], ""], strict=True)


def _read(found: Page, node: SyntaxTreeNode, first: int) -> None:
    """Find the leaves below a block; what is written in a way that has no places has none."""
    if node.type == "tr":
        _read_row(found, node, first)
        return
    for child in node.children:
        if child.type == "inline" and child.map and child.content:
            kind = "heading" if node.type == "heading" and node.markup[:1] == "#" else "paragraph"
            leaf = _leaf(found, child, kind, first)
            if leaf:
                _remember(found, child, leaf)
        else:
            _read(found, child, first)


def _remember(found: Page, node: SyntaxTreeNode, leaf: Leaf) -> None:
    found.numbers[id(node)] = len(found.leaves)
    found.leaves.append(leaf)


def _leaf(found: Page, node: SyntaxTreeNode, kind: str, first: int) -> Leaf | None:
    """A line of a content is the end of a line of the file: what stands before is indentation."""
    places: list[int] = []
    start = (node.map or (0, 0))[0] + first
    parts = node.content.split("\n")
    for line, part in enumerate(parts, start):
        shown, bare = nfc(found.lines[line]).rstrip(), part.strip()
        if kind == "heading" and not shown.endswith(bare):
            shown = shown.rstrip("#").rstrip()
        if not shown.endswith(bare):
            return None
        begin, lead = len(shown) - len(bare), len(part) - len(part.lstrip())
        columns = (*[begin] * lead, *range(begin, begin + len(part) - lead + 1))
        places += _places(found, line, columns)
    read = words(node.content, found.environment)
    return Leaf(kind, node.content, tuple(places), read, (start, start + len(parts)))


def _read_row(found: Page, row: SyntaxTreeNode, first: int) -> None:
    """The cells of a row, between the bars of its line; one that is not written has no leaf."""
    inner = row.children[0].children[0].map if row.children else None
    line = (row.map or inner or (0, 0))[0] + first
    shown = nfc(found.lines[line])
    for cell, (start, stop) in zip(row.children, cell_spans(shown), strict=False):
        node = cell.children[0]
        held = [n for n in range(start, stop) if n == start or shown[n - 1 : n + 1] != "\\|"]
        source = "".join("|" if shown[n : n + 2] == "\\|" else shown[n] for n in held)
        if not node.content or source.strip() != node.content:
            continue
        begin = len(source.rstrip()) - len(node.content)
        columns = [*held, stop][begin : begin + len(node.content) + 1]
        places = tuple(_places(found, line, columns))
        read = words(node.content, found.environment)
        _remember(found, node, Leaf("cell", node.content, places, read, (line, line + 1)))


def cell_spans(line: str) -> Sequence[tuple[int, int]]:
    """Where each cell of a line lies between its bars."""
    bars = [found.start() for found in re.finditer(r"(?<!\\)\|", line)]
    edges = list(zip([0, *(bar + 1 for bar in bars)], [*bars, len(line)], strict=True))
    if bars and _AROUND_TABLE.fullmatch(line[: bars[0]]):
        edges.pop(0)
    return edges


def _places(found: Page, line: int, columns: Iterable[int]) -> list[int]:
    """Where in the file columns of a line in normal form C stand."""
    start, saved = found.starts[line], _columns(found.lines[line])
    return [start + (saved[column] if saved else column) for column in columns]


@lru_cache(10_000)
def _columns(saved: str) -> tuple[int, ...]:
    """For each column of a line in normal form C its column as saved; none where they are one."""
    composed = nfc(saved)
    if composed == saved:
        return ()
    found, at = [], 0
    for part in _clusters(saved):
        found += [at] * len(nfc(part))
        at += len(part)
    if len(found) == len(composed):
        return (*found, at)
    return tuple(column_in_raw(saved, column) for column in range(len(composed) + 1))


def _clusters(saved: str) -> list[str]:
    """Characters with the marks that combine with them."""
    parts: list[str] = []
    for char in saved:
        if parts and combining(char):
            parts[-1] += char
        else:
            parts.append(char)
    return parts
