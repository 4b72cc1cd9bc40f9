"""A Word document in the few elements that mammoth is known to render, and what was lost.

Paragraphs of runs with words, line breaks, links, pictures and marks of notes; tables of rows of
cells. Everything else is one of three: it shows nothing (HARMLESS), it is taken apart into those
few, or it is left out and told with its place.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from generator.diagnostics import Diagnostic, Location
from generator.text.imported import change_log as rules
from generator.text.imported.change_log import ChangeLog
from generator.text.imported.character_format import CharacterFormats
from generator.text.imported.inlines import Inlines
from generator.text.imported.numbering import ListMark, Numbering, holds_list
from generator.text.imported.package import (
    BROKEN_DOCUMENT,
    MOST_PARAGRAPHS,
    TOO_LONG,
    Node,
    NotImportedError,
    Package,
    W,
    text_of,
)
from generator.text.imported.packing import pack
from generator.text.imported.paragraph_places import ParagraphPlaces
from generator.text.imported.shapes import MC, relations
from generator.text.imported.tab_columns import begins_columns
from generator.text.imported.tags import HARMLESS, OPEN, is_drop_cap, new_element, value_of
from generator.text.imported.word_fields import ended_fields
from generator.vietnamese.numbers import format_number

MOST_CELLS: Final = 63  # columns that Word allows
MOST_EMPTY: Final = 20_000  # cells that merged ones leave behind
_NOTES: Final = ("footnote", "endnote")
_SHOWN: Final = 60
_MOST_FIGURES: Final = 5


@dataclass(frozen=True, slots=True)
class ParagraphFact:
    """What mammoth does not know of a paragraph, or reads less exactly."""

    style: str | None
    level: int
    item: ListMark | None
    is_set_in: bool
    where: Location


@dataclass(frozen=True, slots=True)
class SimpleDocument:
    """The simple document as a file; what is known of its paragraphs, by their numbers."""

    data: bytes
    facts: list[ParagraphFact]
    record: ChangeLog
    places: ParagraphPlaces
    faces: CharacterFormats


def simple(package: Package) -> SimpleDocument:
    """The simple document of a package. Raises NotImportedError."""
    record, faces = ChangeLog(), CharacterFormats(package)
    counting = Numbering(package, faces)
    parts: dict[str, Node] = {}
    media: dict[str, str] = {}
    held: list[tuple[Node, Node, ListMark | None]] = []
    for part, root in _roots(package):
        writer = _Writer(package, part, record, faces, counting, media, held)
        parts[part] = writer.part(root)
    body = parts["word/document.xml"]
    places = ParagraphPlaces(package.name, body, record)
    facts = [
        ParagraphFact(faces.name(old), faces.level(old), item, _is_set_in(old), places.of(new))
        for old, new, item in held
    ]
    return SimpleDocument(pack(package, parts, media), facts, record, places, faces)


def remarks_of(simple: SimpleDocument) -> list[Diagnostic]:
    """What was told while the document was made simple."""
    found = []
    for rule, element, details in simple.record.each_kind():
        where = simple.places.of(element)
        text = " ".join(where.text.split())[:_SHOWN]
        found.append(rule.at(where, **{"text": text, **details}))
    return found


def _roots(package: Package) -> Iterator[tuple[str, Node]]:
    """The text and its notes, by the names that mammoth knows them by."""
    document = package.document
    if document is None:
        raise NotImportedError(BROKEN_DOCUMENT.at(Location(package.name), name=package.name))
    yield "word/document.xml", document
    for kind in _NOTES:
        root = package.root(f"word/{kind}s.xml")
        if root is not None:
            yield f"word/{kind}s.xml", root


def _is_set_in(paragraph: Node) -> bool:
    indent = paragraph.find(f"{W}pPr/{W}ind")
    if indent is None:
        return False
    return bool(indent.get(f"{W}start") or indent.get(f"{W}left"))


@dataclass
class _Writer:
    """Makes one part simple."""

    package: Package
    name: str
    record: ChangeLog
    faces: CharacterFormats
    counting: Numbering
    media: dict[str, str]
    held: list[tuple[Node, Node, ListMark | None]]
    _cells: int = 0

    def part(self, root: Node) -> Node:
        """The part with its paragraphs and tables alone."""
        name = self.package.document_name if self.name == "word/document.xml" else self.name
        self._pending: list[Node] = []
        self._inlines = Inlines(
            self.record,
            self.faces,
            self.package,
            relations(self.package, name),
            self.media,
            self.box,
            ended_fields(root),
        )
        kinds = [f"{W}{kind}" for kind in _NOTES]
        if root.tag != f"{W}document":
            new = new_element(root.tag)
            for note in root.iterfind("*"):
                if note.tag in kinds and note.get(f"{W}type", "normal") == "normal":
                    self.blocks(
                        note, new_element(note.tag, new, {f"{W}id": note.get(f"{W}id", "")})
                    )
            return new
        new = new_element(root.tag)
        for body in root.iterfind(f"{W}body"):
            self.blocks(body, new_element(body.tag, new))
        return new

    def box(self, element: Iterable[Node]) -> list[Node]:
        """The paragraphs of a box, to stand after the one that it hangs on."""
        holder, pending = new_element(f"{W}body"), self._pending
        self._pending = []
        self.blocks(element, holder)
        self._pending = pending
        return list(holder)

    def blocks(self, element: Iterable[Node], into: Node) -> None:
        """The paragraphs and tables of an element."""
        for child in element:
            self._block(child, into)
        self._flush(into)

    def _block(self, element: Node, into: Node) -> None:
        tag = element.tag
        if tag == f"{W}p":
            self._paragraph(element, into)
        elif tag == f"{W}tbl":
            self._flush(into)
            self._table(element, into)
        elif tag in OPEN:
            for child in self._opened(element):
                self._block(child, into)
        elif tag == f"{W}altChunk":
            self.record.leave_block(rules.CHUNK, element, len(self.held))
        elif tag == f"{MC}AlternateContent":
            for child in element.iterfind(f"{MC}Choice[1]/*"):
                self._block(child, into)
        elif isinstance(tag, str) and tag not in HARMLESS:
            self._inlines.leave_unknown(element)

    def _opened(self, element: Node) -> Iterator[Node]:
        """What is in an element that only holds others; a table of contents is left out."""
        if element.tag != f"{W}sdt":
            yield from element
            return
        if value_of(element, "sdtPr/docPartObj/docPartGallery") == "Table of Contents":
            self.record.leave_block(rules.CONTENTS, element, len(self.held))
            return
        self._inlines.tell_form(element)
        for content in element.iterfind(f"{W}sdtContent"):
            yield from content

    def _paragraph(self, old: Node, into: Node) -> None:
        """A paragraph; one whose end was deleted, or a drop cap, is the beginning of the next."""
        if _is_beginning(old):
            self._pending.append(old)
            return
        self._made([*self._pending, old], into)
        self._pending = []

    def _flush(self, into: Node) -> None:
        if self._pending:
            self._made(self._pending, into)
            self._pending = []

    def _made(self, olds: list[Node], into: Node) -> None:
        new, last = new_element(f"{W}p", into), olds[-1]
        new_element(f"{W}jc", new_element(f"{W}pPr", new), {f"{W}val": str(len(self.held))})
        item = self.counting.item(last)
        self.held.append((last, new, item))
        if item is not None:
            self._tell_of_list(last, item)
        for old in olds:
            self.record.became[old] = new
        if begins_columns(last):
            self.record.tell(rules.COLUMNS, last)
        for block in self._inlines.paragraph(olds, new):
            into.append(block)

    def _tell_of_list(self, paragraph: Node, item: ListMark) -> None:
        cell = paragraph.getparent()
        if not item.is_known:
            self.record.tell(rules.UNKNOWN_NUMBERING, paragraph, label=item.label)
        if holds_list(cell):
            self.record.tell_once(rules.CELL_LIST, paragraph, cell)

    def _table(self, old: Node, into: Node) -> None:
        if next(old.iterancestors(f"{W}tc"), None) is not None:
            self.record.tell(rules.NESTED_TABLE, old, text=" ".join(text_of(old).split())[:_SHOWN])
        new = new_element(f"{W}tbl", into)
        for row in self._of_kind(old, f"{W}tr"):
            if row.find(f"{W}trPr/{W}del") is not None:
                self.record.leave(row)
            else:
                self._row(row, new_element(f"{W}tr", new))

    def _row(self, old: Node, into: Node) -> None:
        """Cells as a grid has them: what was merged is a cell with words, and empty ones."""
        self._empty(into, _count(old.find(f"{W}trPr/{W}gridBefore"), 0))
        for cell in self._of_kind(old, f"{W}tc"):
            new = new_element(f"{W}tc", into)
            if _goes_on(cell):
                self.record.leave(cell)
            else:
                self.blocks(cell, new)
            self._empty(into, _count(cell.find(f"{W}tcPr/{W}gridSpan"), 1) - 1)
        self._empty(into, _count(old.find(f"{W}trPr/{W}gridAfter"), 0))

    def _empty(self, into: Node, count: int) -> None:
        self._cells += count
        if self._cells > MOST_EMPTY:
            most = format_number(MOST_PARAGRAPHS)
            where = Location(self.package.name)
            raise NotImportedError(TOO_LONG.at(where, name=self.package.name, most=most))
        for _ in range(count):
            new_element(f"{W}tc", into)

    def _of_kind(self, element: Node, tag: str) -> Iterator[Node]:
        """Rows of a table or cells of a row, in whatever boxes of a form they lie."""
        for child in element:
            if child.tag == tag:
                yield child
            elif child.tag in OPEN:
                inner = child.find(f"{W}sdtContent") if child.tag == f"{W}sdt" else child
                yield from self._of_kind(inner, tag) if inner is not None else ()
            elif isinstance(child.tag, str) and child.tag not in HARMLESS:
                self._inlines.leave_unknown(child)


def _is_beginning(paragraph: Node) -> bool:
    marks = paragraph.find(f"{W}pPr/{W}rPr")
    if marks is not None and any(
        marks.find(f"{W}{tag}") is not None for tag in ("del", "moveFrom")
    ):
        return True
    return is_drop_cap(paragraph)


def _goes_on(cell: Node) -> bool:
    """Whether a cell is hidden behind the one above it, or before it, with which it is merged."""
    for name in ("vMerge", "hMerge"):
        merged = cell.find(f"{W}tcPr/{W}{name}")
        if merged is not None and merged.get(f"{W}val", "continue") == "continue":
            return True
    return False


def _count(element: Node, usual: int) -> int:
    value = "" if element is None else element.get(f"{W}val", "")
    figure = value.isascii() and value.isdecimal() and len(value) <= _MOST_FIGURES
    return min(MOST_CELLS, int(value)) if figure else usual
