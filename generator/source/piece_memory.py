"""A piece that was read before, without reading its front matter again.

Only of a file in which nothing was wrong is the piece remembered: as its values, each with its
type where JSON has none. Where a value stands is read from the file once somebody asks.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from functools import cache, cached_property
from typing import Any

from generator.diagnostics import Location
from generator.media import media
from generator.model.amount import Amount
from generator.model.body import Body
from generator.model.fields import PartialQuarter
from generator.model.piece import Piece
from generator.model.quantity import Quantity
from generator.model.record import Path, Positions, Record
from generator.model.sizes import Size
from generator.source.document import Document, document
from generator.source.records import places_of
from generator.source.yaml_nodes import Mapping as Node
from generator.source.yaml_nodes import read_yaml
from generator.vietnamese.text import nfc

_TIMES: Mapping[str, Callable[[str], date | time]] = {
    "datetime": datetime.fromisoformat,
    "date": date.fromisoformat,
    "time": time.fromisoformat,
}
_INNER = (list, dict)
_VALUES: Mapping[str, Callable[..., Any]] = {
    **{kind.__name__: kind for kind in (PartialQuarter, Quantity, Size)},
    "Amount": Amount.parse,
}


def plain_record(record: Record) -> Any:  # noqa: ANN401 - as JSON has it
    """What to remember of a record, as a value that JSON can hold."""
    return _plain(record)


def record_of(plain: Any) -> Any:  # noqa: ANN401 - whatever was remembered
    """The record that `plain_record` gives, without the places of its values; used up by that."""
    return _value(plain)


def piece_record(piece: Piece) -> str:
    """What to remember of a piece, and the line with which its body begins."""
    return json.dumps([piece.body.first, _plain(piece)], ensure_ascii=False)


def piece_from(text: str, source: Document) -> Piece:
    """The piece of this file, as `piece_record` has it."""
    first, values = json.loads(text)
    piece: Piece = _value(values)
    saved = "\n".join(source.lines[first - 1 :])
    piece.read_from(source.path, Body(nfc(saved), source.path, first, saved))
    return located_late(piece, source)


def located_late(piece: Piece, source: Document) -> Piece:
    """A piece of a file in which nothing is wrong, without the place of every value."""
    head = "\n".join(source.lines[: piece.body.first - 1])
    piece.locate(Positions(_Places(source.path, head)))
    return piece


class _Places(Mapping[Path, Location]):
    """Where each value stands, read from the front matter when it is asked for."""

    def __init__(self, path: str, head: str) -> None:
        self._path, self._head = path, head

    @cached_property
    def _known(self) -> Mapping[Path, Location]:
        source = document(self._path, self._head)
        node, _ = read_yaml(source, 1, len(source.lines) - 1)
        return places_of(node) if isinstance(node, Node) else {}

    def __getitem__(self, path: Path) -> Location:
        return self._known[path]

    def __iter__(self) -> Iterator[Path]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)


def _plain(value: Any) -> Any:  # noqa: ANN401 - any field's value
    """A value as JSON has it: an object says its type, and what was written of it."""
    if isinstance(value, Record):
        said = {name: _plain(getattr(value, name)) for name in sorted(value.model_fields_set)}
        return {"": type(value).__name__, **said}
    if isinstance(value, date | time):  # a datetime is a date
        return {"": type(value).__name__, "at": value.isoformat()}
    if isinstance(value, Amount):  # its words say all that it is
        return {"": "Amount", "text": str(value)}
    if is_dataclass(value):
        said = {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
        return {"": type(value).__name__, **said}
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


def _value(plain: Any) -> Any:  # noqa: ANN401 - any field's value
    if isinstance(plain, list):
        return tuple([_value(item) if isinstance(item, _INNER) else item for item in plain])
    if not isinstance(plain, dict):
        return plain
    name = plain.pop("")
    if name in _TIMES:
        return _TIMES[name](plain["at"])
    values = {k: _value(item) if isinstance(item, _INNER) else item for k, item in plain.items()}
    if name in _VALUES:
        return _VALUES[name](**values)
    return _blank(name).model_copy(update=values)


@cache
def _blank(name: str) -> Record:
    """A record of this type in which nothing is written, every field in its place."""
    kind = _records()[name]
    needed = dict.fromkeys(key for key, field in kind.model_fields.items() if field.is_required())
    return kind.model_construct(_fields_set=set(), **needed)


@cache
def _records() -> Mapping[str, type[Record]]:
    """Every record that a piece may hold, by the name of its type."""
    media()  # so that all are known
    found = dict[str, type[Record]]()
    kinds = [Record]
    for kind in kinds:
        kinds += kind.__subclasses__()
        found[kind.__name__] = kind
    return found
