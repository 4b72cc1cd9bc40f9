"""The picture that goes with a link to a piece: what it shows, and what it is called.

A piece with a drawing has the drawing beside its title; of a banner or a panel the artwork itself
is shown. All other pages have that of their medium (`social.py`).
"""

from collections.abc import Iterator, Mapping
from functools import cache, partial
from importlib import resources
from io import BytesIO
from typing import TYPE_CHECKING

from generator.diagnostics import Location, Refusal
from generator.model import addresses
from generator.model.artifact import Artifact, Audience, NotMadeError, digest_of
from generator.model.inputs import Input, made_from
from generator.model.palette import colours_of
from generator.model.piece import Piece
from generator.outputs.site.piece_drawings import is_drawn
from generator.outputs.site.shelf import Shelf
from generator.outputs.site.social import SIZE
from generator.press.lettering import Room, lettering_digest, one_line, title
from generator.press.package_drawings import drawing_digest, drawing_picture, package_drawings
from generator.source.raster import PAGE, screen

if TYPE_CHECKING:
    from PIL.Image import Image

_SIDE = 560
"""Pixels of a drawing, which stands at the right edge on the floor of the picture."""
_MARGIN = 56
_ROOM = Room(560, 400, range(72, 35, -4))
_SMALL = range(28, 15, -2)
_COLOURS = 160  # of the palette of the PNG


def pages(shelf: Shelf) -> Iterator[Artifact]:
    """One for each piece that has something to show; each drawing becomes pixels once."""
    colours = colours_of(shelf.workspace.brand)
    if not colours:
        return
    context, code = shelf.context, (resources.files(__package__ or "") / "share_pictures.py")
    form = digest_of(lettering_digest(), code.read_bytes(), repr(sorted(colours.items())))
    drawn = cache(
        lambda name: drawing_picture(context.typesetter, context.workers, name, colours, _SIDE)
    )
    for piece in shelf.plan.visible.values():
        if not is_shown(shelf, piece):
            continue
        proof, words = shelf.proofs.get(piece.id), (shelf.workspace.site.name, piece.title)
        if proof:
            seen = proof.digest
            draw = partial(_artwork, shelf, proof, colours)
        else:
            seen = drawing_digest(context.typesetter, piece.drawing, colours)
            ground = colours[package_drawings()[piece.drawing].ground]
            draw = partial(_drawing, partial(drawn, piece.drawing), words, ground, colours)
        digest = made_from({Input.WORDS: repr(words), Input.PICTURES: seen, Input.FORM: form})
        yield Artifact(_path(piece), Audience.PUBLIC, digest, partial(_png, draw), pixels=SIZE)


def is_shown(shelf: Shelf, piece: Piece) -> bool:
    """Whether a piece has a picture of its own for whoever shares it."""
    is_printed = piece.id in shelf.proofs and bool(colours_of(shelf.workspace.brand))
    return is_printed or is_drawn(shelf, piece)


def piece_share_meta(shelf: Shelf, piece: Piece) -> Mapping[str, object]:
    """The front matter of its page."""
    if not is_shown(shelf, piece):
        return {}
    return {"share": {"url": _path(piece), "alt": piece.title}}


def _path(piece: Piece) -> str:
    return addresses.share(f"bai/{piece.id}")


def _png(draw: "partial[Image]") -> Iterator[bytes]:
    from PIL import Image

    target = BytesIO()
    flat = draw().quantize(_COLOURS, dither=Image.Dither.NONE)
    flat.save(target, "PNG", compress_level=9)
    yield target.getvalue()


def _drawing(
    drawn: "partial[Image]", words: tuple[str, str], ground: str, colours: Mapping[str, str]
) -> "Image":
    from PIL import Image, ImageColor, ImageDraw

    picture = Image.new("RGB", SIZE, ImageColor.getrgb(ground))
    picture.paste(drawn(), (SIZE[0] - _SIDE, SIZE[1] - _SIDE))
    pen, ink = ImageDraw.Draw(picture), ImageColor.getrgb(colours["giay"])
    site, name = words
    small = one_line(site, _ROOM.widest, _SMALL)
    pen.text((_MARGIN, _MARGIN + 12), site, ink, small, anchor="lm")
    title(pen, name, _ROOM, (_MARGIN, SIZE[1] - _MARGIN), ink)
    return picture


def _artwork(shelf: Shelf, proof: Artifact, colours: Mapping[str, str]) -> "Image":
    """The artwork as large as it goes, on paper."""
    from PIL import Image, ImageColor

    picture = Image.new("RGB", SIZE, ImageColor.getrgb(colours["giay"]))
    wide, high = proof.pixels or SIZE
    scale = min((SIZE[0] - 2 * _MARGIN) / wide, (SIZE[1] - 2 * _MARGIN) / high)
    size = max(1, round(wide * scale)), max(1, round(high * scale))
    seen = screen(shelf.context.bytes_of(proof), PAGE, size=size)
    if isinstance(seen, Refusal):
        raise NotMadeError(seen.at(Location(proof.path), file=proof.path))
    picture.paste(seen, ((SIZE[0] - seen.width) // 2, (SIZE[1] - seen.height) // 2))
    return picture
