"""The sheet of a script as a Word document, which a station may still change."""

from typing import TYPE_CHECKING

from generator.catalogue import words
from generator.outputs.scripts.script_sheet import ScriptSheet, signs
from generator.text.sheet import SheetRow
from generator.text.word import blank, docx_bytes, line
from generator.text.word.frames import add_frame, add_gap
from generator.text.word.grids import add_row, add_wide, further, grid
from generator.text.word.page_setup import narrow, number_pages
from generator.text.word.runs import PLAIN, Marks, run
from generator.text.word.signature_lines import add_signs
from generator.text.word.styles import NOTE, TITLE, wear
from generator.vietnamese.dates import format_timecode

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table
    from docx.text.paragraph import Paragraph

AUDIO_WIDTHS = (16.0, 40.0, 118.0)  # mm
PICTURE_WIDTHS = (64.0, 110.0)
FACTS = (36.0, 138.0)
LARGE = 15  # points: read standing, at arm's length
LAST = 2
"""Rows that stay with the lines to sign."""
BOLD, SOFT = Marks(bold=True), Marks(italic=True)
KINDS = {"": PLAIN, "struck": Marks(struck=True), "note": Marks(is_superscript=True)}


def document(sheet: ScriptSheet) -> bytes:
    """The bytes of the document."""
    made = blank(sheet.piece.title)
    narrow(made)
    number_pages(made, f"{sheet.piece.title} · {sheet.piece.id}")
    line(made, sheet.kicker, NOTE)
    line(made, sheet.piece.title, TITLE)
    line(made, sheet.status, NOTE).runs[0].bold = True
    if sheet.warning:
        add_frame(made, sheet.warning)
    _facts(made, sheet)
    add_gap(made)
    _table(made, sheet)
    _notes(made, sheet)
    _end(made, sheet.end)
    add_signs(made, signs(), words("(signature and full name)"))
    return docx_bytes(made)


def _notes(made: "Document", sheet: ScriptSheet) -> None:
    if sheet.notes:
        line(made, words("Notes, not to be read"), NOTE).runs[0].bold = True
    for note in sheet.notes:
        run(paragraph := wear(made.add_paragraph(), NOTE), str(note.number), KINDS["note"])
        run(paragraph, f" {note.text}")


def _end(made: "Document", text: str) -> None:
    """The last line, apart from the table above and the lines to sign."""
    from docx.shared import Pt

    form = line(made, text, NOTE).paragraph_format
    form.space_before, form.space_after, form.keep_with_next = Pt(8), Pt(14), True


def _facts(made: "Document", sheet: ScriptSheet) -> None:
    table = grid(made, FACTS)
    for label, value in sheet.facts:
        left, right = add_row(table)
        run(left, label, BOLD)
        run(right, value)


def _table(made: "Document", sheet: ScriptSheet) -> None:
    table = grid(made, PICTURE_WIDTHS if sheet.has_picture else AUDIO_WIDTHS)
    for paragraph, head in zip(add_row(table, head=True), sheet.heads, strict=True):
        run(paragraph, head, BOLD)
    for row in sheet.rows:
        if row.heading:
            run(add_wide(table), row.heading, BOLD)
        else:
            _row(table, row, seen=sheet.has_picture)
    for last in list(table.rows)[-LAST:]:  # so that nobody signs a page of its own
        for cell in last.cells:
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.keep_with_next = True


def _row(table: "Table", row: SheetRow, *, seen: bool) -> None:
    cells = add_row(table)
    time = format_timecode(row.start)
    run(cells[0], time)
    if seen:
        below = cells[0]
        for cue in row.cues:
            below = further(below)
            _cue(below, *cue)
    else:
        for cue in row.cues:
            _cue(cells[1], *cue)
    _words(cells[-1], row)


def _cue(paragraph: "Paragraph", label: str, text: str) -> None:
    run(paragraph, label, BOLD)
    if text:
        run(paragraph, f": {text}")


def _words(paragraph: "Paragraph", row: SheetRow) -> None:
    from docx.shared import Pt

    if row.speaker:
        run(paragraph, f"{row.speaker}: ", BOLD)
    for part in row.parts:
        run(paragraph, part.text, KINDS[part.kind])
        if part.speech:
            run(paragraph, f" [{part.speech}]", SOFT)
    paragraph.paragraph_format.line_spacing = 1.3
    for each in paragraph.runs:
        each.font.size = Pt(LARGE)
