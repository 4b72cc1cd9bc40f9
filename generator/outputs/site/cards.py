"""A piece as a card of a listing, a gallery or the home page."""

from generator.catalogue import words
from generator.media import media
from generator.model import addresses
from generator.model.piece import Piece
from generator.model.printed_piece import PrintedPiece
from generator.model.scripted_piece import Scripted
from generator.outputs.site.artworks import is_wide, thumbnail_width
from generator.outputs.site.piece_drawings import small_drawing
from generator.outputs.site.shelf import Shelf
from generator.outputs.site.slot_wording import when
from generator.vietnamese.dates import format_date, format_length


def card(shelf: Shelf, piece: Piece, page: str, *, kind: bool = False) -> dict[str, object]:
    """What a card on a page shows; `kind` names the medium, where several stand together."""
    medium, entry = media()[piece.medium], shelf.entries.get(piece.id)
    quarter = entry.slot.quarter if entry else None
    proof = shelf.proofs.get(piece.id)
    thumbnail = addresses.thumbnail(medium, piece)
    told = when(entry) if entry else None
    season = f"Quý {quarter}" if quarter else ""
    repeated = told is not None and told.text == season  # at the foot of the card
    above = (words(medium.singular) if kind else "", "" if repeated else season)
    return {
        "title": piece.title,
        "lang": piece.lang if piece.lang != "vi" else "",
        "text": piece.summary,
        "url": addresses.relative(addresses.page(medium, piece), page),
        "kicker": " · ".join(filter(None, above)),
        "quarter": season,
        "when": told,
        "note": _note(piece),
        "corrected": _corrected(shelf, piece),
        "picture": addresses.relative(thumbnail, page) if proof else "",
        **small_drawing(shelf, piece, page),
        "pixels": _small(proof.pixels) if proof and proof.pixels else None,
        "is_wide": bool(proof and proof.pixels and is_wide(proof.pixels)),
        "size": str(piece.size) if isinstance(piece, PrintedPiece) else "",
    }


def _note(piece: Piece) -> str:
    seconds = piece.duration if isinstance(piece, Scripted) else None
    return format_length(seconds) if seconds else ""


def _corrected(shelf: Shelf, piece: Piece) -> str:
    """The day of the last correction that readers may see."""
    today = shelf.plan.as_of.date()
    days = [correction.on for correction in piece.corrections if correction.on <= today]
    return format_date(max(days)) if days else ""


def _small(pixels: tuple[int, int]) -> tuple[int, int]:
    width = thumbnail_width(pixels)
    return width, max(1, round(pixels[1] * width / pixels[0]))
