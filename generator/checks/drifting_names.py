"""One person has one name in a text: «ông Lê Văn Hùng», and later «ông Lê Văn Hưng»."""

from collections.abc import Iterator
from itertools import combinations
from typing import Final

from generator.diagnostics import Diagnostic, warning
from generator.text.piece_texts import ReadText
from generator.vietnamese.forms import RareForm
from generator.vietnamese.text import fold

NAME_DRIFTS = warning(
    "name-drifts",
    "“{name}” stands here, and “{other}” in line {line}: one person, or two?",
    "Ask for the name, and write it the same way in both places; leave it if these are two people.",
)
_CAPITAL: Final = "[A-ZĐÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝĂĨŨƠƯẠ-Ỹ]"
_NAME: Final = RareForm(
    rf"(?<!\w)(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ô|[Cc]hú) (?P<name>{_CAPITAL}[^\W\d_A-Z]+"
    rf"(?: {_CAPITAL}[^\W\d_A-Z]+){{2,4}})(?!\w)",
    r"(?<!\w)(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ô|[Cc]hú)$",
)
_SENTENCE: Final = (". ", "! ", "? ", "\n")


def check_text(text: ReadText) -> Iterator[Diagnostic]:
    """Every body of a piece: each name that is nearly one before it, in another sentence."""
    if text.keys or text.piece is None:
        return
    known: dict[str, int] = {}
    for found in _NAME.finditer(text.prose):
        known.setdefault(found["name"], found.start("name"))
    for (one, first), (name, start) in combinations(known.items(), 2):
        between = text.prose[first:start]
        if _is_near(one, name) and any(map(between.__contains__, _SENTENCE)):
            line = text.at(first, first + len(one)).line
            where = text.at(start, start + len(name))
            yield NAME_DRIFTS.at(where, name=name, other=one, line=line)


def _is_near(one: str, other: str) -> bool:
    """Whether all syllables but one are the same, and that is but for its marks or a letter."""
    pairs = list(zip(one.split(), other.split(), strict=False))
    odd = [pair for pair in pairs if len({*pair}) > 1]
    if len(one.split()) != len(other.split()) or len(odd) != 1:
        return False
    first, second = map(fold, odd[0])
    if first == second:
        return True
    short, long = sorted((first, second), key=len)
    return len(long) - len(short) == 1 and any(
        long[:at] + long[at + 1 :] == short for at in range(len(long))
    )
