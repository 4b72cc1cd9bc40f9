"""Words written anew keep their lines broken where they were."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Final

from generator.text.splicing.block_words import Unit, Words
from generator.text.splicing.body_blocks import SPACES, as_read

_MOST: Final = 4_000_000
"""Comparisons of words with each other, a tenth of a second; of more only neighbours are asked."""
_BESIDE: Final = 5
"""Three words and the spaces between them: neighbours that tell one space from another."""


def broken_as(old: Words, new: Words) -> Words:
    """New words, with lines broken where they were, as far as words beside them are the same."""
    if not any(unit.what in SPACES for unit in old):
        return new
    found = list(new)
    was, shall = _parts(old), _parts(new)
    numbers: dict[Words, int] = {}
    ours, theirs = ([numbers.setdefault(p, len(numbers)) for p, _ in each] for each in (was, shall))
    breaks = {n: old[at] for n, (_, at) in enumerate(was) if old[at].what in SPACES}
    for place, unit in _broken(ours, theirs, breaks):
        found[shall[place][1]] = unit
    return tuple(found)


def _parts(words: Words) -> list[tuple[Words, int]]:
    """Words and the spaces between them, each with its place."""
    read = as_read(words)
    starts = [n for n in range(len(read)) if not n or read[n].is_space or read[n - 1].is_space]
    return [(read[a:b], a) for a, b in pairwise([*starts, len(read)])]


def _broken(
    old: Sequence[int], new: Sequence[int], breaks: dict[int, Unit]
) -> Iterator[tuple[int, Unit]]:
    """Which parts of the new ones are breaks, and which: what differs lies between equal ends."""
    least = min(len(old), len(new))
    head = next((n for n in range(least) if old[n] != new[n]), least)
    tail = next((n for n in range(least - head) if old[-1 - n] != new[-1 - n]), least - head)
    ends = (len(old) - tail, len(new) - tail)
    yield from _within(breaks, 0, 0, head)
    if (ends[0] - head) * (ends[1] - head) > _MOST:
        yield from _between_neighbours(old, new, breaks, range(head, ends[1]))
    else:
        same = SequenceMatcher(None, old[head : ends[0]], new[head : ends[1]], autojunk=False)
        for i, j, size in same.get_matching_blocks():
            yield from _within(breaks, head + i, head + j, size)
    yield from _within(breaks, *ends, tail)


def _within(breaks: dict[int, Unit], i: int, j: int, size: int) -> Iterator[tuple[int, Unit]]:
    """The breaks in parts that are the same; one part alone says too little of its place."""
    if size > 1:
        yield from ((j + n, breaks[i + n]) for n in range(size) if i + n in breaks)


def _between_neighbours(
    old: Sequence[int], new: Sequence[int], breaks: dict[int, Unit], places: range
) -> Iterator[tuple[int, Unit]]:
    """Breaks between the words between which all spaces were breaks, wherever these stand now."""
    known: dict[tuple[int, ...], Unit | None] = {}
    for n in range(len(old)):
        beside = _beside(old, n)
        unit = breaks.get(n)
        known[beside] = unit if known.get(beside, unit) == unit else None
    for n in places:
        if unit := known.get(_beside(new, n)):
            yield n, unit


def _beside(parts: Sequence[int], place: int) -> tuple[int, ...]:
    return tuple(parts[max(0, place - _BESIDE) : place + _BESIDE + 1])
