"""Tables of Word as tables of Markdown, which have a head and one line a cell."""

from collections.abc import Callable, Iterator

from generator.diagnostics import Location
from generator.text.imported.blocks import Block, bare
from generator.text.imported.package import Node

_CLOSING = frozenset(")]”%")
_CAPTION = 200  # characters; what is longer is text beside a picture

Read = Callable[[Node], Block]


def table_block(table: Node, read: Read) -> Iterator[Block]:
    """A table; one of a single column is but a frame, and its paragraphs are quoted.

    One row with pictures only places them: they stand one by one, a short paragraph as caption.
    """
    rows = [[_cell(cell, read) for cell in row.children] for row in table.children]
    rows = [row for row in rows if row]
    wide = max((len(row) for row in rows), default=0)
    if wide == 1:
        for (blocks,) in rows:
            yield from (block.as_part("quote") for block in blocks if block.text)
    elif len(rows) == 1 and any("![" in block.text for cell in rows[0] for block in cell):
        yield from _placed([block for cell in rows[0] for block in cell if block.text])
    elif wide:
        yield _table([[_line(blocks) for blocks in row] for row in rows], wide, rows)


def _placed(blocks: list[Block]) -> Iterator[Block]:
    """Pictures and words; one paragraph after a picture is its caption, several are a text."""
    has_picture = [False, *("![" in block.text for block in blocks), True]
    for block, before, itself, after in zip(
        blocks, has_picture, has_picture[1:], has_picture[2:], strict=False
    ):
        is_short = block.part == "body" and 0 < len(block.words) <= _CAPTION
        is_caption = is_short and before and after and not itself
        yield block.as_part("caption") if is_caption else block


def _cell(cell: Node, read: Read) -> list[Block]:
    """The paragraphs of a cell; a table in it is taken apart."""
    found = []
    for element in cell.children:
        kind = type(element).__name__
        if kind == "Paragraph":
            found.append(read(element))
        elif kind == "Table":
            found += [b for row in element.children for c in row.children for b in _cell(c, read)]
    return found


def _line(blocks: list[Block]) -> str:
    """The paragraphs of a cell in one line, with a sign where Word begins a new one.

    A paragraph that ends in a sign has its own, and one that begins small or in brackets goes on;
    an item of a list never does. A picture is no sentence.
    """
    line, last = "", ""
    for block in blocks:
        text = " ".join(block.numbered_text.replace("\\\n", " ").split())
        words = block.words.strip()
        is_new = block.part == "item" or words[:1].isupper() or words[:1].isdigit()
        is_open = is_new and (last[-1:].isalnum() or last[-1:] in _CLOSING)
        if text:
            line += ("; " if line and last and is_open else " ") + text
            last = words
    return line.strip().replace("|", "\\|")


def _table(rows: list[list[str]], wide: int, cells: list[list[list[Block]]]) -> Block:
    full = [row + [""] * (wide - len(row)) for row in rows]
    if all(cell.startswith("**") and cell.endswith("**") for cell in full[0] if cell):
        full[0] = [bare(cell) for cell in full[0]]  # a head is bold by itself
    lines = [f"| {' | '.join(row)} |" for row in full]
    rule = f"|{' --- |' * wide}"
    where = next((b.where for row in cells for c in row for b in c), Location(""))
    words = " ".join(block.words for row in cells for cell in row for block in cell)
    return Block("table", "\n".join([lines[0], rule, *lines[1:]]), words, where)
