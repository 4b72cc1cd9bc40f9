"""Words that are written for their neighbours, and beside which others that is sure.

«trở hàng» is «chở hàng», «giành chỗ» is «dành chỗ»: both words are right elsewhere, so that only
what stands beside them tells. `mixed` in `words.toml` has them in short forms.
"""

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Final

from generator.vietnamese.word_pairs import Pair

_WORD: Final = "_"  # where the word stands among the others


def mixed_words(table: Mapping[str, list[str]]) -> dict[str, str]:
    """What is written, in small letters, and what is meant, of each line of a table."""
    return {
        words.replace(_WORD, wrong): words.replace(_WORD, meant)
        for pair, lines in table.items()
        for wrong, meant in [pair.split(" > ")]
        for line in lines
        for words in _each(line)
    }


def _each(line: str) -> Iterator[str]:
    """All ways to read a line: a stroke parts what may stand in one place, a + joins syllables."""
    for words in product(*(place.split("|") for place in line.split())):
        yield " ".join(words).replace("+", " ")


def phrases(slips: Mapping[str, str]) -> dict[Pair, dict[str, str]]:
    """Those of two words and more, by the last two of them."""
    found: dict[Pair, dict[str, str]] = {}
    for wrong, meant in slips.items():
        *_, first, second = wrong.split()
        found.setdefault((first, second), {})[wrong] = meant
    return found
