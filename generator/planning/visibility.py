"""Who may see a piece, and from when: one predicate of pages, feeds, calendars and galleries."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time

from generator.model.piece import Deliverable, Piece
from generator.vietnamese.dates import HANOI


def visible_from(piece: Piece, start: date | datetime | None) -> datetime | None:
    """The moment at which a piece appears; None when it never does as it is written now.

    It must be approved (by whom and when is a check of its own), and its embargo, `publish_on` and
    `start`, the beginning of its slot in the timetable, must have come. A deliverable that has
    only a quarter needs `publish_on`.
    """
    if piece.status != "approved":
        return None
    if isinstance(piece, Deliverable) and start is None and piece.publish_on is None:
        return None
    gates = (piece.embargo, piece.publish_on, start)
    moments = [start_of(gate) for gate in gates if gate is not None]
    return max(moments, default=datetime.min.replace(tzinfo=HANOI))


def next_change(
    pieces: Iterable[Piece],
    appears: Mapping[str, datetime],
    turning: Iterable[datetime],
    as_of: datetime,
) -> datetime | None:
    """The next moment at which a build would come out differently, if any.

    A piece appears, or a correction of one that is to be seen then: one that is dated before its
    piece appears changes nothing. Or another turning point is there: a release changes the
    timetable, a plan is issued.
    """
    moments = [*turning, *(moment for piece in pieces for moment in _changes(piece, appears))]
    return min((moment for moment in moments if moment > as_of), default=None)


def start_of(moment: date | datetime) -> datetime:
    """A day begins at midnight in Hà Nội."""
    if isinstance(moment, datetime):
        return moment
    return datetime.combine(moment, time(), HANOI)


def _changes(piece: Piece, appears: Mapping[str, datetime]) -> Iterable[datetime]:
    first = appears.get(piece.id)
    if first is not None:
        yield first
        days = [correction.on for correction in piece.corrections]
        days += [piece.revised_on] if piece.revised_on else []
        if piece.approved_on and piece.publish_on is None and not isinstance(piece, Deliverable):
            days.append(piece.approved_on)  # the only day by which the site's map can date it
        yield from (moment for day in days if (moment := start_of(day)) > first)
    elif piece.status == "withdrawn" and piece.withdrawn_on:
        yield start_of(piece.withdrawn_on)
