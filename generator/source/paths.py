"""Names of authored files that some system cannot bear, or takes for one."""

import posixpath
from collections.abc import Iterable, Iterator

from generator.diagnostics import Diagnostic, Location, Rule
from generator.model.names import LONGEST_NAME, is_portable

SAME_NAME = Rule(
    "same-name",
    "On Windows and macOS this file and {first} have one name: only one of them would stay.",
    "Give one of the two another name, also where its path is written.",
)
NOT_PORTABLE = Rule(
    "name-not-portable",
    "Windows knows no file or folder with the name “{name}”.",
    "Rename it with letters, digits and hyphens, also where its path is written.",
)
LONG_NAME = Rule(
    "name-too-long",
    "This name is too long: the files made of it could not be written.",
    "Shorten it to at most 60 letters, also where its path is written.",
)


def unfit(paths: Iterable[str]) -> Iterator[Diagnostic]:
    """What is wrong with these names, each file or folder once."""
    known: dict[str, str] = {}
    folders: set[str] = set()
    for path in paths:
        if first := known.get(path.casefold()):
            yield SAME_NAME.at(Location(path), first=first)
        known.setdefault(path.casefold(), path)
        for part in (path, *_above(path)):
            if part not in folders:
                folders.add(part)
                yield from _named(part)


def _above(path: str) -> Iterator[str]:
    while path := posixpath.dirname(path):
        yield path


def _named(path: str) -> Iterator[Diagnostic]:
    name = posixpath.basename(path)
    if not is_portable(name):
        yield NOT_PORTABLE.at(Location(path), name=name)
    elif len(name.encode("utf-8", "replace")) > LONGEST_NAME:
        yield LONG_NAME.at(Location(path))
