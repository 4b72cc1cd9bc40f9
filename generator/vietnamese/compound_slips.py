"""Words with hỏi for ngã, or a letter for one that sounds alike, where both syllables are words.

Where pages were scanned, a grave stands for hỏi: «giài pháp».

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

from generator.vietnamese.barred_d import pair_slips
from generator.vietnamese.like_sounds import like_sounds
from generator.vietnamese.text import nfc
from generator.vietnamese.word_lists import word_lists
from generator.vietnamese.word_pairs import Pair, WordPairs

_WORD: Final = re.compile(r"[^\W\d_]+")
_OF_NAME: Final = 2  # words
_REACH: Final = 12
"""Characters: more than any syllable has."""
_HOOK, _TILDE, _GRAVE = "\u0309", "\u0303", "\u0300"
_OTHER: Final = {ord(_HOOK): _TILDE, ord(_TILDE): _HOOK}
_NAMED: Final = re.compile(r"(?<!\w)(?:(?i:ông|bà|anh|chị|em|cô|chú|bác|cháu)|[A-ZĐ][^\W\d_]+) $")
"""What stands before the name of a person, or begins it."""
_LISTS: Final = word_lists(__package__)


def _pairs(words: Sequence[str]) -> set[Pair]:
    return {(first, second) for first, second in map(str.split, words)}


COMPOUNDS: Final = _pairs(_LISTS["hook_or_tilde"] + _LISTS["sound_alike"] + _LISTS["compounds"])
"""Words of two syllables that texts of the programme have, in small letters."""
_KNOWN: Final = COMPOUNDS | _pairs(_LISTS["beside_compounds"])
_WITH_D: Final = _KNOWN | _pairs(_LISTS["d_or_bar"] + _LISTS["beside_d"])
SLIPS_OF_D: Final[Mapping[str, str]] = {
    " ".join(slip): right
    for slip, right in pair_slips(COMPOUNDS | _pairs(_LISTS["d_or_bar"]), _WITH_D)
}
"""What is written with d for đ, and what is meant."""
_TWO_WORDS: Final = _pairs(_LISTS["grave_words"])
_PROVINCES: Final = {tuple(name.casefold().split()) for name in _LISTS["provinces"]}
_FEW: Final = {
    syllable: (meant, frozenset(_pairs(words)))
    for syllable, (meant, *words) in _LISTS["few_words"].items()
}


def _swapped(syllable: str) -> str:
    return nfc(unicodedata.normalize("NFD", syllable).translate(_OTHER))


def _scanned(syllable: str) -> str:
    """As a program reads it that takes a hook for a grave."""
    return nfc(unicodedata.normalize("NFD", syllable).replace(_HOOK, _GRAVE))


@cache
def _slips_of(syllable: str) -> tuple[str, ...]:
    return (_swapped(syllable), *like_sounds(syllable))


def _slips() -> Iterator[tuple[Pair, str]]:
    for first, second in sorted(COMPOUNDS):
        slips = (
            *((each, second) for each in _slips_of(first)),
            *((first, each) for each in _slips_of(second)),
        )
        one, other = _scanned(first), _scanned(second)
        read = {(one, second), (first, other), (one, other)} - {(first, second)} - _TWO_WORDS
        meant = f"{first} {second}"
        yield from ((slip, meant) for slip in (*slips, *sorted(read)) if slip not in _KNOWN)


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


def ends_beside(
    prose: str, start: int, end: int, wrong: Sequence[str], right: Sequence[str]
) -> bool:
    """Whether the word of a slip that is another one makes a word with one outside of it.

    «chính sách tay» is no «xách tay». So it is with names: «anh Hoàng Trả».
    Three words with capitals are a body: «Sờ Công Thương».
    """
    written = prose[start:end].split()
    if len(written) <= _OF_NAME and all(
        word[0].isupper() and not word.isupper() for word in written
    ):
        return True
    before, words = _around(prose, start, end)
    outside = words[before - 1 : before] if wrong[0] != right[0] else []
    if outside and (outside[0], wrong[0]) in _WITH_D:
        return True
    outside = words[before + len(wrong) :][:1] if wrong[-1] != right[-1] else []
    return bool(outside) and (wrong[-1], outside[0]) in _WITH_D


def is_name_of_person(prose: str, start: int, end: int, right: str) -> bool:
    """Whether a word with a capital is somebody's name: «ông Đoanh»; «tỉnh Dồng Nai» is none."""
    if not prose[start].isupper() or prose[start:end].isupper():
        return False
    before, words = _around(prose, start, end)
    if (right, *words[before + 1 : before + 2]) in _PROVINCES:
        return False
    return _NAMED.search(prose, max(0, start - _REACH), start) is not None


def _is_named(prose: str, start: int, end: int) -> bool:
    written = prose[start:end]
    if not written[0].isupper() or written.isupper() or not prose[:start][-2:-1].isalnum():
        return False
    before, words = _around(prose, start, end)
    if tuple(words[before : before + 2]) not in _SLIPS:
        return True
    first, second = written.split()[0], written.split()[-1]
    return first[0].isupper() and second[0].isupper() and _NAMED.search(prose[:start]) is not None


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
