"""Lists whose items were written below their key without the hyphens."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from generator.source.authored_keys import every_key
from generator.source.lines import indent_of
from generator.source.notation import FORM
from generator.source.slip import Slip
from generator.source.value_shapes import items_of, list_keys

NO_HYPHEN: Final = "an item of a list begins with a hyphen"
_KEY = re.compile(r"(?P<indent>\s*(?:- +)*)(?P<key>[A-Za-z_][A-Za-z0-9_]*):\s*(?:#.*)?")
_BEGUN = re.compile(r"[-\[{|>#•–—*&!\"'“]")
_COUNT = re.compile(r"(?:\+|\(?(?:\d{1,2}|[a-zđ])[.)])\s+(?=\S)")
"""What a word processor puts before an item: «1.», «a)», «+»."""


def hyphen_slips(lines: Sequence[str], first: int) -> Iterator[Slip]:
    """A slip for each list whose items lack their hyphens; `first` is the number of the first line.

    Items that are groups get theirs before the first key, and one group is all that there is.
    """
    for number, line in enumerate(lines):
        found = _KEY.fullmatch(line) if line.rstrip().endswith(":") or ": " in line else None
        if not found or found["key"] not in list_keys():
            continue
        count = _items(lines, number + 1, len(found["indent"]))
        if count:
            below = lines[number + 1 : number + 1 + count]
            typed = "\n".join(_hyphened(below, found["key"], len(found["indent"]) + 2))
            details = {"problem": NO_HYPHEN}
            at = first + number + 1
            yield Slip(FORM, at, 0, max(1, len(below[0])), typed, details, count)


def _items(lines: Sequence[str], start: int, indent: int) -> int:
    """How many lines below a key belong to it and are no items; none where one has a hyphen."""
    count = 0
    for line in lines[start:]:
        deep = len(indent_of(line))
        loose = deep > indent or (deep == indent and not _is_key(line))
        if not line.strip() or not loose:
            break
        if deep == indent and line.startswith("---"):
            break
        if _BEGUN.match(line.lstrip()):
            return 0
        count += 1
    return count


def _is_key(line: str) -> bool:
    found = re.match(r"\s*([A-Za-z_][A-Za-z0-9_]*)\s*[:：]", line)
    return found is not None and (found[1] in every_key() or line.rstrip().endswith(":"))


def _hyphened(lines: Sequence[str], key: str, indent: int) -> Iterator[str]:
    """Each line as an item; of a group only the first."""
    if items_of(key) is None:
        counted = all(_COUNT.match(line.lstrip()) for line in lines)
        bare = (_COUNT.sub("", line.strip(), 1) if counted else line.strip() for line in lines)
        yield from (f"{' ' * indent}- {text}" for text in bare)
        return
    outer = min(len(indent_of(line)) for line in lines)
    yield f"{' ' * indent}- {lines[0].strip()}"
    yield from (f"{' ' * (indent + 2)}{line[outer:]}" for line in lines[1:])
