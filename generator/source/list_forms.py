"""Lists as people write them who know only Word: without hyphens, with semicolons, with one twice.

What is meant is clear: it is told with the line to type, and read as that.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final, TypeVar

from generator.diagnostics import Diagnostic, Location, Rule
from generator.model.record import Path, Record
from generator.source.node_paths import node_at
from generator.source.replacement_lines import instead, marked_text, quoted_items, scalar
from generator.source.slip import TYPE_LINE, TYPE_LINES
from generator.source.value_shapes import is_list
from generator.source.yaml_nodes import Mapping, Node, Scalar
from generator.source.yaml_nodes import Sequence as ListNode
from generator.vietnamese.dates import QUARTERS

N = TypeVar("N", bound=Node)

SEPARATOR = Rule(
    "list-separator",
    "Items of a list stand in lines of their own, or between commas; “{value}” is read as one.",
    TYPE_LINE,
)
SEPARATE_LINES = SEPARATOR.with_hint(TYPE_LINES)
TWICE = Rule(
    "item-twice",
    "“{value}” stands twice in this list.",
    "Delete one of the two.",
)
_COUNTED: Final = frozenset({"placements", "rights"})  # checks/rights.py, and copies
_SHOWN: Final = 60
_TOLD_ELSEWHERE: Final = "aliases"  # of two pieces, too
_SEMICOLON = re.compile(r"\s*;\s+|;$")
_SIGNS: Final = tuple(
    re.compile(sign)
    for sign in (
        r"\s*[;|,、，；•·]\s*",
        r"\s+(?:[-–—/&+]|và|hoặc|hay)\s+",
        r"\s*[/&+]\s*",
        r"[–—-]",
        r"[.]?\s+",
    )
)
"""What people put between items, the likeliest first."""
_AND = re.compile(rf"{_SEMICOLON.pattern}|\s+và\s+")
_AND_PLUS = re.compile(rf"{_AND.pattern}|\s*[+&]\s*")
_WEEKDAYS: Final = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")
_BETWEEN: Final = {
    "quarters": _AND_PLUS,
    "weekdays": _AND_PLUS,
    "speakers": _AND,
    "topics": re.compile(rf"{_SEMICOLON.pattern}|\s*[|•·]\s*|\s+/\s+"),
}
_LINE_OF: Final = re.compile(r"\s(?:dòng|line)\s?\d")  # of a document, which is one item
_QUARTER: Final = r"\s*(?:quý\s+)?"
_RANGES: Final = {
    key: re.compile(rf"{_QUARTER}({name})\s*(?:[-–—]|đến){_QUARTER}({name})\s*", re.IGNORECASE)
    for key, name in {"quarters": "[IVX]+|[1-4]", "weekdays": "T[2-7]|CN"}.items()
}


def split_items(node: N, diagnostics: list[Diagnostic], key: str = "") -> N:
    """The node with items of lists in one line that are several; what is wrong with them."""
    if isinstance(node, Mapping):
        items = tuple(
            (name, split_items(value, diagnostics, name.text)) for name, value in node.items
        )
        return replace(node, items=items)
    if not isinstance(node, ListNode):
        return node
    in_line = marked_text(node.where).startswith("[")
    return replace(node, items=tuple(_each(node.items, diagnostics, key, in_line=in_line)))


def _each(
    items: Sequence[Node], told: list[Diagnostic], key: str, *, in_line: bool
) -> Iterator[Node]:
    """The items; in a line of its own only marks show that one is several."""
    for item in items:
        parts = _parts(item, key, in_line=in_line) if isinstance(item, Scalar) else []
        if not isinstance(item, Scalar) or len(parts) < 2:  # noqa: PLR2004 - two items
            yield split_items(item, told, key)
            continue
        told.append(apart(item.where, item.text, parts))
        yield from (Scalar(part, item.where) for part in parts)


def apart(where: Location, value: str, parts: Sequence[str]) -> Diagnostic:
    """Tell of an item that is several, with each of them as it is typed."""
    head = where.text[: where.column - 1]
    if head.strip() == "-":
        lines = "\n".join(f"{head}{scalar(part)}" for part in parts)
        return SEPARATE_LINES.at(where, value=value, typed=lines, lines=where.line)
    typed = ", ".join(scalar(part, inside=True) for part in parts)
    return SEPARATOR.at(where, value=value, typed=instead(where, typed))


def taken_apart(
    node: Mapping, path: Path, takes: Callable[[Mapping], bool]
) -> tuple[Mapping, Diagnostic] | None:
    """The node with an item that is wrong as one and right as several, and what is told of it."""
    item = node_at(node, path)
    if not isinstance(item, Scalar) or _LINE_OF.search(item.text):
        return None
    for parts in parts_of(item.text):
        meant = _with_items(node, path, [Scalar(part, item.where) for part in parts])
        if takes(meant):
            return meant, apart(item.where, item.text, parts)
    return None


def parts_of(text: str) -> Iterator[list[str]]:
    """The items that one may stand for, the likeliest first."""
    for sign in _SIGNS:
        parts = [part for part in sign.split(text.strip()) if part]
        if len(parts) > 1:
            yield parts


def _with_items(node: N, path: Path, items: Sequence[Node]) -> N:
    """The node with several items in the place of one."""
    first, rest = path[0], path[1:]
    if isinstance(node, Mapping):
        inner = ((k, _with_items(v, rest, items) if k.text == first else v) for k, v in node.items)
        return replace(node, items=tuple(inner))
    if not isinstance(node, ListNode) or not isinstance(first, int):
        return node
    here = items if not rest else [_with_items(node.items[first], rest, items)]
    return replace(node, items=(*node.items[:first], *here, *node.items[first + 1 :]))


def _parts(item: Scalar, key: str, *, in_line: bool) -> list[str]:
    """The items that one item stands for; what is in quotation marks is meant as it stands."""
    if marked_text(item.where)[:1] in {'"', "'"}:
        return []
    if (items := quoted_items(item.text)) or not in_line:
        return items
    return items_in(item.text, key)


def items_in(text: str, key: str) -> list[str]:
    """The items that the value of a key says in one text: «II và III», «quý II–IV»."""
    found = _RANGES[key].fullmatch(text) if key in _RANGES else None
    if found:
        names = QUARTERS if key == "quarters" else _WEEKDAYS
        first, last = (_number(each, names) for each in found.groups())
        return list(names[first : last + 1]) if 0 <= first < last else []
    sign = _BETWEEN.get(key, _SEMICOLON)
    return [part for part in sign.split(text) if part]


def _number(name: str, names: Sequence[str]) -> int:
    """The place of a name in its order, from 0; -1 if there is none such."""
    upper = names[int(name) - 1] if name.isdigit() else name.upper()
    return names.index(upper) if upper in names else -1


def repetitions(record: Record) -> Iterator[Diagnostic]:
    """Values that stand twice in a list of a record, or of one inside it."""
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        if isinstance(value, Record):
            yield from repetitions(value)
        elif isinstance(value, tuple) and is_list(field) and name != _TOLD_ELSEWHERE:
            yield from _in(record, name, value)


def _in(record: Record, name: str, values: tuple[object, ...]) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for index, value in enumerate(values):
        if isinstance(value, Record):
            yield from repetitions(value)
            yield from _again(record, (name, index), value, seen)
        elif value in values[:index]:
            where = record.where(name, index)
            yield TWICE.at(where, value=marked_text(where).strip("\"'"))
            return


def _again(
    record: Record, keys: tuple[str, int], value: Record, seen: set[str]
) -> Iterator[Diagnostic]:
    """A group that says the same as one before; of those with an id, or counted, that is told."""
    if "id" in type(value).model_fields or keys[0] in _COUNTED:
        return
    said = value.model_dump_json()
    if said in seen:
        where = record.where(*keys)
        yield TWICE.at(where, value=" ".join(where.text.split()).lstrip("- ")[:_SHOWN])
    seen.add(said)
