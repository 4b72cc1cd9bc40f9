"""A name that begins a line of a script and is no turn of a speaker would be read aloud."""

import difflib
import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import Final

from generator.checks import MOST, Alone
from generator.diagnostics import Diagnostic, Rule, Severity
from generator.model.memory import Memory
from generator.model.piece import Piece
from generator.model.scripted_piece import Scripted
from generator.text.directions import is_kind
from generator.text.prose import spoken_prose
from generator.text.script import script_of
from generator.text.turns import is_office
from generator.vietnamese.text import lookalikes

SPEAKER = Rule(
    "speaker-read-aloud",
    "“{name}” is not set off as the speaker here: the name would be read aloud.",
    "Begin a paragraph with it, after an empty line, with the colon within the stars and a space "
    "behind them: **{name}:** Kính chào quý vị.",
)
PERHAPS = SPEAKER.with_hint(
    "If somebody speaks here, write **{name}:** and name this speaker at the top of the file, at "
    "speakers:. If not, say it in a sentence without the colon.",
    Severity.WARNING,
)
WORDLESS = Rule(
    "turn-without-words",
    "“{name}” speaks here, but says nothing.",
    "Type what is said behind the name, in the same paragraph. Instead of line {lines}:\n{typed}",
)
ALONE = WORDLESS.with_hint(
    "Type what is said behind the name, in the same line, or remove the name: {line}"
)
NAMED_TWICE = Rule(
    "speaker-twice",
    "“{name}” stands twice: the second one would be read aloud.",
    "Remove the second name, behind the colon of the first.",
)
_TWICE: Final = re.compile(
    r"^(?:\*\*|__)(?P<name>[^*_\n]{1,60}?):(?:\*\*|__)[ \t]*"
    r"(?P<again>(?:\*\*|__)?(?P=name) ?[:：])",
    re.MULTILINE | re.IGNORECASE,
)
_BEFORE: Final = r"^[ \t]*(?:[<>*+|#~“\"`_\[{(-]|\d{1,3}[.)]|\[?\d{1,2}[:.]\d\d\]?[–—-]?|[ \t])*"
_REST: Final = (
    r"[\s*_]*(?:\([^)\n]*\))?[\s*_]*"
    r"(?:[:：;\])}>=→\t]|[ \t]?[–—-](?=[ \t])|/(?=[ \t])|[.](?=[*_]{0,3}[ \t]+\S)|$"
    r"|(?<=[*_])[ \t]+(?-i:(?=[“\"]?[A-ZĐÁÀẢÃẠĂÂÊÔƠƯ]))"  # in italics
    r"|[^\w\s*]{0,3}[ \t]?(?:\*{2,3}|__)(?=\s|$))"  # bold, with another sign than a colon or none
)
_NAME_ALONE: Final = re.compile(r"(?:\*\*|__)[^*_\n]+:\s*(?:\*\*|__)\\?")
_NO_WORDS: Final = re.compile(r":::|#|[-*_]{3}|\*\*|__|\[\^|[-+*>|] |\d+[.)] |!\[|```|~~~|<")
"""How a line begins that nobody says, or that another one says."""
_NUMBERED: Final = re.compile(r"(.*?)\s*\d{1,2}")
_PERHAPS: Final = re.compile(
    r"(?<![^\n]\n)^(?P<name>[^\W\d_]\w*(?: \w+){0,2}(?: \([^)\n]*\))?) ?[:：] +(?=[“\"]?[^\W\d_])",
    re.MULTILINE,
)

_WITHIN: Final = re.compile(
    r"^[ \t]*\*\*(?P<turn>[^*\n:]{1,60}):\*\*[ \t]+(?:\*\*)?"
    r"(?P<name>[^\W\d_]\w*(?: \w+){0,3}) ?[:：]",
    re.MULTILINE,
)
"""A name behind that of who speaks: «**PTV 1:** PTV nam: Chào»."""


def check_alone(alone: Alone) -> Iterable[Diagnostic]:
    """Every script, for those who speak in it."""
    for piece in alone.pieces:
        text = piece.body.text
        odd = {text.count("\n", 0, each.offset) for each in lookalikes(text)}
        stray = stray_speakers(piece, alone.memory)
        open_cues = script_of(text, alone.memory).open_cues if stray else ()
        for line, (start, name) in sorted(stray.items()):
            if line in odd or line > min(open_cues, default=line):
                continue  # its colon is told, or that the cue has no end before it
            known = _known(piece, name, alone.memory)
            yield SPEAKER.at(piece.body.at(line, start, len(name)), name=known)
        yield from islice(_perhaps(piece, alone.memory), MOST)
        yield from islice(_wordless(piece, alone.memory), MOST)
        yield from islice(_twice(piece), MOST)


