"""Nodes to typed records: pydantic checks, and each of its findings becomes a diagnostic in place."""

import difflib
from typing import Any, TypeVar, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.diagnostics import Diagnostic, Location, Rule
from generator.model.fields import INVISIBLE, LOOKALIKE, RULES
from generator.model.record import Path, Positions, Record
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
    "Look at an example: loa new {example}, or the page on file formats.",
)
WRONG_CHOICE = Rule(
    "wrong-choice",
    "“{value}” is not one of the values that “{key}” can have.",
    "Write one of: {choices}.",
)
_KEY = "\0key"  # the place of a key itself, beside that of its value
_EXPECTED = {
    "string_type": "one line of text",
    "tuple_type": "a list: one item a line, each beginning with “- ”",
    "model_type": "a group of keys",
    "model_attributes_type": "a group of keys",
    "dict_type": "a group of keys",
    "too_short": "a list with at least one item",
}


def read_record(kind: type[R], node: Mapping) -> tuple[R | None, list[Diagnostic]]:
    """The record of a node, or None, and every problem of its keys and values."""
    places: dict[Path, Location] = {}
    data = _plain(node, (), places)
    try:
        record = kind.model_validate(data)
    except ValidationError as error:
        found = [_diagnostic(kind, detail, places) for detail in error.errors(include_url=False)]
        return None, found
    record.locate(Positions(places))
    return record, []


def _plain(node: Node, path: Path, places: dict[Path, Location]) -> object:
    """Texts, lists and dicts for pydantic, noting where each stands; a key without value is absent."""
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
    where = places.get(path, places[()])
    name = next((str(part) for part in reversed(detail["loc"]) if isinstance(part, str)), "")
    match detail["type"]:
        case "loa":
            context = dict(detail["ctx"])
            return RULES[context.pop("rule")].at(where, **context)
        case "extra_forbidden":
            return _unknown(kind, detail["loc"], places[*path, _KEY])
        case "missing":
            return MISSING_KEY.at(places.get(path[:-1], places[()]), key=name)
        case "literal_error":
            choices = detail["ctx"]["expected"].replace("'", "").replace(" or ", ", ")
            return WRONG_CHOICE.at(where, value=detail["input"], key=name, choices=choices)
        case other:
            return WRONG_TYPE.at(
                where, key=name, expected=_EXPECTED.get(other, other), example="radio"
            )


def _written(location: tuple[Any, ...], places: dict[Path, Location]) -> Path:
    """Pydantic's path without the parts that name a union's branch."""
    path: Path = ()
    for index, part in enumerate(location):
        if (*path, part) in places or index == len(location) - 1:
            path = (*path, part)
    return path if path in places or (*path, _KEY) in places else path


def _unknown(kind: type[Record], location: tuple[Any, ...], where: Location) -> Diagnostic:
    key = str(location[-1])
    for hidden in invisible(key):
        return INVISIBLE.at(where, name=hidden.name)
    for letter in lookalikes(key):
        return LOOKALIKE.at(where, letter=letter.char, latin=letter.latin)
    known = _keys(_record_at(kind, location[:-1]))
    near = difflib.get_close_matches(fold(key).replace(" ", "_"), known, 1, 0.6)
    if near:
        return MISSPELT_KEY.at(where, key=key, near=near[0])
    return UNKNOWN_KEY.at(where, key=key, known=", ".join(known))


def _record_at(kind: type[Record], path: tuple[Any, ...]) -> type[Record]:
    for part in path:
        if isinstance(part, str):
            field = kind.model_fields.get(part) or _by_alias(kind, part)
            kind = next(_records(field.annotation), kind)
    return kind


def _by_alias(kind: type[Record], alias: str) -> Any:  # noqa: ANN401 - pydantic's FieldInfo
    return next(field for field in kind.model_fields.values() if field.alias == alias)


def _records(annotation: Any) -> Any:  # noqa: ANN401 - types as values
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for part in get_args(annotation):
        yield from _records(part)


def _keys(kind: type[Record]) -> list[str]:
    return [field.alias or name for name, field in kind.model_fields.items()]
