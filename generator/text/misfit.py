"""What stands on the papers of a script that no reader can bring into its slot.

It is handed on nevertheless: the station may give it another slot, but must see it at once.
"""

from typing import Final

from generator.catalogue import words
from generator.model.piece import Piece
from generator.model.scripted_piece import Scripted
from generator.planning.duration import Rate, judge
from generator.text.script import read_script
from generator.vietnamese.dates import format_timecode
from generator.vietnamese.numbers import format_number
from generator.vietnamese.speech.aloud import Readings

OVER: Final = (
    "DOES NOT FIT ITS SLOT: the slot is {slot}, and even read fast the script takes {fast}. "
    "Cut about {syllables} syllables, or find another slot, before it is recorded."
)
UNDER: Final = (
    "DOES NOT FILL ITS SLOT: the slot is {slot}, and even read slowly the script takes {slow}. "
    "Write about {syllables} syllables more, or find another slot, before it is recorded."
)


def misfit(piece: Piece, readings: Readings, rate: Rate) -> str:
    """The warning of a script that is far from its slot; empty for any other piece."""
    if not isinstance(piece, Scripted) or piece.duration is None:
        return ""
    slot, script = piece.duration, read_script(piece.body.text)
    if not script.words:
        return ""
    estimated = script.estimate(readings, rate)
    judgement = judge(estimated, slot, rate)
    if not judgement.far:
        return ""
    return words(
        OVER if judgement.fit == "over" else UNDER,
        slot=format_timecode(slot),
        fast=format_timecode(estimated.fast),
        slow=format_timecode(estimated.slow),
        syllables=format_number(judgement.syllables),
    )
