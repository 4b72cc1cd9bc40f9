"""Names of authored files that some system cannot bear, or takes for one."""

import posixpath
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.diagnostics import Diagnostic, Location, Rule
from generator.model.names import LONGEST_NAME, LONGEST_PATH, is_portable, is_reserved, plain_name
from generator.model.slips import LONG_ID, LONG_ID_OF_FILE
from generator.source.strays import is_read

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
BETTER = NOT_PORTABLE.with_hint("Rename it to {better}, also where its path is written.")
HIDDEN_SIGN = Rule(
    "name-with-hidden-sign",
    "The name of this file or folder holds a sign that nobody sees, or a space before its ending.",
    "Rename it to {better}",
)
LONG_PATH = Rule(
    "path-too-long",
    "This path has {count} characters; with the folders above it Windows could not open the file.",
    "Shorten the names of its folders: {most} characters at most.",
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
        first = known.setdefault(path.casefold(), path)
        if first is not path and is_read(first) and is_read(path):
            yield SAME_NAME.at(Location(path), first=first)
        above = () if path.rpartition("/")[0] in folders else _above(path)
        new = [part for part in (path, *above) if part not in folders]
        folders |= {*new}
        told = [problem for part in new for problem in _named(part)]
        yield from told
        if len(path) > LONGEST_PATH and not told:
            yield LONG_PATH.at(Location(path), count=len(path), most=LONGEST_PATH)


def with_one_length(findings: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Of a file that is called like its id, both too long, only the id is told."""
    names = {each.where.path for each in findings if each.rule is LONG_NAME}
    ids = {each.where.path for each in findings if each.rule is LONG_ID}
    rest = (one for one in findings if not (one.rule is LONG_NAME and one.where.path in ids))
    return [
        replace(one, rule=LONG_ID_OF_FILE)
        if one.rule is LONG_ID and one.where.path in names
        else one
        for one in rest
    ]


def _above(path: str) -> Iterator[str]:
    while path := posixpath.dirname(path):
        yield path


def _named(path: str) -> Iterator[Diagnostic]:
    folder, slash, name = path.rpartition("/")
    plain = plain_name(name)
    if is_reserved(name):
        stem, ending = posixpath.splitext(name)
        better = f"{folder}{slash}{stem.strip()}-1{ending}"
        yield BETTER.at(Location(path), name=name, better=better)
    elif plain.casefold() != name.casefold() and is_portable(plain):
        yield HIDDEN_SIGN.at(Location(path), better=f"{folder}{slash}{plain}")
    elif not is_portable(name):
        yield NOT_PORTABLE.at(Location(path), name=name)
    elif len(name.encode("utf-8", "replace")) > LONGEST_NAME:
        yield LONG_NAME.at(Location(path))
