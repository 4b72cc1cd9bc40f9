"""A warning in a frame, which nobody reads past."""

from typing import TYPE_CHECKING

from generator.text.word.grids import add_row, grid
from generator.text.word.runs import Marks, run
from generator.text.word.styles import BODY, NOTE, wear

if TYPE_CHECKING:
    from docx.document import Document

WIDTH = 174.0
"""Between the margins of a form, in mm."""
APART = 8  # points between the frame and what stands around it
INSIDE = 3  # points


def add_frame(document: "Document", text: str) -> None:
    """The words in bold, below the last paragraph of the document."""
    from docx.shared import Pt

    document.paragraphs[-1].paragraph_format.space_after = Pt(APART)
    (paragraph,) = add_row(grid(document, [WIDTH]), style=BODY)
    run(paragraph, text, Marks(bold=True))
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(INSIDE)
    add_gap(document)


def add_gap(document: "Document") -> None:
    """An empty line that is not as high as one with words: Word joins tables without it."""
    from docx.shared import Pt

    paragraph = wear(document.add_paragraph(), NOTE)
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.line_spacing = Pt(APART)
