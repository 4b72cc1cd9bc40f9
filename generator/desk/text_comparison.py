"""Two texts beside each other, line by line: what went, what came, what is the same."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

_AROUND = 2  # lines that are the same and are shown on both sides of what differs
_WORD = re.compile(r"\s+|[^\s]+")

Part = tuple[str, bool]
"""Words, and whether they differ from the other side."""


@dataclass(frozen=True, slots=True)
class CompareRow:
    """A line on both sides; or `count` lines that are the same and are left out."""

    before: tuple[Part, ...] | None = None
    after: tuple[Part, ...] | None = None
    count: int = 0

    @property
    def is_same(self) -> bool:
        """Whether nothing differs in it."""
        return self.before == self.after


def compare(before: str, after: str) -> list[CompareRow]:
    """The rows of two texts; none where they are the same."""
    if before == after:
        return []
    old, new = before.splitlines(), after.splitlines()
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    rows: list[CompareRow] = []
    for number, (kind, a, b, c, d) in enumerate(steps):
        if kind == "equal":
            edges = number == 0, number == len(steps) - 1
            rows += _same(old[a:b], is_first=edges[0], is_last=edges[1])
        else:
            rows += _changed(old[a:b], new[c:d])
    return rows


def _same(lines: Sequence[str], *, is_first: bool, is_last: bool) -> Iterator[CompareRow]:
    head, tail = 0 if is_first else _AROUND, 0 if is_last else _AROUND
    count = len(lines) - head - tail
    for index, line in enumerate(lines):
        if count > 1 and index == head:
            yield CompareRow(count=count)
        if count <= 1 or index < head or index >= len(lines) - tail:
            yield CompareRow(((line, False),), ((line, False),))


def _changed(old: Sequence[str], new: Sequence[str]) -> Iterator[CompareRow]:
    for left, right in zip_longest(old, new):
        if left is None or right is None:
            yield CompareRow(_whole(left), _whole(right))
        else:
            yield CompareRow(*_words(left, right))


def _whole(line: str | None) -> tuple[Part, ...] | None:
    return None if line is None else ((line, True),)


def _words(left: str, right: str) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    old, new = _WORD.findall(left), _WORD.findall(right)
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    before = tuple(("".join(old[a:b]), kind != "equal") for kind, a, b, _, _ in steps if b > a)
    after = tuple(("".join(new[c:d]), kind != "equal") for kind, _, _, c, d in steps if d > c)
    return before, after
