"""The words of drawings in texts: in our face, and large enough to be read on a phone."""

import json
import posixpath
from collections.abc import Iterable, Iterator
from typing import Final

from generator.checks import Subject
from generator.diagnostics import Diagnostic, Location, Refusal, warning
from generator.model.brand import FAMILY
from generator.model.picture import PictureFacts
from generator.model.piece import Piece
from generator.press.svg_letters import least_size, words_of_others
from generator.source.svg import Drawing, drawing
from generator.text.links import asset_path
from generator.text.mentions import place
from generator.text.outline import outline
from generator.text.picture_use import pictures_of

OTHER_FACE = warning(
    "drawing-face",
    "On the website the words “{words}” of the drawing “{file}” are in whatever face the machine "
    "of a reader has.",
    "Set each line as a text of its own in {family}, without letters placed one by one; or turn "
    "the words into paths (Inkscape: Path, Object to Path; Illustrator: Type, Create Outlines).",
)
TOO_SMALL = warning(
    "drawing-small-words",
    "Words of the drawing “{file}” are {size} pixels high on a phone: nobody reads them.",
    "Make them at least {least} high on a page that is {width} wide, or say less in the drawing.",
)

PHONE: Final = 360
"""CSS pixels: the width of a small phone, from edge to edge of which a drawing reaches."""
LEAST: Final = 12
"""CSS pixels: the smallest letters that are read on it with ease."""
_SHOWN: Final = 40  # letters


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Every drawing where a text shows it first."""
    told = set[str]()
    for piece in subject.pieces:
        for file in (used.file for used in pictures_of(piece)):
            if file not in told:
                told.add(file)
                name = posixpath.basename(file)
                yield from (
                    each.at(_where(piece, file), file=name) for each in _faults(subject, file)
                )


def _where(piece: Piece, file: str) -> Location:
    """Where a piece shows a drawing first: only what is wrong is looked for."""
    if piece.picture and piece.picture.file == file:
        return piece.where("picture", "file")
    shown = outline(piece.body.text).pictures
    same = (one for one in shown if asset_path(piece.file, one.text) == file)
    return next((place(piece.body, one) for one in same), piece.where())


def _faults(subject: Subject, file: str) -> Iterator[Refusal]:
    asset = subject.workspace.assets.get(file)
    seen = asset.picture() if asset else None
    if asset is None or not isinstance(seen, PictureFacts) or seen.form != "SVG":
        return
    found = subject.memory.recall(
        "drawn-words", asset.digest(), lambda: json.dumps(_found(asset.read()))
    )
    words, least = json.loads(found)
    if words:
        yield Refusal(OTHER_FACE, {"words": words, "family": FAMILY})
    if least is not None and (size := least * PHONE / seen.width) < LEAST:
        needed = f"{LEAST * seen.width / PHONE:.0f}"
        details = {"size": f"{size:.0f}", "least": needed, "width": str(seen.width)}
        yield Refusal(TOO_SMALL, details)


def _found(data: bytes) -> tuple[str, float | None]:
    drawn = drawing(data)
    if not isinstance(drawn, Drawing):
        return "", None
    return words_of_others(drawn.data)[:_SHOWN], least_size(drawn.data)
