"""What the files of an order are called, and which templates draw them beside its own."""

import re

from generator.model.artwork import Artwork
from generator.model.bound_piece import BoundPiece
from generator.model.plan_line import Entry
from generator.model.printed_piece import PrintedPiece
from generator.model.printer import Printer
from generator.press.slug import TEMPLATE
from generator.press.tiles import is_wide
from generator.press.tiling import KEY_TEMPLATE, STRIP_TEMPLATE
from generator.press.variants import Variant

_ARTWORK = re.compile(r"print/([^/_]+)/\1_([^/_]+)_([^/_]+)_[^/]+")


def name_of(entry: Entry, variant: Variant) -> str:
    """What the files of an order are called, without ending."""
    size, side = variant.artwork.known_size.slug, _side_name(variant.artwork)
    return "_".join((entry.campaign.id, entry.piece.address, variant.name, size, *side))


def subject_of(path: str) -> tuple[str, ...]:
    """Campaign, piece and place of artwork that lies there, by its name; of other files nothing."""
    found = _ARTWORK.fullmatch(path)
    return found.groups() if found else ()


def drawings_of(piece: PrintedPiece, illustration: str) -> tuple[str, ...]:
    """The templates of the drawings of the package that a piece shows."""
    chapters = piece.drawings if isinstance(piece, BoundPiece) else ()
    return tuple(f"drawing-{name}" for name in (*chapters, illustration) if name)


def margins_of(artwork: Artwork, printer: Printer) -> tuple[str, ...]:
    """The templates of what stands beside a piece: its slug, and the marks of its panels."""
    is_tiled = is_wide(artwork.trim, artwork.bleed, printer)
    return (TEMPLATE, KEY_TEMPLATE, STRIP_TEMPLATE) if is_tiled else (TEMPLATE,)


def _side_name(artwork: Artwork) -> tuple[str, ...]:
    """How the name of a file ends that holds one side of a sheet, or part of a bound piece."""
    if artwork.book and artwork.side:
        return ("bia",) if artwork.side == 1 else ("ruot",)
    return (f"mat-{artwork.side}",) if artwork.side else ()
