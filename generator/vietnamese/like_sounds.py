"""Letters that a region of the country says alike, so that one is written for the other.

In the north ch is said as tr, s as x, d and gi as r, in some places l as n; in the south n ends a
word as ng does, t as c: «trân thành», «xắp xếp», «lông nghiệp», «mặt dù», «cơ quang». Behind i and
ê the ends are nh and ch: «lợi ít».
"""

from collections.abc import Iterator
from typing import Final

from generator.vietnamese.text import without_tones

_BEGINS: Final = {
    "ch": ("tr",), "tr": ("ch",), "s": ("x",), "x": ("s",),
    "d": ("gi", "r"), "gi": ("d", "r"), "r": ("d", "gi"), "l": ("n",), "n": ("l",),
}  # fmt: skip
_ENDS: Final = {"ng": "n", "nh": "n", "ch": "t", "c": "t"}
_OPEN: Final = {"n": "ng", "t": "c"}
_CLOSE: Final = {"n": "nh", "t": "ch"}
_VOWELS: Final = frozenset("aăâeêioôơuưy")


def like_sounds(syllable: str) -> Iterator[str]:
    """What a syllable in small letters, in form C, may be written for; some are no syllables."""
    bare = without_tones(syllable)
    begin = _begin(bare)
    for other in _BEGINS.get(begin, ()):
        rest = syllable[len(begin) :] if begin != "gi" or bare[2:] else syllable[1:]
        yield other.removesuffix("i" * _is_i(rest)) + rest
    end = next((each for each in _ENDS if bare.endswith(each)), "")
    if end:
        yield syllable.removesuffix(end) + _ENDS[end]
    elif bare[-1] in _OPEN:
        ends = _CLOSE if bare[-2:-1] in {"i", "ê"} and bare[-3:-1] not in {"iê", "yê"} else _OPEN
        yield syllable[:-1] + ends[bare[-1]]


def _is_i(rest: str) -> bool:
    return without_tones(rest[:1]) == "i"


def _begin(bare: str) -> str:
    """The letters before the vowels; «gi» of «gìn» is the i of the word."""
    if bare.startswith("gi"):
        return "gi" if len(bare) == len("gi") or bare[2] in _VOWELS else "g"
    return next((each for each in ("ch", "tr", "nh", "ng", *"sxdrln") if bare.startswith(each)), "")
