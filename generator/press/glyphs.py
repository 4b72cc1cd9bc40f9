"""The characters that a page of a PDF draws, each with the box of its ink."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.press.drawn_file import DrawnFile


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
    file = DrawnFile(pdf)
    try:
        yield from glyphs_on(file)
    finally:
        file.close()


def glyphs_on(file: DrawnFile) -> Iterator[Glyph]:
    """The same of a file that is open."""
    words = file.words
    text, count = words.get_text_range(), words.count_chars()
    whole = len(text) == count
    for index in range(count):
        char = text[index] if whole else words.get_text_range(index, 1)
        yield Glyph(char, *words.get_charbox(index))
