"""Lines to sign at the end of a sheet: a role, room for a hand, and no name."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator.text.word.grids import add_row, grid
from generator.text.word.runs import Marks, run

if TYPE_CHECKING:
    from docx.document import Document

WIDTH = 174.0
"""Of all columns together, in mm."""
ROOM = 54
"""For a signature, in points."""


def add_signs(document: "Document", roles: Sequence[str], note: str, width: float = WIDTH) -> None:
    """A column for each role, with `note` below it."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    table = grid(document, [width / len(roles)] * len(roles), has_rules=False)
    for texts, marks, after in (
        (roles, Marks(bold=True), 0),
        ([note] * len(roles), Marks(italic=True), ROOM),
    ):
        for paragraph, text in zip(add_row(table), texts, strict=True):
            run(paragraph, text, marks)
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            paragraph.paragraph_format.space_after = Pt(after)
            paragraph.paragraph_format.keep_with_next = after == 0
