"""The words of a text and each with its next one: looked at by every rule on words in a row."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from generator.vietnamese.text_cache import text_cache

Pair = tuple[str, str]
MARKS = ".,;:!?…”’)]*_\ufffc"
"""What may stand behind a word and is no part of it; the last is what `prose` blanks."""
FORMAT = "*_"
"""What makes it bold or slanted."""
_OPENING = "“‘\"'([*_"
_MOST = 1024  # texts whose words are remembered


class WordPairs(NamedTuple):
    """Words as they are written, in small letters; without marks around them; and in pairs.

    `kinds` are the different pairs.
    """

    tokens: Sequence[str]
    words: Sequence[str]
    pairs: Sequence[Pair]
    kinds: frozenset[Pair]


@text_cache(_MOST)
def word_pairs(prose: str) -> WordPairs:
    """All of a text; a word is what stands between spaces."""
    tokens = prose.casefold().split()
    words = [word.rstrip(MARKS).lstrip(_OPENING) for word in tokens]
    pairs = list(pairwise(words))
    return WordPairs(tokens, words, pairs, frozenset(pairs))
