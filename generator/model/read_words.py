"""Which words of a record readers read: its fields say so by their types, so a new key is in it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache
from itertools import chain
from typing import Any, get_args

from pydantic.fields import FieldInfo

from generator.model.record import Path, Record


class Prose(Enum):
    """What a text is to rules on words; the mark of its type in `model/fields.py`."""

    OURS = "ours"
    DOCUMENT = "document"
    """The words of a document, with its blanks."""
    FOREIGN = "foreign"
    NONE = "none"
    """A name for machines, or a note for whoever keeps the file."""


_Fields = tuple[tuple[str, Prose | None], ...]


@dataclass(frozen=True, slots=True)
class ReadWords:
    """A text that readers read, and the way to it from the record."""

    keys: Path
    text: str
    prose: Prose


def read_words(record: Record, path: Path = ()) -> Iterator[ReadWords]:
    """Every text of a record and of those within it that readers read, but the empty ones."""
    for keys, value, prose in _walk(record, _fields, path):
        if prose and value and isinstance(value, str):
            yield ReadWords(keys, value, prose)


def values(record: Record) -> Iterator[tuple[Path, Any]]:
    """Every value of a record and of those within it, and the way to it."""
    return ((keys, value) for keys, value, _ in _walk(record, _all_fields, ()))


def _walk(
    record: Record, fields_of: Callable[[type[Record]], _Fields], path: Path
) -> Iterator[tuple[Path, Any, Prose | None]]:
    """The values of some fields, one by one where a field has several."""
    for name, prose in fields_of(type(record)):
        value = getattr(record, name)
        several = value if isinstance(value, tuple) else (value,)
        for number, each in enumerate(several):
            keys = (*path, name, number) if isinstance(value, tuple) else (*path, name)
            if isinstance(each, Record):
                yield from _walk(each, fields_of, keys)
            else:
                yield keys, each, prose


def _all_fields(kind: type[Record]) -> _Fields:
    return tuple((name, None) for name in kind.model_fields)


@cache
def _fields(kind: type[Record]) -> _Fields:
    """The fields that hold words, or records; of words what they are."""
    found = ((name, _prose(field)) for name, field in kind.model_fields.items())
    fields = kind.model_fields
    return tuple(
        (name, prose)
        for name, prose in found
        if prose not in {None, Prose.NONE} or _holds_records(fields[name].annotation)
    )


def _prose(field: FieldInfo) -> Prose | None:
    """The last mark of a type, which is the nearest to the field."""
    within = (getattr(part, "__metadata__", ()) for part in get_args(field.annotation))
    marks = [mark for mark in chain(field.metadata, *within) if isinstance(mark, Prose)]
    return marks[-1] if marks else None


def _holds_records(annotation: Any) -> bool:  # noqa: ANN401 - types as values
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return True
    return any(map(_holds_records, get_args(annotation)))
