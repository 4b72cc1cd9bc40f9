"""What official documents have in common in Word: who issues them, to whom, who signs.

Decree 30/2020/NĐ-CP, Appendix I; the sizes are its own.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator.text.official import COUNTRY, MOTTO, PLACE, OfficialHead, fixed_parts
from generator.text.word.grids import add_row, further, grid
from generator.text.word.runs import PLAIN, Marks, run
from generator.text.word.styles import CELL, wear

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

WIDTHS = (64.0, 96.0)  # mm
SIZE = 14
"""Points of the text."""
_BOLD = Marks(bold=True)


def add_head(document: "Document", head: OfficialHead) -> None:
    """Bodies and number on the left, country, motto, place and day on the right."""
    left, right = add_row(grid(document, WIDTHS, has_rules=False))
    set_words(left, head.parent.upper(), 12, is_centred=True)
    below = set_words(further(left), head.body.upper(), 12, _BOLD, is_centred=True)
    below = set_words(further(below), "———————", 8, is_centred=True)
    below = set_words(further(below), head.number, 13, is_centred=True)
    if head.subject:
        set_words(further(below), head.subject, 12, is_centred=True)
    set_words(right, COUNTRY, 12, _BOLD, is_centred=True)
    below = set_words(further(right), MOTTO, 13, _BOLD, is_centred=True)
    below.runs[0].font.underline = True
    below = further(below)
    set_space(set_words(below, PLACE, 13, Marks(italic=True), is_centred=True), 10, 0)


def add_foot(document: "Document", copies: Sequence[str]) -> None:
    """Who receives it, on the left; who signs, on the right. No page break comes between."""
    left, right = add_row(grid(document, WIDTHS, has_rules=False))
    data = fixed_parts()
    below = set_words(left, data["copies_head"], 12, Marks(bold=True, italic=True))
    for text in copies:
        below = set_words(further(below), text, 11)
    set_words(right, data["power"], 13, _BOLD, is_centred=True)
    below = set_words(further(right), data["signature"], 12, Marks(italic=True), is_centred=True)
    set_space(below, 0, 66)
    set_words(further(below), data["name"], 13, _BOLD, is_centred=True)


def add_greeting(document: "Document", text: str) -> None:
    """To whom it is addressed."""
    to = set_words(wear(document.add_paragraph(), CELL), text, SIZE, is_centred=True)
    set_space(to, 14, 10)


def add_text(document: "Document", text: str, marks: Marks = PLAIN) -> "Paragraph":
    """First line set in by 10 mm, 6 pt between paragraphs, both sides straight."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm

    paragraph = set_words(wear(document.add_paragraph(), CELL), text, SIZE, marks)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    paragraph.paragraph_format.first_line_indent = Mm(10)
    paragraph.paragraph_format.line_spacing = 1.15
    set_space(paragraph, 0, 6)
    return paragraph


def set_words(
    paragraph: "Paragraph",
    text: str,
    size: float,
    marks: Marks = PLAIN,
    *,
    is_centred: bool = False,
) -> "Paragraph":
    """Words of a size in points, in a paragraph."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    run(paragraph, text, marks)
    for each in paragraph.runs:
        each.font.size = Pt(size)
    if is_centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return paragraph


def set_space(paragraph: "Paragraph", before: float, after: float) -> None:
    """Room above and below a paragraph, in points."""
    from docx.shared import Pt

    paragraph.paragraph_format.space_before = Pt(before)
    paragraph.paragraph_format.space_after = Pt(after)
