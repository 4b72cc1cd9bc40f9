"""Words with hỏi for ngã, or ngã for hỏi, where both syllables are words: «cũng cố», «kỹ niệm».

A compound with the other of the two in one of its syllables is a slip, unless that is a compound
too, or one of both belongs to a word beside it: «cũng cố gắng» is right. Of a syllable that few
words have, all others are slips: «đả làm», «sẻ mở».
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

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


_COMPOUNDS: Final = _pairs(_LISTS["hook_or_tilde"])
_KNOWN: Final = _COMPOUNDS | _pairs(_LISTS["compounds"] + _LISTS["beside_hook_or_tilde"])
_FEW: Final = {
    syllable: (meant, frozenset(_pairs(words)))
    for syllable, (meant, *words) in _LISTS["few_words"].items()
}


def _swapped(syllable: str) -> str:
    return nfc(unicodedata.normalize("NFD", syllable).translate(_OTHER))


def _slips() -> Iterator[tuple[Pair, str]]:
    for first, second in sorted(_COMPOUNDS):
        for slip in ((_swapped(first), second), (first, _swapped(second))):
            if slip not in _KNOWN:
                yield slip, f"{first} {second}"


_SLIPS: Final[Mapping[Pair, str]] = dict(_slips())


def swapped_pairs(words: WordPairs) -> dict[Pair, str]:
    """Each pair of words that is a slip wherever it stands in a text, and what is meant."""
    return {pair: _SLIPS[pair] for pair in _SLIPS.keys() & set(words.pairs)}


def is_by_chance(prose: str, start: int, end: int) -> bool:
    """Whether a word of a slip belongs to the one beside it, or is the name of a person."""
    before, after = prose[max(0, start - _REACH) : start], prose[end : end + _REACH]
    written = prose[start:end]
    words = _WORD.findall(f"{before} {written} {after}".casefold())
    at = len(_WORD.findall(before.casefold()))
    is_named = written[0].isupper() and not written.isupper() and before[-2:-1].isalnum()
    is_name = is_named and tuple(words[at : at + 2]) not in _SLIPS
    return is_name or not _KNOWN.isdisjoint(pairwise(words[max(0, at - 1) : at + 3]))


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
