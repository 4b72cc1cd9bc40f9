"""Two changes of one text at once: both are in it, where they are at different places."""

import re
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher

_Change = tuple[int, int, Sequence[str]]
_WORD = re.compile(r"\S+\s*|\s+")
_LONGEST = 16_000
"""Characters of a place that two people changed, in which it is looked for who changed which."""
_MOST_LETTERS = 2_000


def merge(base: str, one: str, other: str, *, by_letters: bool = False) -> str | None:
    """The text with what two people changed in `base`; None where they changed the same words.

    Not what people write but what machines mend can be joined `by_letters` within a word.
    """
    if other in (one, base):
        return one
    if one == base:
        return other

    def of_words(base: str, one: str, other: str) -> str | None:
        return _of_words(base, one, other, lambda *_: None)

    def of_letters(base: str, one: str, other: str) -> str | None:
        found = _of_words(base, one, other, _of_letters)
        return _of_letters(base, one, other) if found is None else found

    return _merged(base, one, other, _lines, of_letters if by_letters else of_words)


def merge_towards(base: str, one: str, other: str) -> str:
    """The same; where both changed the same words those of `other` stand.

    A line that one of them took out beside one that the other changed is out.
    """

    def within(base: str, one: str, other: str) -> str:
        found = _of_words(base, one, other, lambda *words: words[2])
        return other if found is None else found

    merged = _merged(base, one, other, _lines, within, may_touch=True)
    return other if merged is None else merged


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


def _of_words(
    base: str,
    one: str,
    other: str,
    within: Callable[[str, str, str], str | None],
) -> str | None:
    """Lines that both changed, word by word, where as many are there as before.

    Of words beside each other one may change the first, the other the second.
    """
    sides = base, one, other
    lines = [_lines(side) for side in sides]
    if len({*map(len, lines)}) > 1 or max(map(len, sides)) > _LONGEST:
        return None
    found = [
        _merged(was, mine, theirs, _WORD.findall, within, may_touch=True)
        for was, mine, theirs in zip(*lines, strict=True)
    ]
    return None if None in found else "".join(filter(None, found))


def _of_letters(base: str, one: str, other: str) -> str | None:
    if max(map(len, (base, one, other))) > _MOST_LETTERS:
        return None
    return _merged(base, one, other, list, lambda *_: None, may_touch=True)


def _merged(  # noqa: PLR0913 - three texts, and how they are compared
    base: str,
    one: str,
    other: str,
    parts_of: Callable[[str], list[str]],
    within: Callable[[str, str, str], str | None],
    *,
    may_touch: bool = False,
) -> str | None:
    """Part by part; where both changed the same parts what is found within these."""
    parts = parts_of(base)
    mine, theirs = (_changes(parts, parts_of(text)) for text in (one, other))
    done, at = list[str](), 0
    for start, stop in _places([*mine, *theirs], may_touch=may_touch):
        sides = [_side(parts, changes, start, stop) for changes in (mine, theirs)]
        before = "".join(parts[start:stop])
        now = _one_of(before, *sides)
        if now is None and (now := within(before, *sides)) is None:
            return None
        done += [*parts[at:start], now]
        at = stop
    return "".join([*done, *parts[at:]])


def _one_of(before: str, one: str, other: str) -> str | None:
    """What is there where only one changed it, or both did so alike."""
    if one in (other, before):
        return other
    return one if other == before else None


def _places(changes: list[_Change], *, may_touch: bool) -> Iterator[tuple[int, int]]:
    """Where the parts are that were changed.

    Places with no part between them are one, unless they `may_touch` and nothing is put between.
    """
    start = stop = -1
    for first, last, _ in sorted(changes, key=lambda each: each[:2]):
        is_beside = may_touch and first == stop and start < stop and first < last
        if start >= 0 and first <= stop and not is_beside:
            stop = max(stop, last)
            continue
        if start >= 0:
            yield start, stop
        start, stop = first, last
    if start >= 0:
        yield start, stop


def _side(parts: Sequence[str], changes: Sequence[_Change], start: int, stop: int) -> str:
    """A place with the changes of one of both."""
    done, at = list[str](), start
    for first, last, new in changes:
        if start <= first and last <= stop:
            done += [*parts[at:first], *new]
            at = last
    return "".join([*done, *parts[at:stop]])


def _changes(old: Sequence[str], new: Sequence[str]) -> list[_Change]:
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [(a, b, new[c:d]) for kind, a, b, c, d in steps if kind != "equal"]
