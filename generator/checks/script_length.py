"""A script can be read by its speakers, and in the time of its slot."""

import difflib
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from generator.checks import MOST, Subject
from generator.checks.cues import has_unread
from generator.checks.speakers import stray_speakers
from generator.checks.writers import refusals_of
from generator.diagnostics import Diagnostic, Rule, warning
from generator.model.memory import Memory
from generator.model.piece import Piece, day_of
from generator.model.plan import Plan
from generator.model.scripted_piece import Scripted
from generator.planning.duration import FASTEST, SLOWEST, Estimate, Rate, is_likely, judge
from generator.source.list_forms import apart
from generator.source.replacement_lines import scalar
from generator.text.directions import is_kind
from generator.text.rates import airing, rate_of, rates_of
from generator.text.script import Script, script_of, short_end
from generator.vietnamese.dates import format_timecode
from generator.vietnamese.numbers import format_number
from generator.vietnamese.speech.aloud import Readings
from generator.vietnamese.text import fold, nfc

_WORDS = re.compile(r"\w")
_FIGURES = re.compile(r"\d+")
_AND = re.compile(r"(?<!\w)(?:và|hoặc|hay|cùng|với)(?!\w)")
UNCLOSED_CUE = Rule(
    "unclosed-cue",
    "This cue does not end before the next one, or before the end of the script.",
    "Write a line with only ::: where the cue ends.",
)
SHORT_CUE = UNCLOSED_CUE.with_hint("Type three colons here, where the cue ends: :::")
STRAY_CUE = Rule(
    "stray-cue",
    "This ::: closes nothing: no cue is open here.",
    "Remove this line; or if a cue begins here, say which: ::: nhạc cắt 5 giây.",
)
SILENT = Rule(
    "silent-script",
    "Nobody says anything in this script.",
    "Write what is said in paragraphs that begin with the speaker: **PTV 1:** …",
)
UNKNOWN_SPEAKER = Rule(
    "unknown-speaker",
    "“{name}” is not one of the speakers: {known}.",
    "Correct the name, or name this speaker too, at the top of the file:\n{head}",
)
MISSPELT_SPEAKER = UNKNOWN_SPEAKER.with_hint("Type the name again: {word}")
NEAR_SPEAKER = UNKNOWN_SPEAKER.with_hint(
    "If {near} is meant, write that name; if this is somebody else, name this speaker too, at the "
    "top of the file:\n{head}"
)
MANNER = Rule(
    "speaker-and-manner",
    "“{name}” is more than the name of a speaker.",
    "Type the name alone: {word}. How somebody speaks, or from where, is a note: “chào[^1]” in the "
    "words and below, alone, “[^1]: cười”.",
)
TOO_LONG = warning(
    "script-too-long",
    "Reading takes about {usual} ({fast} to {slow}), but the slot has {slot}.",
    "Cut about {syllables} syllables, or ask the station for a longer slot.",
)
TOO_SHORT = warning(
    "script-too-short",
    "Reading takes about {usual} ({fast} to {slow}), but the slot has {slot}.",
    "Add up to about {syllables} syllables, or a shorter duration: at the top.",
)

AIRED_EARLY = Rule(
    "aired-early",
    "as_aired: is told of a script that is not approved, or whose slot has not come yet.",
    "Write it when the station has aired the script and says how long it took.",
)
AIRED_UNLIKELY = warning(
    "aired-unlikely",
    "That would be {rate} syllables a minute; announcers read {slow} to {fast}.",
    "Correct the time; if the text was changed since, put back the text that was aired.",
)

