"""Claims of a first place: «tốt nhất», «số một», «duy nhất», «hàng đầu».

What looks like one and claims nothing is left out: «thống nhất», «thứ nhất», «ít nhất», «nhất là»,
«nhất định», «mới nhất».
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator.vietnamese.word_lists import word_lists

_HARMLESS: Final[Sequence[str]] = word_lists(__package__)["no_claim"]
"""Words before «nhất» that make no claim."""

_AFTER: Final = "là|định|trí|quán|thiết|thể|thời|loạt|quyết|mực|tề|cử|nhất"
_SIGNS: Final = ("nhất", "Nhất", "NHẤT", "ố mộ", "Ố MỘ", "ố 1", "Ố 1", "àng đầ", "ÀNG ĐẦ")
_FIRST = re.compile(
    rf"[nN][hH][ấẤ][tT](?!\w)(?! (?i:{_AFTER})(?!\w))"
    r"|[sS][ốỐ] (?:[mM][ộỘ][tT]|1)(?!\w)|[hH][àÀ][nN][gG] [đĐ][ầẦ][uU](?!\w)"
)
_BEFORE = re.compile(r"(?:^|(?<=\W))([^\W\d_]+) $")
_COUNTED = re.compile("[0-9] $")  # «4 số một quý»
_LONGEST: Final = 12  # letters of a syllable, with room


@dataclass(frozen=True, slots=True)
class Superlative:
    """The words of a claim, from `start` to `end`; `bare` is what remains without it, if any."""

    start: int
    end: int
    words: str
    bare: str


def superlatives(text: str) -> Iterator[Superlative]:
    """Every claim of a first place, whole words, in any case."""
    if not any(map(text.__contains__, _SIGNS)):  # nearly always, and far quicker
        return
    for found in _FIRST.finditer(text):
        before = text[max(0, found.start() - _LONGEST) : found.start()]
        if before[-1:].isalnum() or _COUNTED.search(before):
            continue
        word = _BEFORE.search(before) if found[0].lower() == "nhất" else None
        bare = word[1] if word else ""
        if bare.lower() not in _HARMLESS:
            start = found.start() - len(bare) - 1 if word else found.start()
            words = text[start : found.end()]
            yield Superlative(start, found.end(), words, "" if bare.lower() == "duy" else bare)
