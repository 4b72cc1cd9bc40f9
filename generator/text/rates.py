"""How fast each station reads: by how long its scripts took on the air, else as is usual."""

from collections.abc import Mapping

from generator.model.grouping import groups_of
from generator.model.piece import Piece
from generator.model.plan import Plan
from generator.model.scripted_piece import Scripted
from generator.planning.duration import USUAL, Rate, measured_rate
from generator.text.script import read_script

Rates = Mapping[tuple[str, str], Rate]
"""By the id of the partner and the medium: radio and TV of one station read differently."""


def rates_of(plan: Plan) -> Rates:
    """The stations that have told `as_aired:` of approved scripts; of the others nothing is known.

    A piece that is withdrawn or is no item of a plan tells nothing.
    """
    aired = groups_of(
        ((item.partner, piece.medium), read)
        for item in plan.items.values()
        if (piece := item.piece) and piece.status == "approved" and (read := airing(piece, plan))
    )
    return {station: measured_rate(times) for station, times in sorted(aired.items())}


def airing(piece: Piece, plan: Plan) -> tuple[int, int] | None:
    """Syllables of a script and the seconds in which they were said on the air, if that is told."""
    if not isinstance(piece, Scripted) or piece.as_aired is None:
        return None
    script = read_script(piece.body.text)
    syllables = script.syllables(plan.workspace.abbreviations.readings)
    return syllables, piece.as_aired - script.cues


def rate_of(rates: Rates, plan: Plan, piece: Piece) -> Rate:
    """The rate of the station for which a piece is written."""
    item = plan.items.get(piece.id)
    return rates.get((item.partner, piece.medium), USUAL) if item else USUAL
