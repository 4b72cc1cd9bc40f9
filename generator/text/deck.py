"""Slides of a text: what each shows, what is said to it, and whether it can be read in a class.

A heading `##` begins a slide. Quotations are what the speaker says: they stand in the notes. What
stands before the first heading is said to the cover, which shows title and summary of the piece.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from markdown_it.tree import SyntaxTreeNode

from generator.text.picture_use import is_caption, is_picture
from generator.text.tree import plain, tree
from generator.vietnamese.text_cache import text_cache

TITLE: Final = 42
"""Signs of a line of a title, which has 40 points."""
MOST_TITLE: Final = 2
LETTERS: Final = ((32, 7), (28, 8), (24, 10))
"""Points of letters, the largest first, and how many lines of them fit below a title."""
LEAST_LETTERS, MOST_LINES = LETTERS[-1]
"""What is read from the last row of a class of fifty, ten metres from a wall of two."""
_WIDE: Final = 1_640
"""What a line takes, in signs times points: letters of Vietnamese are half as wide as high."""
_NARROW: Final = 840
"""The same beside a picture."""
_LEAST_SHARE: Final = 0.16
_SHOUT: Final = 24
"""Words at most of what stands large, alone on its slide."""

Kind = Literal["cover", "chapter", "large", "words", "picture", "diagram"]


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide: its heading, the blocks that it shows, what is said to it, its 0-based line.

    `notes` are the footnotes that it refers to.
    """

    heading: SyntaxTreeNode | None
    blocks: tuple[SyntaxTreeNode, ...]
    speech: tuple[SyntaxTreeNode, ...]
    notes: tuple[SyntaxTreeNode, ...] = ()
    line: int = 0

    @property
    def title(self) -> str:
        """The words of its heading."""
        return plain(self.heading).strip() if self.heading else ""

    @property
    def body(self) -> tuple[SyntaxTreeNode, ...]:
        """Its blocks but those that are a picture and nothing else, or the caption of one."""
        before = (None, *self.blocks)
        return tuple(
            block
            for above, block in zip(before, self.blocks, strict=False)
            if not is_picture(block) and not is_caption(above, block) and block.type != "hr"
        )

    @property
    def pictures(self) -> tuple[SyntaxTreeNode, ...]:
        """Every picture of it."""
        return tuple(node for b in self.blocks for node in b.walk() if node.type == "image")

    @property
    def shapes(self) -> tuple[SyntaxTreeNode, ...]:
        """The blocks that a picture is in, once a picture, and the tables."""
        return tuple(
            block
            for block in self.blocks
            for node in block.walk()
            if node.type == "image" or (node is block and block.type == "table")
        )

    @property
    def kind(self) -> Kind:
        """How it is laid out, by what it holds."""
        if self.heading is None:
            return "cover"
        if self.pictures:
            return "picture" if self.body else "diagram"
        if not self.body:
            return "chapter"
        words = sum(len(plain(block).split()) for block in self.body)
        is_short = words <= _SHOUT and all(block.type == "paragraph" for block in self.body)
        return "large" if is_short else "words"

    @property
    def letters(self) -> int:
        """Points of its letters: the largest of which all fits."""
        fit = (points for points, most in LETTERS if self.lines(points) <= most)
        return next(fit, LEAST_LETTERS)

    def lines(self, letters: int = LEAST_LETTERS) -> int:
        """How many lines of letters of so many points it takes."""
        return sum(lines for _, lines in self.measures(letters))

    def measures(self, letters: int = LEAST_LETTERS) -> Iterator[tuple[SyntaxTreeNode, int]]:
        """Each paragraph, row and item with the lines that it takes."""
        signs = (_NARROW if self.pictures else _WIDE) // letters
        for block in self.body:
            yield from _measures(block, signs)


@text_cache(64)
def slides_of(markdown: str) -> tuple[Slide, ...]:
    """The slides of a text, the cover first."""
    parts: list[list[SyntaxTreeNode]] = [[]]
    notes: list[SyntaxTreeNode] = []
    for node in tree(markdown).children:
        if node.type == "footnote_block":
            notes += node.children
        elif node.type == "heading" and node.tag in {"h1", "h2"}:
            parts.append([node])
        else:
            parts[-1].append(node)
    cover = Slide(None, (), tuple(parts[0]), _noted(parts[0], notes))
    return (cover, *(_slide(part, notes) for part in parts[1:]))


def _slide(part: list[SyntaxTreeNode], notes: list[SyntaxTreeNode]) -> Slide:
    heading, *rest = part
    blocks = tuple(node for node in rest if node.type != "blockquote")
    said = tuple(node for node in rest if node.type == "blockquote")
    return Slide(heading, blocks, said, _noted(part, notes), line_of(heading))


def _noted(part: list[SyntaxTreeNode], notes: list[SyntaxTreeNode]) -> tuple[SyntaxTreeNode, ...]:
    """The footnotes that some blocks refer to."""
    marks = (node for block in part for node in block.walk() if node.type == "footnote_ref")
    numbers = {node.meta["number"] for node in marks}
    return tuple(note for note in notes if note.meta["number"] in numbers)


def line_of(node: SyntaxTreeNode) -> int:
    """The 0-based line on which a block begins."""
    return node.map[0] if node.map else 0


def title_lines(title: str) -> int:
    """How many lines a title takes."""
    return max(1, math.ceil(len(title) / TITLE))


def rows_of(table: SyntaxTreeNode) -> list[list[SyntaxTreeNode]]:
    """The cells of a table, row by row."""
    return [row.children for part in table.children for row in part.children]


def shares(table: SyntaxTreeNode) -> list[float]:
    """How much of the width each column of a table takes, by what is written in it."""
    columns = zip(*rows_of(table), strict=True)
    longest = [max(len(plain(cell)) for cell in column) + 1 for column in columns]
    least = max(_LEAST_SHARE * sum(longest), 1)
    widths = [max(length, least) for length in longest]
    return [width / sum(widths) for width in widths]


def _measures(block: SyntaxTreeNode, signs: int) -> Iterator[tuple[SyntaxTreeNode, int]]:
    if block.type in {"bullet_list", "ordered_list", "list_item", "blockquote"}:
        for child in block.children:
            yield from _measures(child, signs - 2 * (block.type == "list_item"))
    elif block.type == "table":
        rooms = [max(1, math.floor(signs * share) - 2) for share in shares(block)]
        for row in rows_of(block):
            cells = zip(row, rooms, strict=True)
            yield row[0], max(math.ceil(len(plain(cell)) / room) or 1 for cell, room in cells)
    elif block.type == "fence":
        yield block, len(block.content.rstrip("\n").split("\n"))
    elif block.type != "hr" and not is_picture(block):
        yield block, math.ceil(len(plain(block).strip()) / signs) or 1
