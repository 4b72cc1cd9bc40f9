"""A paper as a Word document."""

from typing import TYPE_CHECKING

from generator.text.paper import Paper, Signs, Table, Words
from generator.text.word import blank, docx_bytes, line, styles
from generator.text.word.frames import APART, WIDTH, add_frame, add_gap
from generator.text.word.grids import add_row, fill_like, grid
from generator.text.word.page_setup import narrow, number_pages
from generator.text.word.runs import Marks, run
from generator.text.word.signature_lines import add_signs

if TYPE_CHECKING:
    from docx.document import Document

STYLES = {
    "kicker": styles.NOTE,
    "title": styles.TITLE,
    "heading": styles.HEADING,
    "text": styles.BODY,
    "note": styles.NOTE,
}
TALL = 11  # mm
BOLD = Marks(bold=True)


def document(paper: Paper) -> bytes:
    """The bytes of the document."""
    made = blank(paper.title)
    narrow(made)
    number_pages(made)
    for block in paper.blocks:
        match block:
            case Words():
                _words(made, block)
            case Table():
                _table(made, block)
            case Signs():
                add_signs(made, block.roles, block.note, WIDTH)
    return docx_bytes(made)


def _words(made: "Document", words: Words) -> None:
    if words.style == "warning":
        add_frame(made, words.text)
    else:
        line(made, words.text, STYLES[words.style])


def _table(made: "Document", table: Table) -> None:
    from docx.shared import Mm, Pt

    above = made.paragraphs[-1]
    if styles.wears(above, styles.NOTE) and above.text:
        above.paragraph_format.space_after = Pt(APART)
    grid_ = grid(made, table.columns)
    for paragraph, head in zip(add_row(grid_, head=True), table.heads, strict=True):
        run(paragraph, head, BOLD)
    if table.rows:
        pattern = add_row(grid_)
        for paragraph in pattern:
            run(paragraph, "…")
        if table.tall:
            grid_.rows[-1].height = Mm(TALL)
        fill_like(pattern, table.rows)
    add_gap(made)
