"""What the value of a key looks like in whatever record it stands: a text, or a list."""

from collections.abc import Mapping
from functools import cache
from typing import get_origin

from pydantic.fields import FieldInfo

from generator.model.grouping import groups_of
from generator.model.record import Record
from generator.source.authored_keys import every_record, records_in
from generator.source.replacement_lines import YOUR_WORDS, example


@cache
def text_keys() -> frozenset[str]:
    """Keys whose value is one text of any words, in most records that have them."""
    by_key = _by_key().items()
    return frozenset(key for key, kinds in by_key if 2 * sum(map(_is_text, kinds)) >= len(kinds))


@cache
def list_keys() -> frozenset[str]:
    """Keys whose value is a list of any length, wherever they are written."""
    return frozenset(key for key, fields in _by_key().items() if all(map(is_list, fields)))


def items_of(key: str) -> type[Record] | None:
    """The record that each item of a list is; nothing where items may be values."""
    kinds = [next(records_in(field.annotation), None) for field in _by_key()[key]]
    return kinds[0] if all(kinds) else None


def is_list(field: FieldInfo) -> bool:
    """Whether a field holds a list of any length."""
    return get_origin(field.annotation) is tuple and "..." in str(field.annotation)


def _is_text(field: FieldInfo) -> bool:
    if is_list(field) or get_origin(field.annotation) is Mapping:
        return False
    return example(field, "") == YOUR_WORDS


@cache
def _by_key() -> dict[str, list[FieldInfo]]:
    fields = (pair for kind in every_record() for pair in kind.model_fields.items())
    return groups_of((field.alias or name, field) for name, field in fields)
