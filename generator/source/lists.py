"""Lists as people write them who know only Word: without hyphens, with semicolons, with one twice.

What is meant is clear: it is told with the line to type, and read as that.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, TypeVar

from generator.diagnostics import Diagnostic, Rule
from generator.model.record import Record
from generator.source.nodes import Mapping, Node, Scalar
from generator.source.nodes import Sequence as ListNode
from generator.source.shapes import is_list
from generator.source.slip import TYPE_LINE
from generator.source.typed import instead, marked, scalar
from generator.vietnamese.dates import QUARTERS

N = TypeVar("N", bound=Node)

SEPARATOR = Rule(
    "list-separator",
    "Items of a list are divided by commas; “{value}” is read as one item.",
    TYPE_LINE,
)
TWICE = Rule(
    "item-twice",
    "“{value}” stands twice in this list.",
    "Delete one of the two.",
)
_TOLD_ELSEWHERE: Final = "aliases"  # of two pieces, too
_SEMICOLON = re.compile(r"\s*;\s+|;$")
_AND = re.compile(rf"{_SEMICOLON.pattern}|\s+và\s+")
_RANGE: Final = re.compile(r"\s*([IVX]+|[1-4])\s*(?:[-–—]|đến)\s*([IVX]+|[1-4])\s*", re.IGNORECASE)


def divided(node: N, told: list[Diagnostic], key: str = "") -> N:
    """The node with items of lists in one line that are several; what is wrong with them."""
    if isinstance(node, Mapping):
        items = tuple((name, divided(value, told, name.text)) for name, value in node.items)
        return replace(node, items=items)
    if not isinstance(node, ListNode):
        return node
    if not marked(node.where).startswith("["):
        return replace(node, items=tuple(divided(item, told, key) for item in node.items))
    return replace(node, items=tuple(_each(node.items, told, key)))


def _each(items: Sequence[Node], told: list[Diagnostic], key: str) -> Iterator[Node]:
    for item in items:
        parts = _parts(item, key) if isinstance(item, Scalar) else []
        if not isinstance(item, Scalar) or len(parts) < 2:  # noqa: PLR2004 - two items
            yield divided(item, told, key)
            continue
        typed = ", ".join(scalar(part, inside=True) for part in parts)
        line = instead(item.where, typed)
        told.append(SEPARATOR.at(item.where, value=item.text, typed=line))
        yield from (Scalar(part, item.where) for part in parts)


def _parts(item: Scalar, key: str) -> list[str]:
    """The items that one item stands for; what is in quotation marks is meant as it stands."""
    if marked(item.where)[:1] in {'"', "'"}:
        return []
    found = _RANGE.fullmatch(item.text) if key == "quarters" else None
    if found:
        first, last = (_quarter(each) for each in found.groups())
        return list(QUARTERS[first : last + 1]) if 0 <= first < last else []
    sign = _AND if key in {"quarters", "speakers"} else _SEMICOLON
    return [part for part in sign.split(item.text) if part]


def _quarter(name: str) -> int:
    """The place of a quarter in the year, from 0; -1 if there is none such."""
    roman = QUARTERS[int(name) - 1] if name.isdigit() else name.upper()
    return QUARTERS.index(roman) if roman in QUARTERS else -1


def repeated(record: Record) -> Iterator[Diagnostic]:
    """Values that stand twice in a list of a record, or of one inside it."""
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        if isinstance(value, Record):
            yield from repeated(value)
        elif isinstance(value, tuple) and is_list(field) and name != _TOLD_ELSEWHERE:
            yield from _in(record, name, value)


def _in(record: Record, name: str, values: tuple[object, ...]) -> Iterator[Diagnostic]:
    for index, value in enumerate(values):
        if isinstance(value, Record):
            yield from repeated(value)
        elif value in values[:index]:
            where = record.where(name, index)
            yield TWICE.at(where, value=marked(where).strip("\"'"))
            return
