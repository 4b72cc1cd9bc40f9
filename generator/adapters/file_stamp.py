"""What tells whether a file is what it was, without reading it."""

import os
from collections.abc import Sequence
from hashlib import file_digest
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import Any

Stamp = list[Any]
"""Size in bytes, times of writing and of the last change in nanoseconds, number on the disk.

What is remembered of a file is its stamp and a SHA-256 of its content, empty where the stamp alone
says enough. The system sets the second time whenever anything of the file changes; whoever writes
it and sets the first one back cannot set that. A further name for the file (`disk.link`) changes it
too.
"""
UNKNOWN: Stamp = [-1, 0, 0, 0, ""]
FOLDER: Stamp = ["folder"]
_TICK = 2_000_000_000  # nanoseconds: no file system's clock is coarser (FAT)


def stamp(path: str | Path) -> Stamp:
    """The stamp of a regular file; that of a folder says only that; [] of whatever else."""
    try:
        status = os.lstat(path)
    except OSError:
        return []
    if S_ISDIR(status.st_mode):
        return FOLDER
    times = [status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino]
    return times if S_ISREG(status.st_mode) else []


def is_fresh(last: Stamp, now: int) -> bool:
    """Whether a file was written so shortly before `now` that a second writing would not show."""
    return len(last) > 1 and max(last[1:3]) > now - _TICK


def mark(path: Path) -> Stamp:
    """What to remember of a file of ours."""
    return [*stamp(path), digest(path)]


def is_marked(path: Path, record: Sequence[Any], now: Stamp) -> bool:
    """Whether a file, whose stamp is `now`, is what it was; where that differs, by its content."""
    if not now or now[0] != record[0]:
        return False
    return now == list(record[:4]) or digest(path) == record[4]


def digest(path: Path) -> str:
    """A SHA-256 of the content of a file of ours."""
    with path.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()
