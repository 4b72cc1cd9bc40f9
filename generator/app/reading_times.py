"""How long each script takes to read aloud, against its slot."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.media import media
from generator.model.plan import Plan
from generator.model.scripted_piece import Scripted
from generator.planning.duration import Estimate, Judgement, judge
from generator.text.rates import rate_of, rates_of
from generator.text.script import read_script


@dataclass(frozen=True, slots=True)
class ReadingTime:
    """A script by the id of its piece; `slot` is in seconds, if the piece states its length."""

    id: str
    estimate: Estimate
    slot: int | None
    judgement: Judgement | None


def readings(plan: Plan, campaign: str) -> Iterator[ReadingTime]:
    """The scripts of a campaign that say anything, in the order of the timetable."""
    spoken, rates = plan.workspace.abbreviations.readings, rates_of(plan)
    for entry in plan.timetable:
        piece = entry.piece
        if entry.campaign.id != campaign or media()[piece.medium].body != "script":
            continue
        script = read_script(piece.body.text)
        if script.words:
            slot = piece.duration if isinstance(piece, Scripted) else None
            rate = rate_of(rates, plan, piece)
            taken = script.estimate(spoken, rate)
            yield ReadingTime(piece.id, taken, slot, judge(taken, slot, rate) if slot else None)