def _twice(piece: Piece) -> Iterator[Diagnostic]:
    """Names that stand once as the speaker's and once more in his words."""
    text = piece.body.text
    for found in _TWICE.finditer(text) if isinstance(piece, Scripted) else ():
        line = text.count("\n", 0, found.start("again"))
        start = found.start("again") - (text.rfind("\n", 0, found.start("again")) + 1)
        where = piece.body.at(line, start, len(found["again"]))
        yield NAMED_TWICE.at(where, name=found["name"])


def _wordless(piece: Piece, memory: Memory) -> Iterator[Diagnostic]:
    """Names with no words behind them before their paragraph ends."""
    if not isinstance(piece, Scripted):
        return
    lines = [*piece.body.text.split("\n"), ""]
    for name, line in script_of(piece.body.text, memory).speakers:
        begun = lines[line].strip()
        if not _NAME_ALONE.fullmatch(begun) or lines[line + 1].strip():
            continue
        below = next((n for n in range(line + 1, len(lines)) if lines[n].strip()), line)
        where, said = piece.body.at(line, 0, len(lines[line])), lines[below].strip()
        if below == line or _NO_WORDS.match(said):
            yield ALONE.at(where, name=name, line=f"**{name}:** Kính chào quý vị.")
        else:
            first, last = piece.body.first + line, piece.body.first + below
            typed = f"{begun} {said}"
            yield WORDLESS.at(where, name=name, lines=f"{first}–{last}", typed=typed)


def _perhaps(piece: Piece, memory: Memory) -> Iterator[Diagnostic]:
    """Paragraphs that begin with a name that nobody declared: «Lan: Chào.»."""
    if not isinstance(piece, Scripted) or not piece.speakers:
        return
    told, heard = stray_speakers(piece, memory), spoken_prose(piece.body.text)
    for found in _WITHIN.finditer(heard):
        line, start = heard.count("\n", 0, found.start()), found.start("name")
        if line not in told and found["name"] != found["turn"] and is_office(found["name"]):
            column = start - (heard.rfind("\n", 0, start) + 1)
            yield SPEAKER.at(piece.body.at(line, column, len(found["name"])), name=found["name"])
    for found in _PERHAPS.finditer(heard):
        line = heard.count("\n", 0, found.start())
        name = found["name"]
        if line not in told and name[0].isupper() and not is_kind(name):
            yield PERHAPS.at(piece.body.at(line, 0, len(name)), name=name)


def stray_speakers(piece: Piece, memory: Memory | None = None) -> dict[int, tuple[int, str]]:
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
    any_name = "|".join(dict.fromkeys(map(_as_written, longest)))
    others = rf"(?:\s*(?:,|và|&|\+|/)\s*(?:{any_name}))*"
    return (
        re.compile(rf"{_BEFORE}(?P<name>{any_name}){others}{_REST}", re.IGNORECASE),
        re.compile(
            rf"(?:\*\*|(?<=[.!?…] ))(?P<name>{any_name})\s*(?:[:：]|\*\*\s*[:：])", re.IGNORECASE
        ),
    )


def _as_written(name: str) -> str:
    """A pattern for a name: «P.T.V. 1» for «PTV 1», and with another number or none."""
    numbered = _NUMBERED.fullmatch(name)
    stem = numbered[1] if numbered else name
    words = (
        r"\.?".join(map(re.escape, word)) if word.isupper() else re.escape(word)
        for word in stem.split()
    )
    pattern = r"\s*".join(words) + (r"\.?" if stem.isupper() else "")
    is_general = numbered or stem.isupper()
    return rf"{pattern}(?:\s*\d{{1,2}})?" if is_general else pattern


def _known(piece: Piece, name: str, memory: Memory) -> str:
    """The name as it is written among the speakers, or where another turn has it."""
    same = "".join(name.split()).casefold()
    declared = piece.speakers if isinstance(piece, Scripted) else ()
    known = [*declared, *(each for each, _ in script_of(piece.body.text, memory).speakers)]
    near = difflib.get_close_matches(name.replace(".", ""), declared, 1, 0.5)
    exact = (each for each in known if "".join(each.split()).casefold() == same)
    return next(exact, near[0] if near else name)
