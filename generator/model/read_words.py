"""Which words of a record readers read: its fields say so by their types, so a new key is in it."""

from collections.abc import Iterator
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


@dataclass(frozen=True, slots=True)
class ReadWords:
    """A text that readers read, and the way to it from the record."""

    keys: Path
    text: str
    prose: Prose


def read_words(record: Record, path: Path = ()) -> Iterator[ReadWords]:
    """Every text of a record and of those within it that readers read, but the empty ones."""
    for name, prose in _fields(type(record)):
        value = getattr(record, name)
        several = value if isinstance(value, tuple) else (value,)
        for number, each in enumerate(several):
            way = (*path, name, number) if isinstance(value, tuple) else (*path, name)
            if isinstance(each, Record):
                yield from read_words(each, way)
            elif prose and each and isinstance(each, str):
                yield ReadWords(way, each, prose)


@cache
def _fields(kind: type[Record]) -> tuple[tuple[str, Prose | None], ...]:
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
