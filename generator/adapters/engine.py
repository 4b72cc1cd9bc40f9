"""The mark of this very engine: what it would make of the same input may be something else."""

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
    """Names its files, the libraries that it uses, and Python."""
    marks = (f"{path} {stamp(path)[:2]}" for path in sorted(below(str(FOLDER))))
    return sha256("\n".join([*marks, sys.version, *installed_libraries()]).encode()).hexdigest()


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
