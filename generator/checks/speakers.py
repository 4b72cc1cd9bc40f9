"""A name that begins a line of a script and is no turn of a speaker would be read aloud."""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from typing import Final

from generator.checks import Alone
from generator.diagnostics import Diagnostic, Rule
from generator.model.memory import Memory
from generator.model.piece import Piece
from generator.model.scripted import Scripted
from generator.text.script import script_of

SPEAKER = Rule(
    "speaker-read-aloud",
    "“{name}” is not set off as the speaker here: the name would be read aloud.",
    "Begin a paragraph with it, after an empty line, with the colon within the stars and a space "
    "behind them: **{name}:** Kính chào quý vị.",
)
_BEFORE: Final = r"^[ \t]*(?:[>*+|#~“\"`_-]|\d{1,3}[.)]|[ \t])*"
_REST: Final = r"[\s*_]*(?:\([^)\n]*\))?[\s*_]*(?:[:：]|[ \t][–—-](?=[ \t]))"


def check_alone(alone: Alone) -> Iterable[Diagnostic]:
    """Every script, for those who speak in it."""
    for piece in alone.pieces:
        for line, (start, name) in sorted(misplaced(piece, alone.memory).items()):
            yield SPEAKER.at(piece.body.at(line, start, len(name)), name=_known(piece, name))


def misplaced(piece: Piece, memory: Memory | None = None) -> dict[int, tuple[int, str]]:
    """Lines of a script that name a speaker and are no turn: where in them, and the name."""
    if not isinstance(piece, Scripted):
        return {}
    script = script_of(piece.body.text, memory or Memory())
    names = {*piece.speakers, *(name for name, _ in script.speakers)}
    turns = {line for _, line in script.speakers}
    return dict(_named(piece.body.text, names, turns)) if names else {}


def _named(
    text: str, names: Collection[str], turns: Collection[int]
) -> Iterator[tuple[int, tuple[int, str]]]:
    first, within = _patterns(frozenset(names))
    for number, line in enumerate(text.split("\n")):
        begun = None if number in turns else first.match(line)
        found = begun or within.search(line, line.find(":") + 1 if number in turns else 0)
        if found:
            yield number, (found.start("name"), found["name"])


@lru_cache(maxsize=256)
def _patterns(names: frozenset[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A name that begins a line, alone or with others, and one in bold later in it."""
    longest = sorted(names, key=lambda name: (-len(name), name))
    any_name = "|".join(r"\s*".join(map(re.escape, name.split())) for name in longest)
    others = rf"(?:\s*(?:,|và|&|\+|/)\s*(?:{any_name}))*"
    return (
        re.compile(rf"{_BEFORE}(?P<name>{any_name}){others}{_REST}", re.IGNORECASE),
        re.compile(rf"\*\*(?P<name>{any_name})\s*(?:[:：]\s*\*\*|\*\*\s*[:：])", re.IGNORECASE),
    )


def _known(piece: Piece, name: str) -> str:
    """The name as it is written among the speakers."""
    same = "".join(name.split()).casefold()
    known = piece.speakers if isinstance(piece, Scripted) else ()
    return next((each for each in known if "".join(each.split()).casefold() == same), name)
