"""How long a script takes in its slot, and how much of a paper's space a story fills."""

from dataclasses import asdict, dataclass

from generator.catalogue import words
from generator.model.piece import Piece
from generator.model.plan import Plan
from generator.model.scripted_piece import Scripted
from generator.model.story import Story
from generator.planning.channels import space_of
from generator.planning.duration import judge
from generator.text.copy import StoryPart, parts_of
from generator.text.rates import rate_of, rates_of
from generator.text.script import read_script
from generator.vietnamese.dates import format_timecode
from generator.vietnamese.numbers import format_number

FITS = {"fits": "Fits.", "over": "Too long.", "under": "Too short."}
NEARLY = "Fits, with {time} of music to fill up."
_WHOLE = 100  # per cent
_GAP = 30
"""Seconds of a slot without words or cues that are told before anything else is."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What is there against what may be: in words, and as per cent of a bar.

    `quiet` is the part of `share` in which nobody speaks; `fit` says «fits», «over», «under», or
    nothing where nobody has said how much it may be.
    """

    name: str
    now: str
    of: str = ""
    fit: str = ""
    share: int = 0
    quiet: int = 0
    sentence: str = ""


def measures(piece: Piece, plan: Plan) -> list[dict[str, object]]:
    """The measures of a piece as the checks compute them; none of what has no length."""
    if isinstance(piece, Scripted) and piece.body.text.strip():
        return [asdict(_time(piece, plan))]
    item = plan.items.get(piece.id)
    if isinstance(piece, Story) and item:
        space = space_of(plan.workspace, item.activity, item.partner)
        return [asdict(_part(part)) for part in parts_of(piece, space)]
    return []


def _time(piece: Scripted, plan: Plan) -> Measure:
    script, slot = read_script(piece.body.text), piece.duration
    rate = rate_of(rates_of(plan), plan, piece)
    length = script.estimate(plan.workspace.abbreviations.readings, rate)
    spoken = words("Words {words}, music and sounds {cues}.").format(
        words=format_timecode(length.usual - script.cues), cues=format_timecode(script.cues)
    )
    name, now = words("Length when read"), format_timecode(length.usual)
    if not slot:
        return Measure(name, now, sentence=spoken)
    judgement = judge(length, slot, rate)
    left = (words("{time} left.") if length.usual <= slot else words("{time} too much.")).format(
        time=format_timecode(abs(slot - length.usual))
    )
    has_gap = judgement.fit == "fits" and slot - length.usual >= _GAP
    verdict = words(NEARLY).format(time=format_timecode(slot - length.usual))
    sentence = f"{verdict if has_gap else words(FITS[judgement.fit])} {spoken}"
    sentence = sentence if has_gap else f"{sentence} {left}"
    quiet, share = (_WHOLE * each // slot for each in (script.cues, length.usual))
    return Measure(name, now, format_timecode(slot), judgement.fit, share, quiet, sentence)


def _part(part: StoryPart) -> Measure:
    extent = part.extent
    unit = words(extent.unit if extent else "words")
    now = f"{format_number(part.number)} {unit}"
    if extent is None or extent.most is None:
        return Measure(words(part.what), now)
    fit = "over" if part.over else "under" if part.under else "fits"
    share = _WHOLE * part.number // max(1, extent.most)
    return Measure(
        words(part.what), now, format_number(extent.most), fit, share, sentence=words(FITS[fit])
    )
