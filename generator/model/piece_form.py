"""The form of a piece: which of its fields a person fills in, in which order, and with what.

It follows from the record: its `form_keys`, and whatever it must have. So a new medium has its form
as soon as it has a record. Names that only machines need are no part of it.
"""

from dataclasses import dataclass
from itertools import chain
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from generator.model.fields import (
    Day,
    Duration,
    Id,
    Moment,
    PrintSize,
    QuarterRef,
    Ref,
    SourceRef,
)
from generator.model.piece import Deliverable, Piece

FieldKind = Literal[
    "line", "lines", "list", "choice", "moment", "day", "quarter", "length", "size", "sources"
]
FieldGroup = Literal["words", "time", "rest"]
_KINDS: tuple[tuple[Any, FieldKind], ...] = (
    (Moment, "moment"),
    (Day, "day"),
    (QuarterRef, "quarter"),
    (Duration, "length"),
    (PrintSize, "size"),
    (SourceRef, "sources"),
)
_TIMES = frozenset({"moment", "day", "quarter", "length"})
_WITHOUT_FIELD = frozenset(
    {name for kind in (Piece, Deliverable) for name in kind.model_fields} - {"title"}
)
"""What is asked for only where `form_keys` names it."""


@dataclass(frozen=True, slots=True)
class FormField:
    """One field of a form: its key, with what it is filled in, and below which heading it stands.

    `choices` are the kind of records that it names, or the key whose values elsewhere are offered;
    `literals` are the only values that it may have; of what `has_many` each is a line.
    """

    key: str
    kind: FieldKind
    group: FieldGroup
    is_needed: bool
    choices: str = ""
    literals: tuple[str, ...] = ()
    has_many: bool = False


def form_of(record: type[Piece]) -> tuple[FormField, ...]:
    """The form of a kind of piece, in order."""
    needed = [n for n, field in record.model_fields.items() if _must_be_asked(n, field)]
    return tuple(_field(record, key) for key in dict.fromkeys([*record.form_keys, *needed]))


def keys_before(record: type[Piece], key: str) -> tuple[str, ...]:
    """The keys below which one that is not there is written, as the record has them."""
    names = list(record.model_fields)
    return tuple(names[: names.index(key)]) if key in names else ()


def _must_be_asked(name: str, field: FieldInfo) -> bool:
    return field.is_required() and name not in _WITHOUT_FIELD and not _is(field, Id)


def _field(record: type[Piece], key: str) -> FormField:
    field = record.model_fields[key]
    kind: FieldKind = next((named for each, named in _KINDS if _is(field, each)), "line")
    literals, has_many = literals_of(field), get_origin(field.annotation) is tuple
    if _is(field, Ref) or literals:
        kind = "choice"
    elif has_many and kind == "line":
        kind = "list"
    elif kind == "line" and key in record.read_keys and key != "title":
        kind = "lines"
    group: FieldGroup = "time" if kind in _TIMES else "words" if key in record.read_keys else "rest"
    choices = key if kind in {"choice", "list"} and not literals else ""
    return FormField(key, kind, group, field.is_required(), choices, literals, has_many)


def literals_of(field: FieldInfo) -> tuple[str, ...]:
    """The only values that it may have, where they are few."""
    kinds = (field.annotation, *get_args(field.annotation))
    return next((tuple(map(str, get_args(k))) for k in kinds if get_origin(k) is Literal), ())


def _is(field: FieldInfo, kind: Any) -> bool:  # noqa: ANN401 - types as values
    """Whether a field is of one of our types; of one that may be left out they stand within."""
    within = (getattr(part, "__metadata__", ()) for part in get_args(field.annotation))
    marks = chain(field.metadata, *within)
    return any(mark is kind.__metadata__[0] for mark in marks)
