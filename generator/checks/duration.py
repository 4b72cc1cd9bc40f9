"""A script can be read by its speakers, and in the time of its slot."""

import difflib
from collections.abc import Iterable, Iterator

from generator.checks import Subject
from generator.diagnostics import Diagnostic, Rule, Severity
from generator.media import media
from generator.model.piece import Piece
from generator.planning.duration import Estimate, judge
from generator.text.script import Script, read_script
from generator.vietnamese.dates import format_timecode
from generator.vietnamese.speech import Readings

UNCLOSED_CUE = Rule(
    "unclosed-cue",
    "This cue does not end before the next one, or before the end of the script.",
    "Write a line with only ::: where the cue ends.",
)
STRAY_CUE = Rule(
    "stray-cue",
    "This ::: closes nothing: no cue is open here.",
    "Remove this line; or if a cue begins here, say which: ::: nhạc cắt 5 giây.",
)
TABLE = Rule(
    "table-in-script",
    "A table cannot be read aloud.",
    "Say in sentences what the table shows, or move it to an article.",
)
SILENT = Rule(
    "silent-script",
    "Nobody says anything in this script.",
    "Write what is said in paragraphs that begin with the speaker: **PTV 1:** …",
)
UNKNOWN_SPEAKER = Rule(
    "unknown-speaker",
    "“{name}” is not one of the speakers: {known}.",
    "Correct the name, or add it to speakers: at the top.",
)
MISSPELT_SPEAKER = Rule(
    UNKNOWN_SPEAKER.code,
    UNKNOWN_SPEAKER.message,
    "Did you mean “{near}”?",
)
TOO_LONG = Rule(
    "script-too-long",
    "Reading takes about {usual} ({fast} to {slow}), but the slot has {slot}.",
    "Cut about {syllables} syllables, or ask the station for a longer slot.",
    Severity.WARNING,
)
TOO_SHORT = Rule(
    "script-too-short",
    "Reading takes about {usual} ({fast} to {slow}), but the slot has {slot}.",
    "Add up to about {syllables} syllables, or a shorter duration: at the top.",
    Severity.WARNING,
)


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Every script of every medium that has them; a draft may still be too short."""
    workspace = subject.plan.workspace
    for piece in workspace.pieces.values():
        if media()[piece.medium].body != "script" or not piece.body.text.strip():
            continue
        script = read_script(piece.body.text)
        found = [*_faults(piece, script), *_speakers(piece, script)]
        yield from found or _length(piece, script, workspace.abbreviations.readings)


def _faults(piece: Piece, script: Script) -> Iterator[Diagnostic]:
    for line in script.unclosed:
        unnamed = not piece.body.text.split("\n")[line].strip(" >:")
        rule = STRAY_CUE if unnamed else UNCLOSED_CUE
        yield rule.at(piece.body.at(line, width=len(":::")))
    for line in script.tables:
        yield TABLE.at(piece.body.at(line))
    if not script.words and not script.unclosed:
        yield SILENT.at(piece.where("medium"))


def _speakers(piece: Piece, script: Script) -> Iterator[Diagnostic]:
    """Names that are not in `speakers:`, where that is written at all."""
    known: tuple[str, ...] = getattr(piece, "speakers", ())
    for name, line in script.speakers:
        if not known or name in known:
            continue
        where = piece.body.find(name, (line, line + 1)) or piece.body.at(line)
        listed = ", ".join(known)
        near = difflib.get_close_matches(name, known, 1)
        if near:
            yield MISSPELT_SPEAKER.at(where, name=name, known=listed, near=near[0])
        else:
            yield UNKNOWN_SPEAKER.at(where, name=name, known=listed)


def _length(piece: Piece, script: Script, readings: Readings) -> Iterator[Diagnostic]:
    slot: int | None = getattr(piece, "duration", None)
    if slot is None:
        return
    estimated = script.estimate(readings)
    judgement = judge(estimated, slot)
    unfinished = judgement.fit == "under" and piece.status == "draft"
    if judgement.fit != "fits" and not unfinished:
        rule = TOO_LONG if judgement.fit == "over" else TOO_SHORT
        details = _lengths(estimated) | {"slot": format_timecode(slot)}
        yield rule.at(piece.where("duration"), syllables=judgement.syllables, **details)


def _lengths(estimated: Estimate) -> dict[str, str]:
    return {
        "usual": format_timecode(estimated.usual),
        "fast": format_timecode(estimated.fast),
        "slow": format_timecode(estimated.slow),
    }
