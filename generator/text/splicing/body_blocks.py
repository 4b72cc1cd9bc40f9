"""The blocks of a body as a tree: what each is, its words, and which lines of the file hold it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Final

from markdown_it.tree import SyntaxTreeNode

from generator.text.splicing.block_words import SOFT, Unit, Words
from generator.text.splicing.leaves import Leaf, Page, cell_spans, page
from generator.text.tree import cue_of, side_of
from generator.vietnamese.text import nfc

Lines = tuple[int, int]
Facts = tuple[tuple[str, str | int], ...]

TEXT_BLOCKS: Final = frozenset({"paragraph", "heading"})
LISTS: Final = frozenset({"bullet_list", "ordered_list"})
RAW, CUE, TABLE, ROW, NOTE, QUOTE, ITEM, RULE = (
    *("raw", "cue", "table", "table_row", "footnote", "blockquote", "list_item", "rule"),
)
CELLS: Final = frozenset({"table_header", "table_cell"})
_NAMES: Final = {
    "container_cue": CUE,
    "tr": ROW,
    "th": "table_header",
    "td": "table_cell",
    "hr": RULE,
    "footnote_reference": NOTE,
}
_CONTAINERS: Final = frozenset({*LISTS, ITEM, QUOTE, CUE, NOTE})
_FENCED: Final = frozenset({CUE})
_ODD: Final = re.compile(r"[\n\t&]")
"""What a content must hold to have a space in its words that is written otherwise."""
SPACES: Final = frozenset({SOFT, "\t"})
"""What is written otherwise than a space, and is read as one."""
_AROUND: Final = " \t>"
"""What stands before the words of an empty line."""


@dataclass(frozen=True, slots=True)
class BodyBlock:
    """A block of a body, and the blocks in it; two are equal that say the same.

    `facts` are what its kind needs to be said (the level of a heading, the kind of a cue); `lines`
    are those of the file, from 0, without the last; `leaf` is the number of its words in the file,
    or -1 where they are not in it. A line that is broken in the source is a space here.
    """

    kind: str
    facts: Facts = ()
    words: Words = ()
    blocks: tuple["BodyBlock", ...] = ()
    is_tight: bool = field(default=True, compare=False)
    lines: Lines = field(default=(0, 0), compare=False)
    leaf: int = field(default=-1, compare=False)

    def fact(self, name: str) -> str | int:
        """What it says of itself by this name; nothing where it does not."""
        return dict(self.facts).get(name, "")

    @property
    def is_empty(self) -> bool:
        """Whether nobody would see anything of it."""
        if self.kind in TEXT_BLOCKS:
            return not self.words
        return self.kind in _CONTAINERS - _FENCED and all(each.is_empty for each in self.blocks)


def visible(blocks: Sequence[BodyBlock]) -> tuple[BodyBlock, ...]:
    """Blocks as they are read: none that is empty, and two lists side by side are one."""
    found: list[BodyBlock] = []
    for each in blocks:
        if each.is_empty:
            continue
        block = replace(each, blocks=visible(each.blocks)) if each.blocks else each
        if found and block.kind in LISTS and found[-1].kind == block.kind:
            found[-1] = replace(found[-1], blocks=(*found[-1].blocks, *block.blocks))
        else:
            found.append(block)
    return tuple(found)


@lru_cache(4)
def body_blocks(text: str) -> tuple[BodyBlock, ...]:
    """The blocks of the body of a file as saved."""
    return blocks_of(page(text))


def blocks_of(page: Page) -> tuple[BodyBlock, ...]:
    """The blocks of a body in order; what has no form of its own is raw, so that none is hidden."""
    found: list[BodyBlock] = []
    at = page.first
    for root in page.roots:
        block = _block(page, root) or _raw(page, _lines(page, root))
        found += _between(page, at, block.lines[0])
        found.append(block)
        at = max(at, block.lines[1])
    return (*found, *_between(page, at, len(page.lines)))


def _between(page: Page, start: int, stop: int) -> list[BodyBlock]:
    """The lines between blocks that are none, such as definitions of links."""
    numbers = [n for n in range(start, stop) if page.lines[n].strip()]
    return [_raw(page, (numbers[0], numbers[-1] + 1))] if numbers else []


def _raw(page: Page, lines: Lines) -> BodyBlock:
    text = "\n".join(nfc(line) for line in page.lines[slice(*lines)])
    return BodyBlock(RAW, (("text", text),), lines=lines)


def _lines(page: Page, node: SyntaxTreeNode) -> Lines:
    """The lines of a block, without the empty ones below it and with the fence that closes it."""
    start, stop = ((node.map or (0, 0))[n] + page.first for n in range(2))
    if node.type == "container_cue" and _closes(page, node, stop):
        return start, stop + 1
    while stop > start + 1 and not page.lines[stop - 1].strip(_AROUND):
        stop -= 1
    return start, stop


def _closes(page: Page, node: SyntaxTreeNode, line: int) -> bool:
    return line < len(page.lines) and page.lines[line].strip(_AROUND).startswith(node.markup)


def _block(page: Page, node: SyntaxTreeNode) -> BodyBlock | None:
    """A block, or None if it is written in a way that has no form."""
    kind = _NAMES.get(node.type, node.type)
    if kind in TEXT_BLOCKS:
        return _text_block(page, node, kind)
    if kind == RULE:
        return BodyBlock(kind, lines=_lines(page, node))
    if kind == TABLE:
        return _table(page, node)
    return _container(page, node, kind) if kind in _CONTAINERS else None


def _text_block(page: Page, node: SyntaxTreeNode, kind: str) -> BodyBlock | None:
    facts: Facts = (("level", int(node.tag[1:])),) if kind == "heading" else ()
    inline = node.children[0]
    leaf = page.numbers.get(id(inline), -1)
    if leaf < 0 and inline.content:
        return None
    said = _words(page.leaves[leaf]) if leaf >= 0 else ()
    return BodyBlock(kind, facts, said, lines=_lines(page, node), leaf=leaf)


def _words(leaf: Leaf) -> Words:
    return as_read(leaf.words) if _ODD.search(leaf.content) else leaf.words


def as_read(words: Words) -> Words:
    """Words as they are read: where a line is broken, or a tab stands, is a space."""
    return tuple(Unit(" ", u.marks, u.start, u.end) if u.what in SPACES else u for u in words)


def _container(page: Page, node: SyntaxTreeNode, kind: str) -> BodyBlock | None:
    lines = _lines(page, node)
    blocks = tuple(block for child in node.children if (block := _block(page, child)))
    if len(blocks) < len(node.children) or not _is_covered(page, node, lines, blocks):
        return None
    inner_kinds = {block.kind for block in all_of(blocks)}
    if NOTE in inner_kinds or (kind == CUE and CUE in inner_kinds):
        return None
    held = (child for item in node.children for child in item.children)
    is_tight = not any(child.type == "paragraph" and not child.hidden for child in held)
    return BodyBlock(kind, _facts(node, kind), (), blocks, is_tight, lines)


def all_of(blocks: Sequence[BodyBlock]) -> list[BodyBlock]:
    """Blocks and all that lie in them."""
    return [found for block in blocks for found in (block, *all_of(block.blocks))]


def _facts(node: SyntaxTreeNode, kind: str) -> Facts:
    if kind == CUE:
        cue = cue_of(node)
        return ("kind", cue.kind), ("seconds", cue.seconds)
    if kind == "ordered_list":
        return (("start", int(node.attrs.get("start", 1))),)
    return (("label", str(node.meta["label"])),) if kind == NOTE else ()


def _is_covered(
    page: Page, node: SyntaxTreeNode, lines: Lines, blocks: Sequence[BodyBlock]
) -> bool:
    """Whether every line of a container is one of a block in it, empty, or its own fence."""
    held = {n for block in blocks for n in range(*block.lines)}
    if node.type == "container_cue":
        if lines[1] - lines[0] == 1 or not _closes(page, node, lines[1] - 1):
            return False
        held |= {lines[0], lines[1] - 1}
    elif not blocks:
        held |= {lines[0]}
    return all(n in held or not page.lines[n].strip(_AROUND) for n in range(*lines))


def _table(page: Page, node: SyntaxTreeNode) -> BodyBlock | None:
    rows = [_row(page, row) for part in node.children for row in part.children]
    if not all(rows):
        return None
    return BodyBlock(TABLE, (), (), tuple(row for row in rows if row), lines=_lines(page, node))


def _row(page: Page, row: SyntaxTreeNode) -> BodyBlock | None:
    inner = row.children[0].children[0].map
    line = (row.map or inner or (0, 0))[0] + page.first
    cells = [_cell(page, cell, line) for cell in row.children]
    written = nfc(page.lines[line])
    beyond = [written[slice(*span)] for span in cell_spans(written)[len(cells) :]]
    if not all(cells) or "".join(beyond).strip():  # no reader sees more cells than the head has
        return None
    return BodyBlock(ROW, (), (), tuple(cell for cell in cells if cell), lines=(line, line + 1))


def _cell(page: Page, cell: SyntaxTreeNode, line: int) -> BodyBlock | None:
    inline = cell.children[0]
    leaf = page.numbers.get(id(inline), -1)
    if leaf < 0 and inline.content:
        return None
    said = _words(page.leaves[leaf]) if leaf >= 0 else ()
    lines = (line, line + 1)
    return BodyBlock(_NAMES[cell.type], (("align", side_of(cell)),), said, lines=lines, leaf=leaf)
