"""Drawings of the package as pictures of pieces: large on the page, small on a card."""

from collections.abc import Iterator, Mapping
from functools import partial

from generator.catalogue import translate
from generator.model import addresses
from generator.model.article import Article
from generator.model.artifact import Artifact, Audience
from generator.model.inputs import Input, made_from
from generator.model.palette import colours_of
from generator.model.piece import Piece
from generator.outputs import Context
from generator.outputs.site.shelf import Shelf
from generator.press.package_drawings import (
    LEAF,
    SIDE,
    drawing_digest,
    drawing_svg,
    package_drawings,
)


def pages(shelf: Shelf) -> Iterator[Artifact]:
    """Each drawing that a visible piece names, once, in the colours of the brand."""
    context, colours = shelf.context, colours_of(shelf.workspace.brand)
    for name in sorted(_names(shelf)):
        mark = drawing_digest(context.typesetter, name, colours)
        draw = partial(_draw, context, name, colours)
        path = addresses.drawing(name)
        yield Artifact(path, Audience.PUBLIC, made_from({Input.FORM: mark}), draw)


def _names(shelf: Shelf) -> set[str]:
    """Those that stand for a piece, and those beside what an article tells to do."""
    pieces = shelf.plan.visible.values()
    tips = (tip for piece in pieces if isinstance(piece, Article) for tip in piece.tips)
    named = {tip.drawing for tip in tips if _is_known(shelf, tip.drawing)}
    return named | {piece.drawing for piece in pieces if is_drawn(shelf, piece)}


def _is_known(shelf: Shelf, name: str) -> bool:
    return name in package_drawings() and bool(colours_of(shelf.workspace.brand))


def is_drawn(shelf: Shelf, piece: Piece) -> bool:
    """Whether it shows a drawing: a picture of its own stands before it."""
    return _is_known(shelf, piece.drawing) and piece.picture is None


def small_drawing(shelf: Shelf, piece: Piece, page_path: str) -> Mapping[str, str]:
    """The drawing of a piece on another page: its address from there, and what it stands on."""
    return small_drawing_of(shelf, piece.drawing if is_drawn(shelf, piece) else "", page_path)


def small_drawing_of(shelf: Shelf, name: str, page_path: str) -> Mapping[str, str]:
    """The same of a drawing by its name; without one the ground is that of most."""
    if not _is_known(shelf, name):
        return {"drawing": "", "ground": LEAF}
    address = addresses.relative(addresses.drawing(name), page_path)
    return {"drawing": address, "ground": package_drawings()[name].ground}


def drawing_meta(shelf: Shelf, piece: Piece) -> Mapping[str, object]:
    """What the page of a piece shows of its drawing."""
    if not is_drawn(shelf, piece):
        return {}
    return {
        "picture": {
            "url": addresses.drawing(piece.drawing),
            "alt": translate(package_drawings()[piece.drawing].shows, piece.lang),
            "width": SIDE,
            "height": SIDE,
            "is_drawing": True,
            "ground": package_drawings()[piece.drawing].ground,
        }
    }


def _draw(context: Context, name: str, colours: Mapping[str, str]) -> Iterator[bytes]:
    yield drawing_svg(context.typesetter, name, colours)
