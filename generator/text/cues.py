"""How a cue of a script is written, `::: kind length`, and what was meant where it is not."""

import re
from typing import Final

from generator.text.tree import Cue
from generator.vietnamese.number_words import from_words
from generator.vietnamese.reasons import ReadingError
from generator.vietnamese.text import fold

KINDS: Final = (
    "nhạc hiệu", "nhạc cắt", "nhạc nền", "nhạc", "tiếng động", "tiếng hiện trường", "phỏng vấn",
    "hình",
)  # fmt: skip
"""Kinds that stations know, the longer first; authors may name others."""
PICTURE_CUE: Final = "hình"
USUAL: Final = 5  # seconds that are proposed where none are written

_LONGEST: Final = 3600  # seconds
_MINUTE: Final = 60
_MINUTES: Final = frozenset({"phút", "phut", "p", "m", "min", "'", "’", "′"})
_UNITS: Final = r"giây|giay|sec|s|phút|phut|min|p|m|\"|”|″|''|'|’|′"
_NUMBER: Final = r"(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mươi|lăm|mốt|tư)"
_CLOCK = re.compile(r"\b(\d{1,2}):(\d{2})\b")
_LENGTH = re.compile(
    rf"(?<!\w)(?:(?:khoảng|chừng) )?(?:\d{{1,4}} ?[-–] ?)?"
    rf"(?P<figure>\d{{1,4}}|{_NUMBER}(?: {_NUMBER})*) ?(?P<unit>{_UNITS})(?!\w)",
    re.IGNORECASE,
)
_BARE = re.compile(r"(?<!\w)(\d{1,3})(?!\w)")
_READ = re.compile(r"(?:[^\W\d_]| )*")
_TIMED = re.compile(rf"(?<!\w)(?:giây|giay|phút|phut)(?!\w)|{_NUMBER} (?:giây|phút)", re.IGNORECASE)
_ALIKE: Final = (
    (
        "tiếng động",
        ("tieng ", "cuoi ", "vo tay ", "chuong ", "mua ", "gio ", "im lang ", "hieu ung "),
    ),
    (
        PICTURE_CUE,
        ("canh ", "toan canh ", "can canh ", "trung canh ", "dai canh ", "flycam ", "chu tren "),
    ),
)
"""How what has no kind begins, by the kind that it is most like."""
_AROUND: Final = " :;,.…–—-()[]~"


def is_read(cue: Cue) -> bool:
    """Whether a cue says what sounds or is seen, and how long, as it is read."""
    known = {fold(kind): kind for kind in KINDS}.get(fold(cue.kind))
    named = cue.kind and _READ.fullmatch(cue.kind) and not _TIMED.search(cue.kind)
    timed = cue.seconds or cue.kind.casefold().startswith((PICTURE_CUE, "nhạc nền"))
    return bool(named and timed and known in {None, cue.kind.casefold()})


def cue_for(words: str) -> tuple[Cue, str]:
    """The cue that some words stand for, and the words that are left of them beside its kind."""
    seconds, rest = _timed(words)
    rest = " ".join(rest.strip(_AROUND).split())
    bare = f"{fold(rest)} "
    kind = next((kind for kind in KINDS if bare.startswith(f"{fold(kind)} ")), "")
    left = rest[len(kind) :].strip(_AROUND) if kind else rest
    if not kind:
        kind = next((kind for kind, begun in _ALIKE if bare.startswith(begun)), "nhạc")
    return Cue(kind, 0 if kind == PICTURE_CUE else seconds or USUAL), left


def cue_line(cue: Cue) -> str:
    """The line that begins a cue."""
    return f"::: {cue.kind} {cue.seconds} giây" if cue.seconds else f"::: {cue.kind}"


def block(words: str) -> str:
    """A whole cue for what was written without one."""
    cue, _ = cue_for(words)
    said = " ".join(_timed(words)[1].strip(_AROUND).split())
    says = f"{said[:1].upper()}{said[1:].lower() if said.isupper() else said[1:]}."
    is_more = fold(said) != fold(cue.kind)
    return "\n".join((cue_line(cue), *([says] if is_more else []), ":::"))


def _timed(words: str) -> tuple[int, str]:
    """The seconds in some words, and the words without them."""
    if clock := _CLOCK.search(words):
        seconds, found = int(clock[1]) * _MINUTE + int(clock[2]), clock
    elif length := _LENGTH.search(words):
        figure = length["figure"]
        count = int(figure) if figure.isdigit() else _number(figure)
        minutes = length["unit"].casefold() in _MINUTES
        seconds, found = count * (_MINUTE if minutes else 1), length
    elif not fold(words).startswith("canh ") and (bare := _BARE.search(words)):
        seconds, found = int(bare[1]), bare
    else:
        return 0, words
    return min(seconds, _LONGEST), words[: found.start()] + " " + words[found.end() :]


def _number(words: str) -> int:
    try:
        return from_words(words)
    except ReadingError:
        return 0
