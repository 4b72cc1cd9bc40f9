"""Nodes to typed records: each finding of pydantic becomes a diagnostic in its place."""

import re
from collections.abc import Iterable
from collections.abc import Mapping as Table
from dataclasses import dataclass, replace
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.diagnostics import Diagnostic, Location, Rule
from generator.model.record import KEY, Path, Positions, Record
from generator.model.slips import EMPTY_VALUE, MOST_TOLD, TOO_MANY
from generator.source.authored_keys import every_key
from generator.source.flow_style import read_flow
from generator.source.leads import lead
from generator.source.list_forms import repetitions, split_items, taken_apart
from generator.source.mistakes import Mistakes, authored_path
from generator.source.replacement_lines import instead, marked_text
from generator.source.yaml_nodes import Mapping, Node, Scalar, Sequence

R = TypeVar("R", bound=Record)
N = TypeVar("N", bound=Node)

MOST_LISTS = 12
"""Items of lists in one file that are taken apart; who has more wrong ones begins the file anew."""
_HOUR = re.compile(r"0 ?(?:[:hg]|giờ)")
_OF_A_VALUE = frozenset({"loa", "literal_error"})
SWAPPED_VALUES = Rule(
    "swapped-values",
    "The values of “{key}” and “{other}” stand in each other's place.",
    "Type these two lines instead:\n{typed}\n{typed_other}",
)


@dataclass(frozen=True, slots=True)
class _Read:
    """A node as pydantic sees it: its record, or what is wrong with it; `places` by path."""

    node: Mapping
    data: object
    places: dict[Path, Location]
    record: Record | None
    details: list[ErrorDetails]


def read_record(
    kind: type[R], node: Mapping, examples: Table[str, str] | None = None
) -> tuple[R | None, list[Diagnostic]]:
    """The record of a node, or None, and every problem of its keys and values.

    `examples` are values that keys of the record may well have, for what is missing.
    """
    empty: list[Location] = []
    found: list[Diagnostic] = []
    read = _read(kind, split_items(read_flow(_filled(node, empty), found), found))
    for _ in range(MOST_LISTS if read.details else 0):
        if not (apart := _taken_apart(kind, read)):
            break
        read, told = apart
        found.append(told)
    found += [EMPTY_VALUE.at(where) for where in empty]
    if isinstance(read.record, kind):
        read.record.locate(Positions(read.places))
        return read.record, [*found, *repetitions(read.record)]
    if len(read.details) > MOST_TOLD:
        found.append(TOO_MANY.at(Location(node.where.path), most=MOST_TOLD))
    told_swapped, details = _swapped(kind, read) or ([], read.details)
    wrong = Mistakes(kind, read.places, read.node, examples or {}).diagnostics(details)
    return None, [*found, *told_swapped, *beside(found, wrong)]


def _read(kind: type[Record], node: Mapping) -> _Read:
    places: dict[Path, Location] = {}
    data = _plain(node, (), places)
    record, details = _validated(kind, data)
    return _Read(node, data, places, record, details)


def _taken_apart(kind: type[Record], read: _Read) -> tuple[_Read, Diagnostic] | None:
    """The same with one item of a list, wrong as it is, as the several that are right."""
    paths = [authored_path(d["loc"], read.places) for d in read.details if d["type"] in _OF_A_VALUE]
    for path in paths:
        if not isinstance(path[-1], int):
            continue

        def takes(node: Mapping, mine: Path = path) -> bool:
            again = _read(kind, node)
            left = [authored_path(each["loc"], again.places) for each in again.details]
            return len(left) < len(read.details) and all(
                p[: len(mine) - 1] != mine[:-1] for p in left
            )

        if found := taken_apart(read.node, path, takes):
            return _read(kind, found[0]), found[1]
    return None


def beside(
    syntax_problems: Iterable[Diagnostic], problems: Iterable[Diagnostic]
) -> list[Diagnostic]:
    """Problems of the values of a file, but of lines that are told already as they are written.

    Such a line is read as it was meant; what is wrong with that follows from the guess.
    """
    lines = {each.where.line for each in syntax_problems if each.is_error}
    return [each for each in problems if each.where.line not in lines]


def places_of(node: Mapping) -> dict[Path, Location]:
    """Where each key and value of a record stands."""
    places: dict[Path, Location] = {}
    _plain(_filled(node, []), (), places)
    return places


