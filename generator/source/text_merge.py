"""Two changes of one text at once: both are in it, where they are at different places."""

from collections.abc import Sequence
from difflib import SequenceMatcher

_Change = tuple[int, int, Sequence[str]]


def merge(base: str, one: str, other: str) -> str | None:
    """The text with what two people changed in `base`; None where they changed the same lines."""
    if other in (one, base):
        return one
    if one == base:
        return other
    lines = base.splitlines(keepends=True)
    mine, theirs = _changes(lines, one), _changes(lines, other)
    if any(_touch(each, their) for each in mine for their in theirs if each != their):
        return None
    every = {(start, stop): new for start, stop, new in (*mine, *theirs)}
    for (start, stop), new in sorted(every.items(), reverse=True):
        lines[start:stop] = new
    return "".join(lines)


def _changes(lines: Sequence[str], text: str) -> list[_Change]:
    new = text.splitlines(keepends=True)
    steps = SequenceMatcher(None, lines, new, autojunk=False).get_opcodes()
    return [(a, b, new[c:d]) for kind, a, b, c, d in steps if kind != "equal"]


def _touch(one: _Change, other: _Change) -> bool:
    """Whether no line that stays lies between two changes."""
    return one[0] <= other[1] and other[0] <= one[1]
