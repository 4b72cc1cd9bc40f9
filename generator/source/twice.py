"""Two records of one id: which of them is the one that all others mean."""

import posixpath
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from itertools import chain, count
from typing import TypeVar

from generator.diagnostics import Diagnostic, Rule
from generator.model.grouping import groups_of
from generator.model.record import Record
from generator.source.replacement_lines import instead
from generator.vietnamese.slugs import slugify

R = TypeVar("R", bound=Record)

_OLD = re.compile(
    r"(?:cu|old|luu(?:-tru)?|backup|bak|copy|ban-sao|ban-cu|bai-cu|archive|temp|tmp|nhap|du-phong)"
    r"(?:-?\d+)?"
)
_COPY = re.compile(
    r"(?:^|-)(?:copy|ban-sao|ban-cu|cu|old|moi|new|final|cuoi|sua|sao-chep|backup|bak|v\d+|\d)(?:-|$)"
)
DUPLICATE_ID = Rule(
    "duplicate-id",
    "The id “{id}” is taken: {first} has it already.",
    "Give this one another id; ids must never change once a piece is published. Type:\n{typed}",
)
COPY = DUPLICATE_ID.with_hint(
    "If this file is a copy that nobody needs, delete it. Else give it an id of its own:\n{typed}"
)


def of_file(record: Record) -> str:
    """What a file of one record is called: the name of a piece, the folder of a plan."""
    folder, name = posixpath.split(record.where("id").path)
    stem = posixpath.splitext(name)[0]
    return posixpath.basename(folder) if stem == "plan" else stem


def first_of(record: Record) -> str:
    """Of the records of one file the first is meant."""
    del record
    return ""


def unique(
    records: Iterable[R], id_of: Callable[[R], str] = first_of
) -> tuple[dict[str, R], list[Diagnostic]]:
    """The records by id, and one diagnostic for each that has the id of another.

    That is the one whose file is called otherwise than its id: a copy is blamed, never what was
    copied; links to that go on leading to it.
    """
    groups = groups_of((str(record.id), record) for record in records)  # type: ignore[attr-defined] # every listed record has an id
    found: list[Diagnostic] = []
    doubled = {identity: same for identity, same in groups.items() if len(same) > 1}
    beside = Counter(map(_folder, chain(*groups.values()) if doubled else ()))
    for identity, same in doubled.items():
        ranked = sorted(same, key=lambda each: _rank(identity, each, id_of(each), beside))
        groups[identity] = ranked
        found += _told(ranked, id_of, groups)
    return {identity: same[0] for identity, same in groups.items()}, found


def _folder(record: Record) -> str:
    return posixpath.dirname(record.where("id").path)


def _rank(
    identity: str, record: Record, name: str, beside: Mapping[str, int]
) -> tuple[bool, bool, bool, int, int, int]:
    """What is copied comes before its copies.

    A copy lies in a folder for old things, is called otherwise than its id, or as programs call
    copies; it lies in a folder with fewer others, deeper, or its name is longer.
    """
    folder = _folder(record)
    slug = slugify(name)
    return (
        any(_OLD.fullmatch(slugify(part)) for part in folder.split("/")[1:]),
        name not in {identity, ""},
        bool(_COPY.search(slug)),
        -beside[folder] if name in {identity, ""} else 0,
        folder.count("/"),
        len(name),
    )


def _told(
    ranked: list[R], called: Callable[[R], str], taken: Mapping[str, Collection[R]]
) -> Iterable[Diagnostic]:
    first = ranked[0].where("id")
    identity = str(ranked[0].id)  # type: ignore[attr-defined] # as above
    new: set[str] = set()
    numbered = (f"{identity}-{number}" for number in count(2))
    for other in ranked[1:]:
        name = slugify(called(other))
        free = chain([name] if name else [], numbered)
        better = next(id_ for id_ in free if id_ not in taken and id_ not in new)
        new.add(better)
        where = other.where("id")
        rule = COPY if name else DUPLICATE_ID
        yield rule.at(where, id=identity, first=first, typed=instead(where, better))
