"""Words with hỏi for ngã, or a letter for one that sounds alike, where both syllables are words.

«Cũng cố», «kỹ niệm», «mặt dù», «xắp xếp»: a compound with the other tone or letter in one of its
syllables is a slip, unless that is a compound too, or one of both belongs to a word beside it:
«cũng cố gắng» is right. Of a syllable that few words have, all others are slips: «đả làm», «sẻ mở».
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from generator.vietnamese.like_sounds import like_sounds
from generator.vietnamese.text import nfc
from generator.vietnamese.word_lists import word_lists
from generator.vietnamese.word_pairs import Pair, WordPairs

_WORD: Final = re.compile(r"[^\W\d_]+")
_REACH: Final = 12
"""Characters: more than any syllable has."""
_HOOK, _TILDE = "\u0309", "\u0303"
_OTHER: Final = {ord(_HOOK): _TILDE, ord(_TILDE): _HOOK}
_LISTS: Final = word_lists(__package__)


def _pairs(words: Sequence[str]) -> set[Pair]:
    return {(first, second) for first, second in map(str.split, words)}


_COMPOUNDS: Final = _pairs(_LISTS["hook_or_tilde"] + _LISTS["sound_alike"] + _LISTS["compounds"])
_KNOWN: Final = _COMPOUNDS | _pairs(_LISTS["beside_compounds"])
_FEW: Final = {
    syllable: (meant, frozenset(_pairs(words)))
    for syllable, (meant, *words) in _LISTS["few_words"].items()
}


def _swapped(syllable: str) -> str:
    return nfc(unicodedata.normalize("NFD", syllable).translate(_OTHER))


@cache
def _slips_of(syllable: str) -> tuple[str, ...]:
    return (_swapped(syllable), *like_sounds(syllable))


def _slips() -> Iterator[tuple[Pair, str]]:
    for first, second in sorted(_COMPOUNDS):
        slips = (
            *((each, second) for each in _slips_of(first)),
            *((first, each) for each in _slips_of(second)),
        )
        yield from ((slip, f"{first} {second}") for slip in slips if slip not in _KNOWN)


_SLIPS: Final[Mapping[Pair, str]] = dict(_slips())


def swapped_pairs(words: WordPairs) -> dict[Pair, str]:
    """Each pair of words that is a slip wherever it stands in a text, and what is meant."""
    return {pair: _SLIPS[pair] for pair in words.kinds & _SLIPS.keys()}


def is_by_chance(prose: str, start: int, end: int) -> bool:
    """Whether a word of a slip belongs to the one beside it, or is the name of a person."""
    return _is_named(prose, start, end) or belongs_beside(prose, start, end)


def belongs_beside(prose: str, start: int, end: int) -> bool:
    """Whether a word of a slip makes a word with the one before or behind: «chia sẻ giúp»."""
    before, words = _around(prose, start, end)
    return not _KNOWN.isdisjoint(pairwise(words[max(0, before - 1) : before + 3]))


def _is_named(prose: str, start: int, end: int) -> bool:
    written = prose[start:end]
    if not written[0].isupper() or written.isupper() or not prose[:start][-2:-1].isalnum():
        return False
    before, words = _around(prose, start, end)
    return tuple(words[before : before + 2]) not in _SLIPS


def _around(prose: str, start: int, end: int) -> tuple[int, list[str]]:
    """How many words stand near before a slip, and those and all up to near behind it."""
    before, after = prose[max(0, start - _REACH) : start], prose[end : end + _REACH]
    words = _WORD.findall(f"{before} {prose[start:end]} {after}".casefold())
    return len(_WORD.findall(before)), words


def rare_pairs(words: WordPairs) -> dict[Pair, str]:
    """Each pair that a syllable begins which few words have, where it is in none of them."""
    found = dict[Pair, str]()
    for syllable in _FEW.keys() & set(words.words):
        meant, right = _FEW[syllable]
        for at, (first, second) in enumerate(words.pairs):
            around = words.pairs[max(0, at - 1) : at + 1]
            if first == syllable and second.isalpha() and right.isdisjoint(around):
                found[first, second] = f"{meant} {second}"
    return found
