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
    """Those of two words and more, by two of them of which one is wrong: few texts have both."""
    found: dict[Pair, dict[str, str]] = {}
    for wrong, right in slips.items():
        words, others = wrong.split(), right.split()
        at = next(
            (at for at, pair in enumerate(zip(words, others, strict=False)) if len({*pair}) > 1), 0
        )
        at = min(at, len(words) - 2)
        found.setdefault((words[at], words[at + 1]), {})[wrong] = right
    return found
