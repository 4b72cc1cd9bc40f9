"""A document of an office in Word, in the form of Decree 30/2020/NĐ-CP, Appendix I."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from generator.text.official import (
    GREETING,
    Annex,
    Chart,
    Grid,
    Heading,
    OfficialBlock,
    OfficialDocument,
    Paragraph,
)
from generator.text.word import blank, docx_bytes
from generator.text.word.grids import add_row, fill_like, grid
from generator.text.word.inline_pictures import WordPicture, add
from generator.text.word.official_parts import (
    add_foot,
    add_greeting,
    add_head,
    add_text,
    set_space,
    set_words,
)
from generator.text.word.page_setup import number_pages
from generator.text.word.runs import PLAIN, Marks
from generator.text.word.styles import CELL, HEADING, PICTURE, SMALL_HEADING, wear

if TYPE_CHECKING:
    from docx.document import Document

FORM = "1"
"""Raised when the same document is to be written otherwise in Word."""
Picture = Callable[[Chart], bytes]
_BOLD = Marks(bold=True)
_ITALIC = Marks(italic=True)
_HEADINGS = {1: HEADING, 2: SMALL_HEADING}


def document(official: OfficialDocument, picture: Picture) -> bytes:
    """The document in Word; `picture` draws a chart as PNG."""
    made = blank(official.title, author=official.head.body)
    number_pages(made)
    add_head(made, official.head)
    _centred(made, official.kind, 14, _BOLD, (14, 0))
    _centred(made, official.subject, 14, _BOLD, (0, 0))
    _centred(made, "———————", 8, PLAIN, (0, 4))
    if official.to:
        add_greeting(made, f"{GREETING} {official.to}")
    _add_blocks(made, official.blocks, picture)
    _centred(made, "", 8, PLAIN, (0, 0))
    for paragraph in made.paragraphs[-2:]:  # nobody signs on a page that says nothing
        paragraph.paragraph_format.keep_with_next = True
    add_foot(made, official.copies)
    for annex in official.annexes:
        _add_annex(made, annex, official.annex_of, picture)
    return docx_bytes(made)


def _add_annex(made: "Document", annex: Annex, reference: str, picture: Picture) -> None:
    from docx.enum.section import WD_ORIENT, WD_SECTION
    from docx.shared import Mm

    section = made.add_section(WD_SECTION.NEW_PAGE)
    section.different_first_page_header_footer = False
    sides = (Mm(297), Mm(210)) if annex.is_wide else (Mm(210), Mm(297))
    section.page_width, section.page_height = sides
    section.orientation = WD_ORIENT.LANDSCAPE if annex.is_wide else WD_ORIENT.PORTRAIT
    _centred(made, annex.title, 14, _BOLD, (0, 0))
    _centred(made, annex.subject, 14, _BOLD, (0, 0))
    _centred(made, reference, 13, _ITALIC, (0, 8))
    _add_blocks(made, annex.blocks, picture)


def _add_blocks(made: "Document", blocks: Iterable[OfficialBlock], picture: Picture) -> None:
    for block in blocks:
        match block:
            case Heading():
                paragraph = add_text(made, block.text, Marks(bold=True, italic=block.level > 1))
                wear(paragraph, _HEADINGS[block.level])
                paragraph.paragraph_format.keep_with_next = True
            case Paragraph():
                add_text(made, block.text)
            case Grid():
                _add_grid(made, block)
            case Chart():
                _add_chart(made, block, picture)


def _add_grid(made: "Document", block: Grid) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    if block.caption:
        caption = set_words(
            wear(made.add_paragraph(), CELL), block.caption, 13, _BOLD, is_centred=True
        )
        caption.paragraph_format.keep_with_next = True
        set_space(caption, 6, 4)
    table = grid(made, block.widths)
    for paragraph, text in zip(add_row(table, head=True), block.heads, strict=True):
        set_words(paragraph, text, block.size, _BOLD, is_centred=True)
    like = add_row(table)
    for column, paragraph in enumerate(like):
        set_words(paragraph, "–", block.size)
        if column in block.figures:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    fill_like(like, block.rows)
    _centred(made, "", 6, PLAIN, (0, 0))


def _add_chart(made: "Document", block: Chart, picture: Picture) -> None:
    paragraph = wear(made.add_paragraph(), PICTURE)
    add(paragraph, WordPicture(picture(block), block.text, block.caption))
    _centred(made, block.caption, 12, _ITALIC, (0, 8))


def _centred(
    made: "Document", text: str, size: float, marks: Marks, around: tuple[float, float]
) -> None:
    paragraph = set_words(wear(made.add_paragraph(), CELL), text, size, marks, is_centred=True)
    set_space(paragraph, *around)
