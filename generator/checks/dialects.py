"""What other dialects of Markdown have and this one has not: it would be shown as it stands.

A sign of which somebody means the sign itself is written with a backslash before it, or as code.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Final

from generator.checks import MOST, Alone
from generator.checks.speakers import stray_speakers
from generator.diagnostics import Diagnostic, Rule
from generator.model.piece import Piece
from generator.model.scripted_piece import Scripted
from generator.text.dialects import DIALECTS, foreign, lossy_paths, path_on_page
from generator.text.directions import directions
from generator.text.habits import habits
from generator.text.mentions import Bare, Mention, Outline, place
from generator.text.outline import outline
from generator.text.prose import BLANK, prose, spoken_prose

CODE: Final = "foreign-markup"
MESSAGE: Final = "“{sample}” is no markup here: readers would see these very signs."
_SAMPLE: Final = 60  # characters that are quoted
_RAISED: Final = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_LOWERED: Final = str.maketrans("0123456789+-−", "₀₁₂₃₄₅₆₇₈₉₊₋₋")


RULES: Final = {kind: Rule(CODE, MESSAGE, dialect.hint) for kind, dialect in DIALECTS.items()}
OTHER_NAME: Final = Rule(
    CODE,
    MESSAGE,
    "The text of the footnote below has another mark. Write the same in both places: {better}",
)
LOSSY_PATH: Final = Rule(
    "backslash-lost",
    "Readers would see “{shown}”: the sign \\ before another sign is dropped.",
    "Write the path between two signs ` so that nothing of it is lost: {better}",
)
_EMPHASIS: Final = re.compile(r"(__|_|\*)(.+?)\1")
_PAIRED: Final = {"stars": "**", "tildes": "~~", "backticks": "`"}
_LONE: Final = re.compile(r"[^\s*]*\*\*[^\s*]*")  # stars without other ones
_UNTIED: Final = re.compile(r"\*\*[ \t]*([^*\n]*?[^\s*])[ \t]*\*\*(\S*)")


def check_alone(alone: Alone) -> Iterable[Diagnostic]:
    """The body of every piece."""
    for piece in alone.pieces:
        yield from islice(_found(piece), MOST)
        yield from islice(_paths(piece), MOST)


def _found(piece: Piece) -> Iterator[Diagnostic]:
    told: Counter[tuple[str, tuple[int, int]]] = Counter()
    found = [(bare, *each) for bare in outline(piece.body.text).bare for each in foreign(bare)]
    opened = set[str]()
    notes = {_label(sample) for _, kind, sample in found if kind == "footnote-text"}
    for bare, kind, sample in found:
        where = place(piece.body, Mention(sample, bare.lines, told[sample, bare.lines]))
        told[sample, bare.lines] += 1
        if kind in {"stars", "emphasis"} and where.line - piece.body.first in stray_speakers(piece):
            continue  # a name is told as such
        if kind == "stars" and _LONE.fullmatch(sample) and _has_notes(piece):
            continue  # the note that is marked so is told
        if _is_other_half(kind, sample, opened):
            continue  # its first half is told, in a paragraph above
        if kind in {"pair", "comment"} and where.line - piece.body.first in _heard(piece):
            continue  # in a script it is told as what is to be heard
        if kind == "footnote-mark" and _label(sample) in notes:
            continue  # its text is told and is all that is wrong, or it is told already
        if kind == "footnote-mark":
            notes.add(_label(sample))
        meant = misnamed_notes(outline(piece.body.text)) if kind == "footnote-mark" else {}
        if _name(sample) in meant:
            yield OTHER_NAME.at(where, sample=sample, better=f"[^{meant[_name(sample)]}]")
            continue
        yield RULES[kind].at(
            where,
            sample=sample.replace(BLANK, "…")[:_SAMPLE],
            better=_better(kind, sample, bare),
        )


def _paths(piece: Piece) -> Iterator[Diagnostic]:
    for bare in outline(piece.body.text).bare if "\\" in piece.body.text else ():
        for path in lossy_paths(bare):
            where = place(piece.body, Mention(path, bare.lines))
            yield LOSSY_PATH.at(where, shown=path_on_page(path)[:_SAMPLE], better=f"`{path}`")


def misnamed_notes(outline: Outline) -> dict[str, str]:
    """Marks of footnotes that no text has, each with the name of the one that is meant.

    That is one of other letters of the same kind, or the only one that is left.
    """
    marks = {
        _name(sample)
        for bare in outline.bare
        for kind, sample in foreign(bare)
        if kind == "footnote-mark"
    }
    left = {_name(lost.text) for lost in outline.lost if lost.words == "note-unused"}
    same = {_plain(name): name for name in left}
    known = {mark: same[_plain(mark)] for mark in marks if _plain(mark) in same}
    if len(marks) == len(left) == 1 and not known:
        return {marks.pop(): left.pop()}
    return known


def _name(sample: str) -> str:
    return sample.partition("[^")[2].partition("]")[0]


def _plain(name: str) -> str:
    return "".join(name.casefold().split())


def _heard(piece: Piece) -> set[int]:
    """The lines of a script that say what is to be heard and are no cue."""
    text = spoken_prose(piece.body.text) if isinstance(piece, Scripted) else ""
    return {text.count("\n", 0, each.start) for each in directions(text)}


def _is_other_half(kind: str, sample: str, opened: set[str]) -> bool:
    """Whether a lone sign closes what one above has opened; `opened` is kept."""
    mark = _PAIRED.get(kind, "")
    if kind == "underlines":
        mark = "__" if "__" in sample else "_"
    if not mark or sample.count(mark) != 1:
        return False
    if sample.startswith(mark):
        opened.add(mark)
        return False
    closes = mark in opened
    opened.discard(mark)
    return closes


def _has_notes(piece: Piece) -> bool:
    """Whether notes are marked by hand in a body, with stars or figures."""
    return any(habit.kind == "note-by-hand" for habit in habits(prose(piece.body.text)))


def _label(sample: str) -> str:
    """The name of a footnote in «[^1]: Theo báo cáo»."""
    return sample.partition("]")[0]


def _better(kind: str, sample: str, bare: Bare) -> str:
    """How the same is written here."""
    if kind != "stars":
        return _REWRITTEN[kind](sample) if kind in _REWRITTEN else ""
    if untied := _UNTIED.search(bare.source, max(0, bare.source.find(sample))):
        return f"**{untied[1]}**{' ' if untied[2][:1].isalnum() else ''}{untied[2]}"
    return "**Lưu ý:** Khóa van."


_REWRITTEN: Final[Mapping[str, Callable[[str], str]]] = {
    "superscript": lambda sample: sample[1:-1].translate(_RAISED),
    "subscript": lambda sample: sample[1:-1].translate(_LOWERED),
    "times": lambda sample: re.sub(r" ?\* ?", " × ", sample),
    "heading-without-space": lambda sample: f"## {sample.lstrip('#').strip(' .:-')}",
    "heading-end": lambda sample: sample.rstrip("#"),
    "footnote-text": lambda sample: re.sub(r"\][ \t]*:?[ \t]*", "]: ", sample, count=1).replace(
        BLANK, "…"
    ),
    "emphasis": lambda sample: _EMPHASIS.sub(r"\1\2\1 ", sample, count=1),
    "underlines": lambda sample: "**khóa van**" if "__" in sample else "*khóa van*",
}
"""How a sample of a kind is written here, where that follows from it alone."""
