"""The text of a bound piece as its template sets it: a lead, and chapters of blocks.

Each `##` section of the Markdown is a chapter. Blocks are headings (`###`), paragraphs, lists,
tables, quotations, which are set as notes beside the text; a table with empty cells is a form to
write on. Words are runs: [text, style], where the style is "", "b" or "i", or a note below.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from markdown_it.tree import SyntaxTreeNode

from generator.diagnostics import Diagnostic, Rule
from generator.model.bound_piece import BoundPiece
from generator.model.printed_piece import PrintedPiece
from generator.text.tree import plain, side_of, tree
from generator.vietnamese.text import nfc
from generator.vietnamese.typography import PHRASES, bind

NO_ROOM = Rule(
    "book-block",
    "A page of a bound piece takes headings, paragraphs, lists, tables and quotations; this is "
    "something else.",
    "Write it as one of these. A chapter gets its drawing from drawings: in the front matter.",
)
Run = list[object]
Block = Mapping[str, object]
_LISTS = frozenset({"bullet_list", "ordered_list"})
_STYLES = {"strong": "b", "em": "i"}
_NOTES = "footnote_block"


@dataclass(frozen=True, slots=True)
class BookChapter:
    """A chapter: its title, its blocks as they are in the Markdown, the line of its heading."""

    title: str
    nodes: tuple[SyntaxTreeNode, ...]
    line: int

    @property
    def words(self) -> tuple[str, ...]:
        """The words of each block."""
        return tuple(plain(node) for node in self.nodes)


def chapters(piece: PrintedPiece) -> tuple[BookChapter, ...]:
    """The chapters of a piece."""
    return tuple(
        BookChapter(plain(heading), tuple(nodes), (heading.map or (0, 0))[0])
        for heading, nodes in _parts(piece.body.text)[1]
    )


def book_text(piece: BoundPiece) -> Mapping[str, object]:
    """What the template reads: title, lead, chapters, imprint."""
    lead, parts = json.loads(_body(piece.body.text))
    drawings = (*piece.drawings, *("" for _ in parts))
    return {
        "title": piece.title,
        "series": piece.series,
        "lead": lead,
        "chapters": [
            {**part, "drawing": drawing} for part, drawing in zip(parts, drawings, strict=False)
        ],
        "imprint": [[label, said] for label, said in piece.imprint_lines],
    }


@lru_cache(maxsize=16)  # all that is bound is looked at after each key that is pressed at the desk
def _body(text: str) -> str:
    """The lead and the chapters of a body, as JSON."""
    lead, parts = _parts(text)
    notes = _notes(text)
    chapters = [
        {
            "title": _bound(plain(heading)),
            "blocks": [block for node in nodes for block in _blocks(node, notes)],
        }
        for heading, nodes in parts
    ]
    return json.dumps([[_bound(plain(node)) for node in lead], chapters], ensure_ascii=False)


def words_of(text: str) -> Iterator[str]:
    """Every text that must stand on the pages: of what `book_text` gave, as JSON."""
    book = json.loads(text)
    yield from book["lead"]
    for chapter in book["chapters"]:
        yield chapter["title"]
        for block in chapter["blocks"]:
            rows = block.get("rows", [block.get("items", []), block.get("paragraphs", [])])
            for runs in [*(each for row in rows for each in row), block.get("runs", [])]:
                yield "".join(run[0] for run in runs)
                yield from ("".join(part[0] for part in run[2]) for run in runs if len(run) > 2)  # noqa: PLR2004 - a note
    yield from (each for pair in book["imprint"] for each in pair)


def book_faults(piece: PrintedPiece) -> Iterator[Diagnostic]:
    """Blocks that no page has room for."""
    if not isinstance(piece, BoundPiece):
        return
    yield from (NO_ROOM.at(piece.body.at(line)) for line in _roomless(piece.body.text))


@lru_cache(maxsize=16)
def _roomless(text: str) -> tuple[int, ...]:
    """The lines of blocks that are none of the template's."""
    return tuple(
        (node.map or (0, 0))[0]
        for _, nodes in _parts(text)[1]
        for node in nodes
        if node.type != _NOTES and not list(_blocks(node, {}))
    )


@lru_cache(maxsize=16)
def _parts(
    text: str,
) -> tuple[list[SyntaxTreeNode], list[tuple[SyntaxTreeNode, list[SyntaxTreeNode]]]]:
    lead: list[SyntaxTreeNode] = []
    found: list[tuple[SyntaxTreeNode, list[SyntaxTreeNode]]] = []
    for node in tree(text).children:
        if node.type == "heading" and node.tag == "h2":
            found.append((node, []))
        elif found:
            found[-1][1].append(node)
        elif node.type == "paragraph":
            lead.append(node)
    return lead, found


def _notes(text: str) -> Mapping[int, list[Run]]:
    """The words of notes below the text, by their numbers."""
    blocks = (node for node in tree(text).children if node.type == _NOTES)
    return {
        int(note.meta["number"]): list(_runs(note, {}))
        for block in blocks
        for note in block.children
    }


def _blocks(node: SyntaxTreeNode, notes: Mapping[int, list[Run]]) -> Iterator[Block]:
    """A node as blocks of the template; none of what it does not know."""
    if node.type == "heading" and node.tag == "h3":
        yield {"kind": "heading", "runs": list(_runs(node, notes))}
    elif node.type == "paragraph" and not _holds_picture(node):
        yield {"kind": "paragraph", "runs": list(_runs(node, notes))}
    elif node.type in _LISTS:
        first = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else 0
        items = [list(_runs(item, notes)) for item in node.children]
        yield {"kind": "list", "first": first, "items": items}
    elif node.type == "blockquote":
        paragraphs = [list(_runs(each, notes)) for each in node.children]
        yield {"kind": "note", "paragraphs": paragraphs}
    elif node.type == "table":
        rows = [row for part in node.children for row in part.children]
        yield {
            "kind": "table",
            "sides": [side_of(cell) or "left" for cell in rows[0].children],
            "rows": [[list(_runs(cell, notes)) for cell in row.children] for row in rows],
        }


def _holds_picture(node: SyntaxTreeNode) -> bool:
    return node.type == "image" or any(_holds_picture(child) for child in node.children)


def _runs(node: SyntaxTreeNode, notes: Mapping[int, list[Run]], style: str = "") -> Iterator[Run]:
    """The words of a node, with what must not be parted bound."""
    if node.type == "footnote_ref":
        yield ["", "note", notes.get(int(node.meta["number"]), [])]
    elif node.type in {"text", "code_inline"}:
        yield [_bound(node.content), style]
    elif node.type in {"softbreak", "hardbreak"}:
        yield [" ", style]
    elif node.type != "footnote_anchor":
        for child in node.children:
            yield from _runs(child, notes, _STYLES.get(node.type, style))


def _bound(text: str) -> str:
    return bind(nfc(text), PHRASES)
