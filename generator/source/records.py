"""Nodes to typed records: each finding of pydantic becomes a diagnostic in its place."""

import unicodedata
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any, TypeVar, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.diagnostics import Diagnostic, Location, Rule
from generator.model.record import Path, Positions, Record
from generator.model.slips import INVISIBLE, LOOKALIKE, RULES
from generator.source.nodes import Mapping, Node, Scalar, Sequence
from generator.vietnamese.text import fold, invisible, lookalikes

R = TypeVar("R", bound=Record)

UNKNOWN_KEY = Rule(
    "unknown-key",
    "There is no key “{key}” here.",
    "Remove the line, or write one of: {known}.",
)
MISSPELT_KEY = Rule(
    UNKNOWN_KEY.code,
    UNKNOWN_KEY.message,
    "Did you mean “{near}”?",
)
MISSING_KEY = Rule(
    "missing-key",
    "“{key}” is missing.",
    "Add a line “{key}: …” here.",
)
WRONG_TYPE = Rule(
    "wrong-type",
    "“{key}” must be {expected}.",
    "Look at a file that is right: loa new writes one.",
)
NO_GROUP = Rule(
    WRONG_TYPE.code,
    WRONG_TYPE.message,
    "Write these below “{key}:”, each in a line of its own and two spaces further in: {keys}.",
)
WRONG_CHOICE = Rule(
    "wrong-choice",
    "“{value}” is not one of the values that “{key}” can have.",
    "Write one of: {choices}.",
)
_KEY = "\0key"  # the place of a key itself, beside that of its value
_LONGEST = 40  # characters of an unknown key that are looked at and told
_TEXT = "one line of text"
_GROUP = "a group of keys"
_EXPECTED = {
    "string_type": _TEXT,
    "tuple_type": "a list: one item a line, each beginning with “- ”",
    "model_type": _GROUP,
    "dict_type": _GROUP,
    "mapping_type": _GROUP,
    "too_short": "a list with at least one item",
    "too_long": "a shorter list",
    "missing": "a longer list",
}


def read_record(kind: type[R], node: Mapping) -> tuple[R | None, list[Diagnostic]]:
    """The record of a node, or None, and every problem of its keys and values."""
    places: dict[Path, Location] = {}
    data = _plain(node, (), places)
    try:
        record = kind.model_validate(data)
    except ValidationError as error:
        details = error.errors(include_url=False)
        follow = set(_consequences(kind, details, places))
        return None, [
            _diagnostic(kind, detail, places)
            for index, detail in enumerate(details)
            if index not in follow
        ]
    record.locate(Positions(places))
    return record, []


def _plain(node: Node, path: Path, places: dict[Path, Location]) -> object:
    """Texts, lists and dicts for pydantic, and where each stands; a key without value is absent."""
    places[path] = node.where
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return tuple(_plain(item, (*path, index), places) for index, item in enumerate(node.items))
    values: dict[str, object] = {}
    for key, value in node.items:
        places[*path, key.text, _KEY] = key.where
        if not (isinstance(value, Scalar) and not value.text):
            values[key.text] = _plain(value, (*path, key.text), places)
    return values


def _diagnostic(
    kind: type[Record], detail: ErrorDetails, places: dict[Path, Location]
) -> Diagnostic:
    path = _written(detail["loc"], places)
    around = path if path in places else path[:-1]
    where = places[around]
    name = next((str(part) for part in reversed(path) if isinstance(part, str)), "")
    match detail["type"]:
        case "loa":
            context = dict(detail["ctx"])
            return RULES[context.pop("rule")].at(where, **context)
        case "extra_forbidden":
            return _unknown(kind, path, places[*path, _KEY])
        case "missing" if isinstance(path[-1], str):
            return MISSING_KEY.at(where, key=name)
        case "literal_error" if isinstance(detail["input"], str):
            choices = detail["ctx"]["expected"].replace("'", "").replace(" or ", ", ")
            return WRONG_CHOICE.at(where, value=detail["input"], key=name, choices=choices)
        case "model_type":
            keys = ", ".join(f"{name}: …" for name in _keys(_record_at(kind, path)))
            return NO_GROUP.at(where, key=name, expected=_GROUP, keys=keys)
        case other:
            return WRONG_TYPE.at(where, key=name, expected=_EXPECTED.get(other, _TEXT))


def _consequences(
    kind: type[Record], details: list[ErrorDetails], places: dict[Path, Location]
) -> Iterator[int]:
    """Errors that only follow from others: a list short of wrong items, a key that is misspelt."""
    meant = {
        (*path[:-1], near)
        for detail in details
        if detail["type"] == "extra_forbidden"
        and (path := _written(detail["loc"], places))
        and (near := _near(kind, path))
    }
    for index, detail in enumerate(details):
        here, short = detail["loc"], detail["type"] == "too_short"
        inside = [other for other in details if other["loc"][: len(here)] == here]
        misspelt = detail["type"] == "missing" and _written(here, places) in meant
        if misspelt or (short and len(inside) > 1):
            yield index


def _near(kind: type[Record], path: Path) -> str:
    """The key that an unknown one seems to stand for, or nothing."""
    key = str(path[-1])[:_LONGEST]
    for hidden in invisible(key):
        key = key.replace(str(path[-1])[hidden.offset], "")
    for letter in lookalikes(key):
        key = key.replace(letter.char, letter.latin)
    known = _keys(_record_at(kind, path[:-1]))
    bare = fold(key.strip()).replace(" ", "_")
    same_start = [name for name in known if name[:1] == bare[:1]]
    near = get_close_matches(bare, same_start, 1, 0.6) or get_close_matches(bare, known, 1, 0.75)
    return next(iter(near), "")


def _written(location: tuple[Any, ...], places: dict[Path, Location]) -> Path:
    """Pydantic's path without the parts that name a union's branch; the last may be missing."""
    path: Path = ()
    for index, part in enumerate(location):
        if (*path, part) in places or index == len(location) - 1:
            path = (*path, part)
    return path


def _unknown(kind: type[Record], path: Path, where: Location) -> Diagnostic:
    key = str(path[-1])
    for hidden in invisible(key):
        return INVISIBLE.at(where, name=hidden.name)
    for odd in key[: len(key) - len(key.lstrip())]:
        return INVISIBLE.at(where, name=unicodedata.name(odd, "?"))
    for letter in lookalikes(key):
        return LOOKALIKE.at(where, letter=letter.char, latin=letter.latin)
    if near := _near(kind, path):
        return MISSPELT_KEY.at(where, key=key, near=near)
    known = _keys(_record_at(kind, path[:-1]))
    return UNKNOWN_KEY.at(where, key=key[:_LONGEST], known=", ".join(known))


def _record_at(kind: type[Record], path: Path) -> type[Record]:
    """The type of the record at a path; what is no field's name is an item or a key of a map."""
    for part in path:
        fields = {field.alias or name: field for name, field in kind.model_fields.items()}
        if isinstance(part, str) and part in fields:
            kind = next(_records(fields[part].annotation), kind)
    return kind


def _records(annotation: Any) -> Any:  # noqa: ANN401 - types as values
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for part in get_args(annotation):
        yield from _records(part)


def _keys(kind: type[Record]) -> list[str]:
    return [field.alias or name for name, field in kind.model_fields.items()]
