"""What was meant in lists and groups in one line that YAML cannot read: «{name: A; role: host}»."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from generator.source.authored_keys import every_key
from generator.source.lines import KEY, form, key_in, parts
from generator.source.notation import FORM
from generator.source.replacement_lines import divided_keys, scalar
from generator.source.slip import Slip
from generator.source.stop_reasons import (
    BEHIND,
    OPEN_BRACKET,
    OPEN_KEYS,
    OPEN_MARK,
    RUN_IN,
    SPARE_COMMA,
)
from generator.source.value_shapes import text_keys

_NEXT_KEY = re.compile(rf"(?<=[\s,;])({KEY}):\s+")
_SPARE = re.compile(r"(?P<before>^[\[{])(?:\s*,\s*)+|,\s*(?:,\s*)+")
_CLOSERS: Final = {"[": "]", "{": "}"}


def group_slips(lines: Sequence[str], number: int) -> Iterator[Slip]:
    """Keys of a group in one line with another sign between them, or in other brackets."""
    head, value, tail = parts(lines[number])
    if value[:1] in {*"{([<"} and value and key_in(head) not in text_keys():
        pairs = divided_keys(value, every_key())
        names = [name for name, _ in pairs]
        if names and len(set(names)) == len(names):
            typed = ", ".join(f"{name}: {text}" for name, text in pairs)
            yield form(number, len(head), f"{head}{{{typed}}}{tail}", OPEN_KEYS)


def marks(lines: Sequence[str], number: int) -> Iterator[Slip]:
    """A quotation mark in a list in one line that nothing closes."""
    head, value, tail = parts(lines[number])
    if value[:1] == "[" and value[-1:] == "]" and value.count('"') % 2:
        items = (item.strip().strip('"') for item in value[1:-1].split(","))
        typed = ", ".join(scalar(item, inside=True) for item in items if item)
        yield form(number, len(head) + value.rindex('"'), f"{head}[{typed}]{tail}", OPEN_MARK)


def commas(lines: Sequence[str], number: int) -> Iterator[Slip]:
    """«[a,, b]», «[, a]»."""
    head, value, tail = parts(lines[number])
    found = _SPARE.search(value) if value[:1] in {"[", "{"} else None
    if found:
        typed = _SPARE.sub(lambda each: each["before"] or ", ", value)
        yield form(number, len(head) + found.start(), f"{head}{typed}{tail}", SPARE_COMMA)


def brackets(lines: Sequence[str], number: int) -> Iterator[Slip]:
    """A bracket that nothing closes, or signs behind the one that does."""
    head, value, tail = parts(lines[number])
    if value and value[0] in _CLOSERS and key_in(head) not in text_keys():
        opened = [char for char in value if char in _CLOSERS]
        closed = sum(char in _CLOSERS.values() for char in value)
        missing = "".join(_CLOSERS[char] for char in reversed(opened[: len(opened) - closed]))
        bare = value.rstrip(",;. ")
        if not missing and bare != value and bare.endswith(_CLOSERS[value[0]]):
            yield form(number, len(head) + len(bare), head + bare + tail, BEHIND)
        if missing:
            typed = head + value.rstrip(",") + missing + tail
            yield form(number, len(head), typed, OPEN_BRACKET)


def run_in(lines: Sequence[str], number: int) -> Iterator[Slip]:
    """«id: x, medium: y»: a key of its own behind a value that is no text, or that it ends."""
    head, value, _ = parts(lines[number])
    key = key_in(head)
    if not key or value[:1] in {*"\"'[{|>"}:
        return
    indent = " " * head.index(key)
    split = _NEXT_KEY.split(value)
    further = split[1::2]
    there = {key, *_beside(lines, number, indent)}
    apart = r"\s" if key not in text_keys() else "[,;]"
    if not further or not all(each in every_key() - there for each in further):
        return
    if all(re.search(rf"{apart}\s*$", before) for before in split[:-1:2]):
        values = [part.strip(",; ") for part in split[::2]]
        rest = (f"{indent}{k}: {v}" for k, v in zip(further, values[1:], strict=True))
        typed = "\n".join((f"{head}{values[0]}", *rest))
        at = len(head) + len(split[0])
        yield Slip(FORM, number, at, len(further[0]), typed, {"problem": RUN_IN})


def _beside(lines: Sequence[str], number: int, indent: str) -> Iterator[str]:
    """The other keys of the group of a line: of an item those below it, as far in as its key."""
    below = lines[number + 1 :] if indent else lines
    for line in below:
        if indent and not line.startswith(indent):
            return
        yield key_in(parts(line)[0])
