"""Pictures in a Word document."""

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.text.word.runs import printable

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

WIDEST = 160
"""Between the margins of an A4 page, in mm."""
TALLEST = 150
"""So that a caption fits below it, in mm."""


@dataclass(frozen=True, slots=True)
class WordPicture:
    """A picture: PNG or JPEG, its alternative text and the name of its file, width in mm.

    `credit` is added to its caption, or is one.
    """

    data: bytes
    alt: str = ""
    name: str = ""
    width: float = WIDEST
    credit: str = ""


def add(paragraph: "Paragraph", picture: WordPicture) -> None:
    """Put a picture into a line of a paragraph, no larger than the page."""
    from docx.shared import Mm

    made = paragraph.add_run().add_picture(io.BytesIO(picture.data), width=Mm(picture.width))
    if made.height > Mm(TALLEST):
        made.width = Mm(picture.width * Mm(TALLEST) / made.height)
        made.height = Mm(TALLEST)
    properties: Any = made._inline.docPr  # noqa: SLF001 - python-docx gives no alternative text
    properties.set("descr", printable(picture.alt))
    properties.set("name", printable(picture.name or properties.name))
