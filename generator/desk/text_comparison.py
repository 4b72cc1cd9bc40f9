"""Two texts beside each other, line by line: what went, what came, what is the same."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby, zip_longest
from typing import NamedTuple

from generator.text.splicing.word_steps import word_steps

_AROUND = 2  # lines that are the same and are shown on both sides of what differs
_WORD = re.compile(r"\s+|[\w\u0300-\u036f]+|[^\w\s]")

Token = tuple[str, str]
"""A word, or the spaces between two, and how it looks: names of looks, or nothing."""
TokenLine = tuple[Token, ...]


class Part(NamedTuple):
    """Words that look alike, and whether they differ from the other side."""

    text: str
    differs: bool
    look: str = ""


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


def tokens_of(text: str, look: str = "") -> TokenLine:
    """The words of a line that look alike."""
    return tuple((word, look) for word in _WORD.findall(text) or [""])


def compare(before: str, after: str) -> list[CompareRow]:
    """The rows of two texts; none where they are the same."""
    return compare_lines(*([*map(tokens_of, each.splitlines())] for each in (before, after)))


def compare_lines(old: Sequence[TokenLine], new: Sequence[TokenLine]) -> list[CompareRow]:
    """The rows of two texts as lines of words; none where they are the same."""
    if old == new:
        return []
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    rows: list[CompareRow] = []
    for number, (kind, a, b, c, d) in enumerate(steps):
        if kind == "equal":
            edges = number == 0, number == len(steps) - 1
            rows += _same(old[a:b], is_first=edges[0], is_last=edges[1])
        else:
            rows += _changed(old[a:b], new[c:d])
    return rows


def _same(lines: Sequence[TokenLine], *, is_first: bool, is_last: bool) -> Iterator[CompareRow]:
    head, tail = 0 if is_first else _AROUND, 0 if is_last else _AROUND
    count = len(lines) - head - tail
    for index, line in enumerate(lines):
        if count > 1 and index == head:
            yield CompareRow(count=count)
        if count <= 1 or index < head or index >= len(lines) - tail:
            yield CompareRow(_parts(line), _parts(line))


def _changed(old: Sequence[TokenLine], new: Sequence[TokenLine]) -> Iterator[CompareRow]:
    for left, right in zip_longest(old, new):
        if left is None or right is None:
            yield CompareRow(_whole(left), _whole(right))
        else:
            yield CompareRow(*_words(left, right))


def _whole(line: TokenLine | None) -> tuple[Part, ...] | None:
    return None if line is None else tuple(_parts(line, differs=True))


def _words(left: TokenLine, right: TokenLine) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    steps = [*word_steps(left, right)]
    before = (part for old, _, differs in steps for part in _parts(left[old], differs=differs))
    after = (part for _, new, differs in steps for part in _parts(right[new], differs=differs))
    return tuple(before), tuple(after)


def _parts(tokens: TokenLine, *, differs: bool = False) -> tuple[Part, ...]:
    runs = groupby(tokens, lambda token: token[1])
    return tuple(Part("".join(text for text, _ in run), differs, look) for look, run in runs)
