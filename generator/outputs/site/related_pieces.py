"""Where to read on: the labels of a piece, and what lies nearest under them."""

from collections.abc import Iterator
from itertools import islice

from generator.catalogue import words
from generator.media import media
from generator.model import addresses
from generator.model.piece import Piece
from generator.outputs.site.page import Link, link
from generator.outputs.site.shelf import Shelf
from generator.vietnamese.slugs import slugify

MOST = 3
_NEAR = 4  # neighbours on each side that are looked at: a label may have thousands


def labels_of(shelf: Shelf, piece: Piece) -> list[Link]:
    """Links to the listings of its industry and topics."""
    found = (shelf.labels[slugify(title)] for title in piece.labels)
    return [link(label.title, addresses.label(label.slug)) for label in found]


def related_pieces(shelf: Shelf, piece: Piece) -> list[Link]:
    """At most three pieces: those that share most labels, its own industry counting twice."""
    shared: dict[str, tuple[int, Piece]] = {}
    for title in piece.labels:
        worth = 2 if title == piece.industry else 1
        for other in _near(shelf.labels[slugify(title)].pieces, piece):
            points = shared[other.id][0] if other.id in shared else 0
            shared[other.id] = points + worth, other
    ranked = sorted(shared.values(), key=lambda found: (-found[0], _order(piece, found[1])))
    return [_link(other) for _points, other in islice(ranked, MOST)]


def _near(pieces: list[Piece], piece: Piece) -> Iterator[Piece]:
    at = next((i for i, other in enumerate(pieces) if other.id == piece.id), 0)
    for other in pieces[max(0, at - _NEAR) : at + _NEAR + 1]:
        if other.id != piece.id and other.lang == piece.lang:
            yield other


def _order(piece: Piece, other: Piece) -> tuple[bool, str]:
    """Another medium first: who has read may want to listen, or to hang something."""
    return other.medium == piece.medium, other.id


def _link(piece: Piece) -> Link:
    medium = media()[piece.medium]
    kind = words(medium.singular)
    return link(piece.title, addresses.page(medium, piece), kicker=kind, text=piece.summary)
