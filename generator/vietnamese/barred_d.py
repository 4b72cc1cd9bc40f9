"""Words with d for đ and the other way round: «vốn dầu tư», «tỷ dồng», «sử đụng».

Some syllables are none with the other letter, wherever they stand. Of others a word of two
syllables tells, unless it is a word with that letter, too.
"""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from generator.vietnamese.word_pairs import Pair

_OTHER: Final = {"d": "đ", "đ": "d"}


def other_d(syllable: str) -> str:
    """A syllable in small letters with the other of both letters; nothing if it has neither."""
    other = _OTHER.get(syllable[:1])
    return other + syllable[1:] if other else ""


def lone_slips(syllables: Sequence[str]) -> Mapping[str, str]:
    """What is written for each of the syllables that are none with the other letter."""
    return {other_d(syllable): syllable for syllable in syllables}


def pair_slips(
    compounds: AbstractSet[Pair], words: AbstractSet[Pair]
) -> Iterator[tuple[Pair, str]]:
    """Each word of two syllables with the other letter in one of them or in both."""
    for first, second in sorted(compounds):
        one, other = other_d(first), other_d(second)
        for slip in ((one, second), (first, other), (one, other)):
            if all(slip) and slip not in words:
                yield slip, f"{first} {second}"
