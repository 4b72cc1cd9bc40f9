"""Where lines must not break: compounds and figures held together by no-break spaces."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final

from generator.vietnamese.word_lists import word_lists

NO_BREAK_SPACE: Final = "\u00a0"

PHRASES: Final[Sequence[str]] = word_lists(__package__)["phrases"]
"""Compounds of general Vietnamese and of industry that read badly when broken over two lines."""

UNITS: Final[Sequence[str]] = word_lists(__package__)["counted"]

_GAP: Final = f"[ {NO_BREAK_SPACE}]"
_FIGURES: Final = (
    rf"\d{_GAP}(?:(?:nghìn|ngàn|triệu|tỷ|tỉ){_GAP})*(?:{{units}})(?!\w)",
    rf"\d{_GAP}giờ{_GAP}\d",
    rf"(?<!\w)(?:ngày|mùng|tháng|năm|quý|lúc|số|điều|khoản|chương|phần){_GAP}\d",
    rf"(?<!\w)(?:quý|chương|phần){_GAP}[IVX]+(?!\w)",
)
_ESTATE = re.compile(rf"(?<!\w)(?:KCN|KCNC|KCX|KKT|CCN|TP\.?)(?:{_GAP}\w+){{1,6}}")
"""An abbreviated kind of place, and the words after it that may be its name."""


def bind(text: str, phrases: Iterable[str] = PHRASES) -> str:
    """Join what belongs together with no-break spaces; nothing else in `text` changes.

    That is: the given phrases (whole words, any case, the longest first), a number and its unit,
    «Quý II», «ngày 5/6», «6 giờ 30», and the names of industrial estates («KCN Đông Nam 2»).
    `text` and `phrases` are in normal form C.
    """
    for pattern in (_any_of(tuple(phrases)), *_figures()):
        text = pattern.sub(lambda match: _joined(match[0]), text)
    return _ESTATE.sub(_join_name, text)


def _joined(words: str) -> str:
    return words.replace(" ", NO_BREAK_SPACE)


def _join_name(estate: re.Match[str]) -> str:
    """Join the words of a place name: capitalised ones, up to a number that ends it."""
    words = re.split(_GAP, estate[0])
    end = 1
    while end < len(words) and words[end][0].isupper():
        end += 1
    if end < len(words) and words[end].isdigit():
        end += 1
    name = len(" ".join(words[:end]))
    return _joined(estate[0][:name]) + estate[0][name:]


def _alternatives(phrases: Iterable[str]) -> str:
    """Return a pattern for any of `phrases`, the longest first, with ordinary or bound spaces."""
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(_GAP.join(map(re.escape, phrase.split())) for phrase in longest_first)


@cache
def _any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    if not phrases:
        return re.compile("(?!)")
    return re.compile(rf"(?<!\w)(?:{_alternatives(phrases)})(?!\w)", re.IGNORECASE)


@cache
def _figures() -> tuple[re.Pattern[str], ...]:
    units = _alternatives(UNITS)
    return tuple(re.compile(form.format(units=units), re.IGNORECASE) for form in _FIGURES)
