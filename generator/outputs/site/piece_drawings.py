"""Drawings of the package as pictures of pieces: large on the page, small on a card."""

from collections.abc import Iterator, Mapping
from functools import partial

from generator.catalogue import translate
from generator.model import addresses
from generator.model.artifact import Artifact, Audience
from generator.model.inputs import Input, made_from
from generator.model.palette import colours_of
from generator.model.piece import Piece
from generator.outputs import Context
from generator.outputs.site.shelf import Shelf
from generator.press.package_drawings import (
    SIDE,
    drawing_digest,
    drawing_svg,
    package_drawings,
)


def pages(shelf: Shelf) -> Iterator[Artifact]:
    """Each drawing that a visible piece names, once, in the colours of the brand."""
    context, colours = shelf.context, colours_of(shelf.workspace.brand)
    pieces = shelf.plan.visible.values()
    for name in sorted({piece.drawing for piece in pieces if is_drawn(shelf, piece)}):
        mark = drawing_digest(context.typesetter, name, colours)
        draw = partial(_draw, context, name, colours)
        path = addresses.drawing(name)
        yield Artifact(path, Audience.PUBLIC, made_from({Input.FORM: mark}), draw)


def is_drawn(shelf: Shelf, piece: Piece) -> bool:
    """Whether it shows a drawing: a picture of its own stands before it."""
    is_known = piece.drawing in package_drawings() and colours_of(shelf.workspace.brand)
    return bool(is_known) and piece.picture is None


def drawing_meta(shelf: Shelf, piece: Piece) -> Mapping[str, object]:
    """What the page of a piece shows of its drawing."""
    if not is_drawn(shelf, piece):
        return {}
    return {
        "picture": {
            "url": addresses.drawing(piece.drawing),
            "alt": translate(package_drawings()[piece.drawing], piece.lang),
            "width": SIDE,
            "height": SIDE,
            "is_drawing": True,
        }
    }


def _draw(context: Context, name: str, colours: Mapping[str, str]) -> Iterator[bytes]:
    yield drawing_svg(context.typesetter, name, colours)
