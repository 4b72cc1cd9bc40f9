"""What stands on the sheet of a script, in the order in which it stands there."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import words
from generator.diagnostics import Location
from generator.media import media
from generator.model.feature import Feature
from generator.model.plan_line import PlanLine
from generator.model.scripted_piece import Scripted
from generator.model.segment import Segment
from generator.model.workspace import Workspace
from generator.planning.agenda import line_of
from generator.planning.channels import channel_of
from generator.planning.duration import USUAL, Estimate, Judgement, Rate, judge
from generator.planning.items import activity_of
from generator.planning.packs import Pack
from generator.text.approval_notice import approval_in_words
from generator.text.misfit import misfit
from generator.text.script import read_script
from generator.text.sheet import SheetNote, SheetRow, SpokenPart, notes, rows
from generator.vietnamese.dates import format_length, format_timecode
from generator.vietnamese.numbers import format_number
from generator.vietnamese.speech.aloud import Readings

TEMPLATE = "script"
AUDIO_HEADS = ("Time", "Sound", "Words")
PICTURE_HEADS = ("Picture", "Words")
SIGNS = ("Editor", "Approved by", "Received by the station")
FITS = "fits the slot"
OVER = "too long: cut about {syllables} syllables"
UNDER = "too short: room for about {syllables} more syllables"
VERDICTS = {"fits": FITS, "over": OVER, "under": UNDER}


@dataclass(frozen=True, slots=True)
class ScriptSheet:
    """A script as it is handed on.

    `facts` are labels with values, `status` whether it is approved; `heads` are those of the
    columns: with two of them, pictures stand beside the words. `warning` says that no reader can
    bring it into its slot; else it is empty. `notes` stand below the script.
    """

    piece: Scripted
    kicker: str
    facts: tuple[tuple[str, str], ...]
    status: str
    is_approved: bool
    heads: tuple[str, ...]
    rows: tuple[SheetRow, ...]
    total: int
    warning: str = ""
    notes: tuple[SheetNote, ...] = ()

    @property
    def has_picture(self) -> bool:
        """Whether it has pictures."""
        return len(self.heads) == len(PICTURE_HEADS)

    @property
    def data(self) -> dict[str, object]:
        """All of it for a template."""
        return {
            "title": self.piece.title,
            "kicker": self.kicker,
            "facts": self.facts,
            "status": self.status,
            "approved": self.is_approved,
            "warning": self.warning,
            "heads": self.heads,
            "rows": [_row(row) for row in self.rows],
            "end": self.end,
            "notes": [(note.number, note.text) for note in self.notes],
            "below": words("Notes, not to be read"),
            "signs": signs(),
            "signature": words("(signature and full name)"),
            "code": self.piece.id,
        }

    @property
    def end(self) -> str:
        """The last line: «7:02. Hết.»."""
        return f"{format_timecode(self.total)} – {words('End of the script')}"

    def place_of(self, characters: tuple[str, ...]) -> Location:
        """Where the author wrote one of some characters."""
        count = self.piece.body.text.count("\n") + 1
        found = (self.piece.body.find(each, (0, count)) for each in characters)
        return next(filter(None, found), None) or self.piece.where("title")


def signs() -> list[str]:
    """Who signs; names are left to them."""
    return [words(role) for role in SIGNS]


def sheet_of(
    workspace: Workspace, pack: Pack, line: PlanLine[Scripted], rate: Rate = USUAL
) -> ScriptSheet:
    """The sheet of a line's script, for a station that reads at a rate."""
    piece, medium = line.piece, media()[line.medium]
    readings = workspace.abbreviations.readings
    seen = medium.cues == "seen"
    return ScriptSheet(
        piece,
        words(medium.singular),
        tuple(_facts(workspace, pack, line, rate)),
        _status(piece),
        piece.status == "approved" and not piece.is_example,
        tuple(words(head) for head in (PICTURE_HEADS if seen else AUDIO_HEADS)),
        tuple(rows(piece.body.text, readings, rate, has_picture=seen)),
        read_script(piece.body.text).estimate(readings, rate).usual,
        misfit(piece, readings, rate),
        tuple(notes(piece.body.text)),
    )


def _status(piece: Scripted) -> str:
    if piece.status != "approved":
        return words("Not approved yet: not to be recorded, not to be aired")
    return approval_in_words(piece)


def _facts(
    workspace: Workspace, pack: Pack, line: PlanLine[Scripted], rate: Rate
) -> Iterator[tuple[str, str]]:
    piece, campaign = line.piece, line.campaign
    activity = activity_of(campaign, piece.activity)
    channel = channel_of(workspace, activity, pack.partner.id) if activity else None
    where = [pack.name.name]
    if channel and channel.name != where[0]:
        where.append(channel.name)
    yield words("Plan"), campaign.title
    yield words("Station"), "; ".join(where)
    yield words("On air"), line_of(workspace, line).timing
    yield from _lengths(piece, workspace.abbreviations.readings, rate)
    if piece.speakers:
        yield words("Speakers"), ", ".join(piece.speakers)
    if isinstance(piece, Segment) and piece.persons:
        yield words("Persons"), ", ".join(person.name for person in piece.persons)
    if isinstance(piece, Feature) and piece.locations:
        yield words("Filmed at"), "; ".join(piece.locations)
    yield words("Code"), piece.id


def _lengths(piece: Scripted, readings: Readings, rate: Rate) -> Iterator[tuple[str, str]]:
    script = read_script(piece.body.text)
    estimated = script.estimate(readings, rate)
    if piece.duration is not None:
        verdict = _verdict(judge(estimated, piece.duration, rate))
        yield words("Slot"), f"{format_length(piece.duration)}: {verdict}"
    yield (
        words("Reading takes about"),
        _estimate(estimated, script.syllables(readings), script.cues, rate),
    )


def _verdict(judgement: Judgement) -> str:
    text = words(VERDICTS[judgement.fit])
    return text.format(syllables=format_number(judgement.syllables))


def _estimate(estimated: Estimate, syllables: int, cues: int, rate: Rate) -> str:
    text = words(
        "{usual} ({fast} to {slow}); {syllables} syllables at {rate} a minute, cues {cues}",
        usual=format_timecode(estimated.usual),
        fast=format_timecode(estimated.fast),
        slow=format_timecode(estimated.slow),
        syllables=format_number(syllables),
        rate=rate.usual,
        cues=format_timecode(cues),
    )
    if not rate.sample_size:
        return text
    basis = words("the rate is that of {count} scripts of the station on the air")
    return f"{text}; {basis.format(count=rate.sample_size)}"


def _row(row: SheetRow) -> dict[str, object]:
    return {
        "time": format_timecode(row.start),
        "heading": row.heading,
        "cues": row.cues,
        "speaker": row.speaker,
        "parts": [_part(part) for part in row.parts],
    }


def _part(part: SpokenPart) -> tuple[str, ...]:
    """In plain letters first, so that a template of an office which knows no more is right."""
    return part.plain_text, part.speech, part.kind, part.text