_MANNER = re.compile(r"(?P<name>[^([,/–—]*[^\s([,/–—])(?:\s*[(\[]|\s*[,/–—]\s*(?=[^\W\d_]))")


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Every script of every medium that has them; a draft may still be too short."""
    workspace, rates = subject.workspace, rates_of(subject.plan)
    for piece in subject.pieces:
        if not isinstance(piece, Scripted) or not piece.body.text.strip():
            continue
        script = script_of(piece.body.text, subject.memory)
        rate = rate_of(rates, subject.plan, piece)
        found = [*_faults(piece, script), *islice(_speakers(piece, script), MOST)]
        yield from _aired(subject.plan, piece)
        if not found:
            length = list(_length(piece, script, workspace.abbreviations.readings, rate))
            sure = length and not _is_read_otherwise(piece, subject.memory)
            found = length if sure else []
        yield from found


def _is_read_otherwise(piece: Scripted, memory: Memory) -> bool:
    """Whether a mistake that is told elsewhere changes what of it is heard."""
    return any(refusals_of(piece)) or bool(stray_speakers(piece, memory)) or has_unread(piece)


def _faults(piece: Piece, script: Script) -> Iterator[Diagnostic]:
    for line in script.open_cues:
        unnamed = not piece.body.lines[line].strip(" >:")
        short = None if unnamed else short_end(piece.body.lines, line)
        if short is None:
            rule = STRAY_CUE if unnamed else UNCLOSED_CUE
            yield rule.at(piece.body.at(line, width=len(":::")))
        else:
            yield SHORT_CUE.at(piece.body.at(short, width=len("::")))
    if not script.words and not script.open_cues:
        yield SILENT.at(piece.where("medium"))


def _speakers(piece: Scripted, script: Script) -> Iterator[Diagnostic]:
    """Names that are not in `speakers:`, where that is written at all."""
    known = piece.speakers
    several = dict(_several(piece, {name for name, _ in script.speakers}))
    for index, names in several.items():
        yield apart(piece.where("speakers", index), known[index], names)
    for name, line in script.speakers:
        if name in known or is_kind(name) or any(name in names for names in several.values()):
            continue
        where = piece.body.find(name, (line, line + 1)) or piece.body.at(line)
        listed = ", ".join(known)
        alone = _MANNER.match(name)
        if alone and not _near(name[alone.end() :], known):
            word = _same(alone["name"], known) or alone["name"]
            yield MANNER.at(where, name=name, word=word)
        elif word := _same(name, known):
            yield MISSPELT_SPEAKER.at(where, name=name, known=listed, word=word)
        elif known:
            head = f"speakers: [{', '.join(scalar(each, inside=True) for each in (*known, name))}]"
            near = _near(name, known)
            rule = NEAR_SPEAKER if near else UNKNOWN_SPEAKER
            yield rule.at(where, name=name, known=listed, head=head, near=near)


def _same(name: str, known: Sequence[str]) -> str:
    """The speaker whose name this is, but for capitals and spaces: nobody else can be meant."""
    bare = "".join(nfc(name).casefold().split())
    same = [each for each in known if "".join(nfc(each).casefold().split()) == bare]
    return same[0] if len(same) == 1 else ""


def _near(name: str, known: Sequence[str]) -> str:
    """A speaker who may be meant; whoever has another number is somebody else."""
    alike = [each for each in known if _FIGURES.findall(each) == _FIGURES.findall(name)]
    bare = "".join(fold(name).split())
    same = [each for each in alike if "".join(fold(each).split()) == bare]
    return next(iter(same or difflib.get_close_matches(name, alike, 1)), "")


def _several(piece: Scripted, heard: set[str]) -> Iterator[tuple[int, list[str]]]:
    """Speakers that are several who speak: «PTV 1/PTV 2»; by their place in the list."""
    others = sorted(heard.difference(piece.speakers), key=lambda name: (-len(name), name))
    for index, known in enumerate(piece.speakers if others else ()):
        rest, names = known, []
        for name in others if known not in heard else ():
            if name in rest:
                rest = rest.replace(name, " ", 1)
                names.append(name)
        if len(names) > 1 and not _WORDS.search(_AND.sub(" ", rest)):
            yield index, sorted(names, key=known.index)


def _aired(plan: Plan, piece: Scripted) -> Iterator[Diagnostic]:
    """A time on the air that cannot be: the text was changed since, or the figure is mistyped."""
    told, item = airing(piece, plan), plan.items.get(piece.id)
    if told is None:
        return
    syllables, seconds = told
    start = item.slot.start if item else None
    if piece.status != "approved" or (start and day_of(start) > plan.as_of.date()):
        yield AIRED_EARLY.at(piece.where("as_aired"))
    elif not is_likely(syllables, seconds):
        rate = round(60 * syllables / seconds) if seconds > 0 else "∞"
        yield AIRED_UNLIKELY.at(piece.where("as_aired"), rate=rate, slow=SLOWEST, fast=FASTEST)


def _length(
    piece: Scripted, script: Script, readings: Readings, rate: Rate
) -> Iterator[Diagnostic]:
    slot = piece.duration
    if slot is None:
        return
    estimated = script.estimate(readings, rate)
    judgement = judge(estimated, slot, rate)
    unfinished = judgement.fit == "under" and piece.status == "draft"
    if judgement.fit != "fits" and not unfinished:
        rule = TOO_LONG if judgement.fit == "over" else TOO_SHORT
        details = _lengths(estimated) | {
            "slot": format_timecode(slot),
            "syllables": format_number(judgement.syllables),
        }
        yield rule.at(piece.where("duration"), **details)


def _lengths(estimated: Estimate) -> dict[str, str]:
    return {
        "usual": format_timecode(estimated.usual),
        "fast": format_timecode(estimated.fast),
        "slow": format_timecode(estimated.slow),
    }
