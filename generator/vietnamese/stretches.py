"""Stretches of a text, such as its quotations, and whether something lies in one."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate


class Stretches:
    """From and up to which offsets stretches go, in any order; they may overlap.

    `offset in stretches` is as quick for thousands of them as for a few.
    """

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._ends = list(accumulate((end for _, end in ordered), max))

    def __contains__(self, offset: int) -> bool:
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset < self._ends[at]
