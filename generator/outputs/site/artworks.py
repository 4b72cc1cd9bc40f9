"""The artwork of a banner or panel on its page and in the gallery."""

from collections.abc import Iterator, Mapping

from generator.catalogue import words
from generator.media import media
from generator.model import addresses
from generator.model.artifact import Artifact
from generator.model.medium import Medium
from generator.model.piece import Deliverable, Piece
from generator.outputs.site.picture_files import thumbnail
from generator.outputs.site.shelf import Shelf
from generator.press.previews import reasons_of

_THUMBNAIL, _LARGE_THUMBNAIL = 720, 1280
"""Pixels across: a card on a fine screen; what is so wide that it stands in a row of its own."""
_TALL, _NARROW_THUMBNAIL = 2, 400
"""What is more than twice as high as wide stands upright, and is shown that much narrower."""
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
    proof = shelf.proofs.get(piece.id)
    size = getattr(piece, "size", None)
    if proof is None or proof.pixels is None or size is None:
        return {}
    width, height = proof.pixels
    note = f"PNG, {width} × {height} {words('pixels')}"
    return {
        "picture": {
            "url": proof.path,
            "zoom": proof.path,
            "alt": f"{words(medium.singular)}: {piece.title}",
            "width": width,
            "height": height,
            "upright": height > width,
            "wide": is_wide(proof.pixels),
            "caption": f"{words('Proof')}, {size}",
        },
        "downloads": [
            {
                "title": words(_download_title(shelf, piece)),
                "url": addresses.download(medium, piece, size),
                "note": f"PDF, {size}",
            },
            {"title": words("Picture of it"), "url": proof.path, "note": note},
        ],
    }


def _download_title(shelf: Shelf, piece: Piece) -> str:
    """What the file is for (a msgid)."""
    is_preview = isinstance(piece, Deliverable) and reasons_of(shelf.workspace, piece)
    return "Artwork to look at, not to be printed" if is_preview else "Artwork for printing"
