"""Who may see a piece, and from when: the one predicate of pages, feeds, calendars and galleries."""

from collections.abc import Iterable
from datetime import date, datetime, time

from generator.model.piece import Deliverable, Piece
from generator.vietnamese.dates import HANOI


def visible_from(piece: Piece) -> datetime | None:
    """The moment at which a piece appears; None when it never does as it is written now.

    It must be approved (by whom and when is a check of its own), and its embargo, `publish_on` and
    the start of its slot must have come. A deliverable that has only a quarter needs `publish_on`.
    """
    if piece.status != "approved":
        return None
    slot = piece.slot if isinstance(piece, Deliverable) else None
    if isinstance(piece, Deliverable) and slot is None and piece.publish_on is None:
        return None
    gates = [start_of(gate) for gate in (piece.embargo, piece.publish_on, slot) if gate is not None]
    return max(gates, default=datetime.min.replace(tzinfo=HANOI))


def is_visible(piece: Piece, as_of: datetime) -> bool:
    """Whether readers see the piece at a moment."""
    moment = visible_from(piece)
    return moment is not None and moment <= as_of


def next_change(pieces: Iterable[Piece], as_of: datetime) -> datetime | None:
    """The next moment at which a build would come out differently, if any."""
    moments = [moment for piece in pieces for moment in _changes(piece)]
    return min((moment for moment in moments if moment > as_of), default=None)


def start_of(moment: date | datetime) -> datetime:
    """A day begins at midnight in Hà Nội."""
    if isinstance(moment, datetime):
        return moment
    return datetime.combine(moment, time(), HANOI)


def _changes(piece: Piece) -> Iterable[datetime]:
    appears = visible_from(piece)
    if appears is not None:
        yield appears
        yield from (start_of(correction.on) for correction in piece.corrections)
