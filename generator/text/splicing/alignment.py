"""Which of the blocks that were there is which of those that shall be."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

from generator.text.splicing.body_blocks import BodyBlock

Pair = tuple[int | None, int | None]
"""A block that was, and what it becomes; none where it is new, or goes."""

_MOST: Final = 10_000  # comparisons of blocks with each other; of more they are taken in order


def pairs(old: Sequence[BodyBlock], new: Sequence[BodyBlock]) -> Iterator[Pair]:
    """Every block of both, in order: the same ones, those that are alike, those that come or go."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for name, i, stop, j, end in matcher.get_opcodes():
        if name == "equal":
            yield from zip(range(i, stop), range(j, end), strict=True)
        else:
            yield from _alike(old, new, (i, stop), (j, end))


def _alike(
    old: Sequence[BodyBlock],
    new: Sequence[BodyBlock],
    of_old: tuple[int, int],
    of_new: tuple[int, int],
) -> Iterator[Pair]:
    """As many pairs as there can be, those that say most of the same."""
    (i, stop), (j, end) = of_old, of_new
    while i < stop and j < end:
        spare = (stop - i) - (end - j)
        if spare > 0 and abs(spare) * (end - j) < _MOST:
            best = max(range(i, i + spare + 1), key=lambda n: (_likeness(old[n], new[j]), -n))
            yield from ((n, None) for n in range(i, best))
            i = best
        elif spare < 0 and abs(spare) * (stop - i) < _MOST:
            best = max(range(j, j - spare + 1), key=lambda n: (_likeness(old[i], new[n]), -n))
            yield from ((None, n) for n in range(j, best))
            j = best
        yield i, j
        i, j = i + 1, j + 1
    yield from ((n, None) for n in range(i, stop))
    yield from ((None, n) for n in range(j, end))


def _likeness(old: BodyBlock, new: BodyBlock) -> float:
    """How much two blocks say alike, from 0 to 2."""
    if old.kind != new.kind:
        return 0
    mine, other = _said(old), _said(new)
    least, most = sorted((len(mine), len(other)))
    head = next((n for n in range(least) if mine[n] != other[n]), least)
    tail = next((n for n in range(least - head) if mine[-1 - n] != other[-1 - n]), least - head)
    return 1 + (head + tail) / (most or 1)


def _said(block: BodyBlock) -> tuple[object, ...]:
    """All that is read in a block, one after the other."""
    inner = (each for child in block.blocks for each in _said(child))
    return (*(unit.what for unit in block.words), *inner, *(v for _, v in block.facts))
