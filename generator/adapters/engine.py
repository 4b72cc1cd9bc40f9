"""The marks of this very engine: what it would make of the same input may be something else."""

import os
import sys
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

from generator.adapters.file_stamp import stamp
from generator.adapters.libraries import installed_libraries

FOLDER = Path(__file__).parents[1]


@cache
def engine() -> str:
    """Names what its files hold, the libraries that it uses, and Python.

    The same engine, installed anew or elsewhere, goes on with what it remembers.
    """
    return content_mark(str(FOLDER))


def content_mark(folder: str) -> str:
    """The same of an engine that lies in a folder."""
    found = sha256(_surroundings().encode())
    for path in sorted(below(folder)):
        found.update(f"\0{path.removeprefix(folder)}\0".encode())
        if os.path.isfile(path):  # noqa: PTH113 - a thousand of them
            with open(path, "rb", buffering=0) as stream:  # noqa: PTH123 - the same
                found.update(stream.readall())
    return found.hexdigest()


@cache
def installation() -> str:
    """Names the same by places and stamps: a build that has nothing to do reads no file of it."""
    marks = (f"{path} {stamp(path)[:2]}" for path in sorted(below(str(FOLDER))))
    return sha256("\n".join([*marks, _surroundings()]).encode()).hexdigest()


def _surroundings() -> str:
    return "\n".join([sys.version, *installed_libraries()])


def below(folder: str) -> Iterator[str]:
    """Every file and folder below; `os` itself, for this is all that a quick build does."""
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.name != "__pycache__":
            yield entry.path
            if entry.is_dir(follow_symlinks=False):
                yield from below(entry.path)
