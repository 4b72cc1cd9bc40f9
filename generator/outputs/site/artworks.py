"""The artwork of a banner or panel on its page and in the gallery."""

from collections.abc import Iterator, Mapping

from generator.catalogue import words
from generator.media import media
from generator.model import addresses
from generator.model.artifact import Artifact
from generator.model.medium import Medium
from generator.model.piece import Deliverable, Piece
from generator.model.printed_piece import PrintedPiece
from generator.outputs.site.picture_files import thumbnail
from generator.outputs.site.shelf import Shelf
from generator.press.previews import reasons_of

_THUMBNAIL, _LARGE_THUMBNAIL = 720, 1280
"""Pixels across: a card on a fine screen; what is so wide that it stands in a row of its own."""
_TALL, _NARROW_THUMBNAIL = 2, 400
"""What is more than twice as high as wide stands upright, and is shown that much narrower."""
_SIDES = ("Outer side", "Inner side")
"""What the sides of a folded sheet are called (msgids)."""
_PARTS = ("Cover", "Whole booklet")
"""The same of what is bound; the file of its pages holds the cover too."""
_WIDE = 3
"""So many times as wide as high is wide: it takes the whole width of the page."""


def pages(shelf: Shelf) -> Iterator[Artifact]:
    """A small picture of every artwork, so that a gallery of hundreds stays light."""
    for name, pieces in shelf.by_medium.items():
        for piece in pieces:
            if proof := shelf.proofs.get(piece.id):
                path = addresses.thumbnail(media()[name], piece)
                yield thumbnail(shelf, proof, path, thumbnail_width(proof.pixels))


def thumbnail_width(pixels: tuple[int, int] | None) -> int:
    """How many pixels across the small picture of an artwork is."""
    if pixels and pixels[1] > _TALL * pixels[0]:
        return _NARROW_THUMBNAIL
    return _LARGE_THUMBNAIL if pixels and is_wide(pixels) else _THUMBNAIL


def is_wide(pixels: tuple[int, int]) -> bool:
    """Whether it takes the whole width of a page."""
    return pixels[0] > _WIDE * pixels[1]


def artwork_meta(shelf: Shelf, medium: Medium, piece: Piece) -> Mapping[str, object]:
    """What the page of a piece with artwork shows: the proof and the file to print."""
    size = getattr(piece, "size", None)
    shown = (shelf.proofs.get(piece.id), shelf.backs.get(piece.id))
    sides = [(proof, proof.pixels) for proof in shown if proof and proof.pixels]
    if not sides or size is None:
        return {}
    names = _names(piece) if len(sides) > 1 else ("Proof",)
    pictures = [
        _picture(medium, piece, proof.path, pixels, (name, size))
        for name, (proof, pixels) in zip(names, sides, strict=False)
    ]
    files = [
        {
            "title": words(_download_title(shelf, piece)),
            "url": addresses.download(medium, piece, size, side),
            "note": f"PDF, {_named(name, size)}",
        }
        for side, name in enumerate(names, 1)
    ]
    proofs = [_proof_link(proof.path, pixels) for proof, pixels in sides]
    found = {"picture": pictures[0], "downloads": [*files, *proofs]}
    return found | ({"back": pictures[1]} if len(pictures) > 1 else {})


def _names(piece: Piece) -> tuple[str, ...]:
    return _PARTS if isinstance(piece, PrintedPiece) and piece.is_bound else _SIDES


def _proof_link(path: str, pixels: tuple[int, int]) -> Mapping[str, str]:
    width, height = pixels
    note = f"PNG, {width} × {height} {words('pixels')}"
    return {"title": words("Picture of it"), "url": path, "note": note}


def _named(name: str, size: object) -> str:
    """The size, and the side of a sheet that is printed on both."""
    return f"{size}" if name not in (*_SIDES, *_PARTS) else f"{words(name)}, {size}"


def _picture(
    medium: Medium, piece: Piece, path: str, pixels: tuple[int, int], side: tuple[str, object]
) -> Mapping[str, object]:
    name, size = side
    width, height = pixels
    of_side = f", {words(name)}" if name in (*_SIDES, *_PARTS) else ""
    return {
        "url": path,
        "zoom": path,
        "alt": f"{words(medium.singular)}: {piece.title}{of_side}",
        "width": width,
        "height": height,
        "upright": height > width,
        "wide": is_wide(pixels),
        "caption": f"{words(name)}, {size}",
    }


def _download_title(shelf: Shelf, piece: Piece) -> str:
    """What the file is for (a msgid)."""
    is_preview = isinstance(piece, Deliverable) and reasons_of(shelf.workspace, piece)
    return "Artwork to look at, not to be printed" if is_preview else "Artwork for printing"
