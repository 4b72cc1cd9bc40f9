"""Pictures of a Word document, in a form that pages show."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Location, Refusal, warning
from generator.source.raster import WORD, screen
from generator.source.signatures import PROPER, form_of
from generator.text.imported.blocks import Block
from generator.text.imported.word_draft import DraftPicture
from generator.text.machine_words import is_machine_description

if TYPE_CHECKING:
    from PIL.Image import Image

PICTURE_LOST = warning(
    "word-picture-lost",
    "A picture cannot be taken over: it is none that is used here, moves, "
    "or lies outside of the document.",
    "Save it from Word as PNG (right click, Save as Picture) and put it in by hand.",
)
WORDS_OF_MACHINE = warning(
    "word-picture-words",
    "A program described a picture: “{text}”. That is left out.",
    "Look at the picture, and write what it shows in the square brackets before its path.",
)
_LONGEST_SAMPLE = 80  # characters
_AS_THEY_ARE = frozenset({"JPEG", "PNG", "WEBP"})
_UNSHOWN = {"EMF": ".emf", "WMF": ".wmf"}


def picture_of(mark: str, data: bytes, words: str, where: Location) -> DraftPicture | None:
    """The picture, or None where it cannot be read; TIFF, GIF and BMP become PNG."""
    form = form_of(data)
    if form in _UNSHOWN:
        return DraftPicture(mark, data, _UNSHOWN[form], words, where, is_shown=False)
    seen = screen(data, WORD)
    if isinstance(seen, Refusal):
        return None
    if form in _AS_THEY_ARE:
        return DraftPicture(mark, data, PROPER[form], words, where)
    return DraftPicture(mark, _png(seen), ".png", words, where)


def own_words(words: str, where: Location, remarks: list[Diagnostic]) -> str:
    """Words of a picture that a person wrote; those of a program are left out, and remarked."""
    if not is_machine_description(words):
        return words
    remarks.append(WORDS_OF_MACHINE.at(where, text=words[:_LONGEST_SAMPLE]))
    return ""


def _png(picture: "Image") -> bytes:
    target = BytesIO()
    picture.save(target, "PNG")
    return target.getvalue()


def with_captions(pictures: list[DraftPicture], body: list[Block]) -> Iterator[DraftPicture]:
    """Pictures with their captions as words, where a caption follows."""
    captions = {}
    for block, below in pairwise(body):
        for picture in pictures:
            if below.part == "caption" and f"({picture.mark})" in block.text:
                captions[picture.mark] = below.words
    for picture in pictures:
        yield replace(picture, words=captions.get(picture.mark, picture.words))
