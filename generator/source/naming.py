"""Which record somebody means who writes its name, or its id with a slip: «Đài tỉnh»."""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from generator.model.record import Record
from generator.vietnamese.slugs import slugify

_CALLED = ("name", "short", "title", "id")
_HOLDING = ("names", "channels")


def meant_id(text: str, records: Mapping[str, Record]) -> str:
    """The id of the record that is called so, or nearly so; nothing where none is."""
    if not (slug := slugify(text)):
        return ""
    names = {name: identity for identity, record in records.items() for name in _names(record)}
    names |= {identity: identity for identity in records}
    if slug in names:
        return names[slug]
    near = get_close_matches(slug, names, 3, 0.7)
    return next((names[each] for each in near if not is_another_number(slug, each)), "")


def is_another_number(one: str, other: str) -> bool:
    """Whether two ids differ in figures alone: «ke-hoach-2021» is no slip of «ke-hoach-2022»."""
    bare, figures = re.sub(r"\d", "0", one), re.sub(r"\d", "0", other)
    return one != other and bare == figures


def _names(record: Record) -> Iterator[str]:
    """All that a record is called, as ids are written."""
    for key in _CALLED:
        if name := getattr(record, key, ""):
            yield slugify(str(name))
    for key in _HOLDING:
        for inner in getattr(record, key, ()):
            yield from _names(inner)
    yield from map(slugify, getattr(record, "aliases", ()))
