"""Which words of one text stand for which of another, whatever their length."""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final, NamedTuple

_MOST: Final = 10_000_000
"""Pairs of words that are alike, half a second; of more all between equal ends differs."""


class WordStep(NamedTuple):
    """Words of both that stand for each other, and whether these are the same."""

    old: slice
    new: slice
    differs: bool


def word_steps(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[WordStep]:
    """All words of both, in order: what nobody changed before and after costs next to nothing."""
    least = min(len(old), len(new))
    head = next((n for n in range(least) if old[n] != new[n]), least)
    tail = next((n for n in range(least - head) if old[-1 - n] != new[-1 - n]), least - head)
    stop, end = len(old) - tail, len(new) - tail
    if head:
        yield WordStep(slice(head), slice(head), differs=False)
    for step in _between(old[head:stop], new[head:end]):
        kind, a, b, c, d = step
        yield WordStep(slice(head + a, head + b), slice(head + c, head + d), kind != "equal")
    if tail:
        yield WordStep(slice(stop, len(old)), slice(end, len(new)), differs=False)


def _between(
    old: Sequence[Hashable], new: Sequence[Hashable]
) -> Iterator[tuple[str, int, int, int, int]]:
    counts = Counter(old)
    if sum(counts[word] * count for word, count in Counter(new).items()) > _MOST:
        yield "replace", 0, len(old), 0, len(new)
    else:
        yield from SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