def _filled(node: N, empty: list[Location]) -> N:
    """The node without items of lists in which nothing is written; where those are."""
    if isinstance(node, Mapping):
        return replace(node, items=tuple((k, _filled(value, empty)) for k, value in node.items))
    if isinstance(node, Sequence):
        empty += [item.where for item in node.items if _is_blank(item)]
        kept = (item for item in node.items if not _is_blank(item))
        return replace(node, items=tuple(_filled(item, empty) for item in kept))
    return node


def _is_blank(node: Node) -> bool:
    """Whether a value has nothing to read: spaces alone are nothing, in quotation marks too."""
    return isinstance(node, Scalar) and not node.text.strip()


def _validated(kind: type[R], data: object) -> tuple[R | None, list[ErrorDetails]]:
    try:
        return kind.model_validate(data), []
    except ValidationError as error:
        return None, error.errors(include_url=False)[: MOST_TOLD + 1]


def _plain(node: Node, path: Path, places: dict[Path, Location]) -> object:
    """Texts, lists and dicts for pydantic, and where each stands; a key without value is absent.

    Not so an unknown one: it is told.
    """
    places[path] = node.where
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return tuple(_plain(item, (*path, index), places) for index, item in enumerate(node.items))
    values: dict[str, object] = {}
    is_free = every_key().isdisjoint(key.text for key, _ in node.items)  # names of its own
    for key, value in node.items:
        places[*path, key.text, KEY] = key.where
        if not (_is_blank(value) and (is_free or key.text in every_key())):
            values[key.text] = _plain(value, (*path, key.text), places)
    return values


def _swapped(kind: type[Record], read: _Read) -> tuple[list[Diagnostic], list[ErrorDetails]] | None:
    """Two values of one group that are right in each other's place, and what else is wrong."""
    data, details, places = read.data, read.details, read.places
    wrong = [authored_path(d["loc"], places) for d in details if d["type"] in _OF_A_VALUE]
    for path in wrong:
        for one, other in _pairs(data, path, wrong):
            _, left = _validated(kind, _exchanged(data, path[:-1], one, other))
            paths = [authored_path(d["loc"], places) for d in left]
            mine = {(*path[:-1], one), (*path[:-1], other)}
            fewer = len(left) < len(details) and mine.isdisjoint(paths)
            first, second = (places[p] for p in sorted(mine, key=lambda p: places[p].line))
            if fewer and first.line != second.line:
                told = SWAPPED_VALUES.at(
                    first,
                    key=one,
                    other=other,
                    typed=instead(first, marked_text(second)),
                    typed_other=instead(second, marked_text(first)),
                )
                return [told.about(lead(kind, (*path[:-1], one)))], left
    return None


def _pairs(data: object, path: Path, wrong: list[Path]) -> list[tuple[str, str]]:
    """Keys beside a wrong one that may hold its value: wrong ones too, or a text that is a date."""
    group = _at(data, path[:-1])
    if not isinstance(group, dict) or not isinstance(path[-1], str):
        return []
    here = [key for key, value in group.items() if isinstance(value, str) and key != path[-1]]
    both = [key for key in here if (*path[:-1], key) in wrong]
    mine = _form(group.get(path[-1], ""))  # two figures in each other's place are no evidence
    dated = [key for key in here if key not in both and _form(group[key]) not in {mine, group[key]}]
    if _HOUR.search(mine):  # an hour too many, unless that of a slot
        dated = [key for key in dated if key == "slot"]
    if path[-1] == "id":  # any words may be the name of another record
        dated = [key for key in here if key == "title" and key not in both]
    return [(path[-1], other) for other in (*both, *dated)]


def _form(value: object) -> str:
    """A value with its figures left out: two of one form could both be right in either place."""
    return re.sub(r"\d+", "0", str(value))


def _exchanged(data: object, path: Path, one: str, other: str) -> object:
    if path and isinstance(data, dict):
        return {**data, path[0]: _exchanged(data[path[0]], path[1:], one, other)}
    if path and isinstance(data, tuple):
        inner = _exchanged(data[int(path[0])], path[1:], one, other)
        return (*data[: int(path[0])], inner, *data[int(path[0]) + 1 :])
    return {**data, one: data[other], other: data[one]} if isinstance(data, dict) else data


def _at(data: object, path: Path) -> object:
    for part in path:
        data = data[part] if isinstance(data, (dict, tuple)) else None  # type: ignore[index] # as pydantic found it
    return data
