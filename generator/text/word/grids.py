"""Tables of forms and scripts in Word: fixed columns, rows that no page break cuts."""

import re
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any

from generator.text.word.runs import lines_xml
from generator.text.word.styles import CELL, wear

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Row
    from docx.text.paragraph import Paragraph

_RUN = re.compile("<w:r>(.*?)<w:t>.*?</w:t></w:r>")


def grid(document: "Document", widths: Sequence[float], *, has_rules: bool = True) -> "Table":
    """An empty table; `widths` of its columns in mm."""
    from docx.shared import Mm

    table: Table = document.add_table(0, len(widths), "Table Grid" if has_rules else None)
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    return table


def add_row(table: "Table", *, head: bool = False, style: str = CELL) -> "list[Paragraph]":
    """A row, as the first paragraph of each of its cells; a head is repeated on every page."""
    row: _Row = table.add_row()  # type: ignore[no-untyped-call] # python-docx types it half
    _mark(row, "cantSplit")
    if head:
        _mark(row, "tblHeader")
    paragraphs = [cell.paragraphs[0] for cell in row.cells]
    for paragraph in paragraphs:
        wear(paragraph, style)
    return paragraphs


def fill_like(row: "Sequence[Paragraph]", texts: Iterable[Sequence[str]]) -> None:
    """A row for each of these texts, each like one that is there, which itself goes.

    Its paragraphs have one run each. Rows are written as XML and read at once: an element for each
    cell would take ten times as long.
    """
    from docx.oxml import OxmlElement, parse_xml
    from lxml.etree import tostring

    cell: Any = row[0]._p.getparent()  # noqa: SLF001 - python-docx copies no rows
    first = cell.getparent()
    rows = first.getparent()
    alone = OxmlElement("w:tbl")
    alone.append(first)
    head, begin, pattern = tostring(alone, encoding="unicode").partition("<w:tr>")
    pattern, end, tail = pattern.rpartition("</w:tr>")
    parts = _RUN.split(pattern)
    made = (f"{begin}{_filled(parts, each)}{end}" for each in texts)
    rows.extend(list(parse_xml(f"{head}{''.join(made)}{tail}")))


def _filled(parts: Sequence[str], texts: Sequence[str]) -> str:
    """A row as XML; `parts` are what stands around its runs, and between them their marks."""
    runs = (
        f"<w:r>{marks}{lines}</w:r>" if (lines := lines_xml(text)) else ""
        for marks, text in zip(parts[1::2], texts, strict=True)
    )
    return "".join(chain.from_iterable(zip(parts[::2], (*runs, ""), strict=True)))


def add_wide(table: "Table", style: str = CELL) -> "Paragraph":
    """A row that is one cell, kept with the row below it."""
    row: _Row = table.add_row()  # type: ignore[no-untyped-call] # python-docx types it half
    _mark(row, "cantSplit")
    paragraph: Paragraph = row.cells[0].merge(row.cells[-1]).paragraphs[0]
    wear(paragraph, style)
    paragraph.paragraph_format.keep_with_next = True
    return paragraph


def further(paragraph: "Paragraph") -> "Paragraph":
    """One more paragraph in the cell of another, below it and in the same style."""
    from copy import copy

    element = copy(paragraph._p)  # noqa: SLF001 - python-docx adds at the end of a cell only
    for child in list(element):
        element.remove(child)
    paragraph._p.addnext(element)  # noqa: SLF001
    made = type(paragraph)(element, paragraph._parent)  # noqa: SLF001
    made.style = paragraph.style
    return made


def _mark(row: "_Row", name: str) -> None:
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement(f"w:{name}"))  # noqa: SLF001 - no other way
