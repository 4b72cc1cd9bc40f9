"""Whether the placements of a campaign add up to what its plan promises."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.media import media
from generator.model.plan import ActivityLine, Plan
from generator.model.printed_piece import PrintedPiece


@dataclass(frozen=True, slots=True)
class CopyCount:
    """An activity of the plan: copies promised, and copies that have a place."""

    line: ActivityLine
    promised: int
    with_place: int


def counts(plan: Plan) -> Iterator[CopyCount]:
    """Every printed activity whose quantity the plan states and for which there is a piece."""
    for line in plan.lines:
        medium = media().get(line.activity.medium or "")
        if medium is None or medium.artwork is None or line.activity.quantity is None:
            continue
        pieces = [
            entry.piece
            for entry in plan.timetable
            if entry.activity is line.activity and isinstance(entry.piece, PrintedPiece)
        ]
        if pieces:
            placed = sum(piece.copies_placed for piece in pieces)
            yield CopyCount(line, line.activity.quantity.value, placed)
