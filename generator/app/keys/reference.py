"""Every key that may be written in a file, and the address by which it is asked for.

An address is what the file is called and the keys on the way: `plan.activities.slots.at`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from pydantic.fields import FieldInfo

from generator.media import media
from generator.model.piece import Piece
from generator.model.record import Record
from generator.model.site import SITE_FILE, SiteFile
from generator.source.authored_keys import FILES, records_in
from generator.source.descriptions import Description, descriptions
from generator.source.mkdocs_yml import NEEDED_KEYS

PIECES = "content/**/*.md"


@dataclass(frozen=True, slots=True)
class Root:
    """What keys stand in first: a file, or the data at the head of a piece; `pattern` is where.

    `above` are the roots whose keys it shares: a radio segment has all those of every piece.
    """

    name: str
    record: type[Record]
    pattern: str
    above: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Key:
    """One key: its address, the record that declares it, its field, and what is said of it."""

    address: str
    record: type[Record]
    field: FieldInfo
    description: Description

    @property
    def name(self) -> str:
        """As it is written."""
        return self.address.rpartition(".")[2]

    @property
    def is_needed(self) -> bool:
        """Whether it must be there; what lacks in mkdocs.yml is told by its reader."""
        return self.field.is_required() or (self.record is SiteFile and self.name in NEEDED_KEYS)

    @property
    def inner(self) -> type[Record] | None:
        """The record that stands behind it, alone or in a list."""
        return next(records_in(self.field.annotation), None)


@cache
def roots() -> Mapping[str, Root]:
    """All of them, what is common to several media before these."""
    found: dict[str, Root] = {}
    for medium in media().values():
        kinds = [kind for kind in reversed(medium.record.__mro__) if issubclass(kind, Piece)]
        names = [*map(_kebab, kinds[:-1]), medium.name]
        for index, (name, kind) in enumerate(zip(names, kinds, strict=True)):
            found.setdefault(name, Root(name, kind, PIECES, tuple(names[:index])))
    found |= {name: Root(name, kind, pattern) for name, (kind, pattern) in FILES.items()}
    return found | {"mkdocs": Root("mkdocs", SiteFile, SITE_FILE)}


def keys_of(record: type[Record], at: str) -> Iterator[Key]:
    """The keys of a record that stands at an address."""
    said = descriptions(record)
    for name, field in record.model_fields.items():
        key = field.alias or name
        yield Key(f"{at}.{key}", _declaring(record, name), field, said[key])


def keys_below(record: type[Record], at: str) -> Iterator[Key]:
    """The keys of a record, and after each those of what stands behind it."""
    for key in keys_of(record, at):
        yield key
        if key.inner:
            yield from keys_below(key.inner, key.address)


@cache
def every_address() -> Mapping[str, Key]:
    """Every key under each of its addresses."""
    found = (key for root in roots().values() for key in keys_below(root.record, root.name))
    return {key.address: key for key in found}


@cache
def different_keys() -> tuple[Key, ...]:
    """Each key once, at its first address."""
    found: dict[tuple[type[Record], str], Key] = {}
    for key in every_address().values():
        found.setdefault((key.record, key.name), key)
    return tuple(found.values())


@cache
def _first_addresses() -> Mapping[tuple[type[Record], str], str]:
    return {(key.record, key.name): key.address for key in different_keys()}


def first_address(key: Key) -> str:
    """Where a key is met first: of a record that has it from another, where that one stands."""
    return _first_addresses()[key.record, key.name]


@cache
def homes() -> Mapping[type[Record], str]:
    """The address at which a record that stands behind keys is met first."""
    found: dict[type[Record], str] = {}
    for key in every_address().values():
        if key.inner:
            found.setdefault(key.inner, key.address)
    return found


def _kebab(kind: type[Record]) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", kind.__name__).lower()


def _declaring(record: type[Record], name: str) -> type[Record]:
    kinds = (kind for kind in reversed(record.__mro__) if issubclass(kind, Record))
    return next(kind for kind in kinds if name in kind.model_fields)
