"""The characters that a page of a PDF draws, each with the box of its ink."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Glyph:
    """A drawn character and the box of its ink, in units of the page."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


def glyphs_of(pdf: bytes) -> Iterator[Glyph]:
    """The characters of the first page, in the order in which they are drawn."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        page: Any = document[0].get_textpage()
        text = page.get_text_range()
        count = page.count_chars()
        whole = len(text) == count
        for index in range(count):
            char = text[index] if whole else page.get_text_range(index, 1)
            yield Glyph(char, *page.get_charbox(index))
    finally:
        document.close()
