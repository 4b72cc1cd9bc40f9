"""What a script has to be heard or seen is a cue, with a kind and a length that are read."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from generator.checks import MOST, Alone
from generator.checks.speakers import stray_speakers
from generator.diagnostics import Diagnostic, Rule, warning
from generator.model.piece import Piece
from generator.model.scripted_piece import Scripted
from generator.text.asides import is_call, is_sound
from generator.text.cues import PICTURE_CUE, block, cue_for, cue_line, is_read
from generator.text.directions import Direction, directions
from generator.text.piece_texts import over
from generator.text.placeholders import placeholders
from generator.text.prose import spoken_prose
from generator.text.script import script_of
from generator.text.tree import Cue, cue_in
from generator.vietnamese.speech.spoken_dates import unclear

ALOUD = Rule(
    "cue-read-aloud",
    "“{text}” is no cue here: it would be read aloud.",
    "Type it as a cue, with an empty line before and after it:\n{typed}",
)
WITHIN = ALOUD.with_hint(
    "Take it out of the words; where it is to be heard or seen, type it as a cue between two "
    "paragraphs:\n{cue}"
)
APART = warning(
    "cue-or-words",
    "“{text}” is set apart, but whoever reads aloud would read it too.",
    "Said: type it without these signs. How somebody speaks: a note, “chào[^1]”, and below as a "
    "paragraph of its own “[^1]: nói nhỏ”. To be heard or seen, between two paragraphs:\n{cue}",
)
LINE = warning(
    "line-without-speaker",
    "“{text}” stands alone and no speaker before it: it would be read aloud.",
    "Said: type who says it before it, **PTV 1:**, and how the sentence ends behind it. To be "
    "heard or seen, a cue:\n{cue}",
)
ENDING = ALOUD.with_hint("Remove this line: a script is over where its text ends.")
FORM = warning(
    "cue-form",
    "This cue is not read as it is meant: kind and seconds stand in one line.",
    "Type: {typed}",
)
NAMELESS = Rule(
    "cue-without-kind",
    "This cue does not say what is to be heard or seen.",
    "Type its kind and its seconds: {typed}",
)
UNSEEN = warning(
    "cue-without-text",
    "This cue does not say what is to be seen.",
    "Say it in the line below ::: hình.",
)
UNCLEAR = warning(
    "fraction-or-date",
    "“{text}” would be read as “{said}”.",
    "For a share write {word}; for a day write “ngày” before it.",
)
_FENCE: Final = re.compile(r"[ >]*:{3,}[ \t]*(?P<info>[^\n]*?)[ \t]*")
_USUAL: Final = "Tiếng động: …"
_SHOWN: Final = 60  # characters that are quoted


def check_alone(alone: Alone) -> Iterable[Diagnostic]:
    """Every script."""
    for piece in alone.pieces:
        if isinstance(piece, Scripted) and piece.body.text.strip():
            unclosed = script_of(piece.body.text, alone.memory).open_cues
            first = piece.body.first
            told = (each for each in _cues(piece) if each.where.line - first not in unclosed)
            yield from islice(told, MOST)
            yield from islice(_directions(piece), MOST)


def has_unread(piece: Piece) -> bool:
    """Whether some cue of a script is not read as it is meant, so that nobody knows its length."""
    return any(_cues(piece)) or any(directions(spoken_prose(piece.body.text)))


def _cues(piece: Piece) -> Iterator[Diagnostic]:
    """The lines of colons: who opens none closes one."""
    lines = piece.body.text.split("\n") if ":::" in piece.body.text else []
    opened = -1
    for number, line in enumerate(lines):
        fence = _FENCE.fullmatch(line)
        if not fence:
            continue
        if fence["info"]:
            opened = number
            yield from _cue(piece, number, cue_in(fence["info"]), fence["info"])
        elif opened < 0 and _is_closed(lines, number):
            opened = number
            typed = cue_line(cue_for(lines[number + 1])[0])
            yield NAMELESS.at(piece.body.at(number), typed=typed)
        else:
            held = "".join(lines[opened + 1 : number]).strip(" >")
            if opened >= 0 and not held and _info(lines[opened]).casefold().startswith(PICTURE_CUE):
                yield UNSEEN.at(piece.body.at(opened))
            opened = -1


def _info(line: str) -> str:
    found = _FENCE.fullmatch(line)
    return found["info"] if found else ""


def _is_closed(lines: list[str], start: int) -> bool:
    """Whether the next line of colons is one that ends, and something stands before it."""
    for number in range(start + 1, len(lines)):
        if fence := _FENCE.fullmatch(lines[number]):
            return not fence["info"] and bool("".join(lines[start + 1 : number]).strip())
    return False


def _cue(piece: Piece, number: int, cue: Cue, info: str) -> Iterator[Diagnostic]:
    if not is_read(cue):
        better, left = cue_for(info)
        kind = f"{better.kind} {left}" if left.replace(" ", "").isalpha() else better.kind
        typed = cue_line(Cue(kind if is_read(Cue(kind, 1)) else better.kind, better.seconds))
        yield FORM.at(piece.body.at(number), typed=typed)


def _directions(piece: Scripted) -> Iterator[Diagnostic]:
    heard = spoken_prose(piece.body.text)
    found = list(directions(heard))
    named = stray_speakers(piece) if found else {}
    waiting = [*_waiting(piece, heard)] if found else []
    for each in found:
        is_name = heard.count("\n", 0, each.start) in named
        if not is_name and not any(each.start <= at < each.end for at in waiting):
            yield _told(piece, each)
    for start, end, said, share in unclear(heard):
        text = piece.body.text[start:end]
        yield UNCLEAR.at(over(piece, start, end), text=text, said=said, word=share)


def _waiting(piece: Piece, heard: str) -> Iterator[int]:
    """Where something is still to be written, which is told as such."""
    found = placeholders(piece.body.text, heard, is_value=False, is_heard=True)
    yield from (each.start for each in found)


def _told(piece: Piece, found: Direction) -> Diagnostic:
    where, text = over(piece, found.start, found.end), piece.body.text[found.start : found.end]
    shown = text.strip()[:_SHOWN]
    match found.form:
        case "alone":
            return ALOUD.at(where, text=shown, typed=block(found.words))
        case "end":
            return ENDING.at(where, text=shown)
        case _:
            rule = {"within": WITHIN, "apart": APART, "line": LINE}[found.form]
            is_known = found.form != "apart" or is_sound(found.words) or is_call(found.words)
            return rule.at(where, text=shown, cue=block(found.words if is_known else _USUAL))
