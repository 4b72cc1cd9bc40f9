"""How files are written and linked, so that nobody ever sees half of one."""

import json
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from generator.adapters.opening import content


def write(path: Path, chunks: Iterable[bytes]) -> None:
    """Write beside, then replace: whoever reads meanwhile sees the old file or the new one.

    Only into folders of ours: what lies there in the place of a folder or of the file is removed.
    """
    make_folder(path.parent)
    beside = path.with_name(f"{path.name}.part")
    for place in (beside, path):
        if place.is_dir():
            remove(place)
    with beside.open("wb") as stream:
        stream.writelines(chunks)
    beside.replace(path)


def make_folder(folder: Path) -> None:
    """Make a folder of ours, in the place of a file that lies there or above."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        above = (folder, *folder.parents)
        remove(next(place for place in above if place.exists() or place.is_symlink()))
        folder.mkdir(parents=True, exist_ok=True)


def remove(path: Path) -> None:
    """Remove whatever lies there, if anything does; a link, not what it leads to."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    elif os.path.lexists(path):
        path.unlink()


def write_json(path: Path, value: object) -> None:
    """Write a value so that equal values give equal bytes."""
    write(path, (json.dumps(value, sort_keys=True).encode(),))


def read_json(path: Path) -> dict[str, Any]:
    """The object in a file of ours; nothing when it is missing or damaged."""
    try:
        read = json.loads(content(path, path.parent))
    except (OSError, ValueError, RecursionError):
        return {}
    return read if isinstance(read, dict) else {}


def below(folder: Path) -> Iterator[str]:
    """Every file below a folder, sorted, as a path relative to it with forward slashes."""
    yield from sorted(_files(str(folder), ""))


def _files(folder: str, prefix: str) -> Iterator[str]:
    """Five times as fast as `Path.rglob`, and called several times a build."""
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _files(entry.path, f"{prefix}{entry.name}/")
        elif not entry.is_dir():
            yield prefix + entry.name


def link(source: Path, target: Path) -> bool:
    """The same file under a second name; a copy where the disk knows no such thing.

    Whether it is the same one.
    """
    with suppress(OSError):  # mostly the folder is there
        os.link(source, target)
        return True
    make_folder(target.parent)
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
        return False
    return True
