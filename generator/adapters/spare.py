"""The spare: the results before the last, in `build/next`, of which the next ones are made.

What has not changed since then is the same file there and in `dist`, under two names: its number on
the disk says so, which the folder itself holds. So whatever a killed build, or anybody else, has
left there does no harm: it has another number, and is laid anew or goes.
"""

import os
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from generator.adapters.disk import link, make_folder, remove


class Spare:
    """The folder, with what lies in it by path below it: the number of a file, 0 of a folder."""

    def __init__(self, folder: Path) -> None:
        """Nothing is looked at yet."""
        self.folder = folder
        self.is_linked = True
        self._numbers: dict[str, int] = {}

    def open(self) -> None:
        """See what lies there; what is neither file nor folder goes at once: it may lead out."""
        if self.folder.is_symlink():
            remove(self.folder)
        make_folder(self.folder)
        self._numbers, self.is_linked = dict(_entries(str(self.folder), "")), True

    def take(self, path: str, source: Path, number: int) -> bool:
        """Let `path` be the file `source`, of this number on the disk; whether it was not yet."""
        if self._numbers.get(path) == number:
            return False
        remove(self.folder / path)
        self.is_linked &= link(source, self.folder / path)
        return True

    def drop(self, path: str) -> None:
        """Nothing is to be read there until it is made."""
        if self._numbers.pop(path, 0):
            _unlink(self.folder / path)

    def settle(self, paths: Collection[str]) -> None:
        """Nothing but these files, and the folders that they lie in, is left."""
        needed = _folders(paths)
        for path, number in self._numbers.items():
            if number and path not in paths:
                _unlink(self.folder / path)
            elif not number and path not in needed and path not in paths:
                remove(self.folder / path)


def _entries(folder: str, prefix: str) -> Iterator[tuple[str, int]]:
    for entry in list(os.scandir(folder)):
        path = prefix + entry.name
        if entry.is_dir(follow_symlinks=False):
            yield path, 0
            yield from _entries(entry.path, f"{path}/")
        elif entry.is_file(follow_symlinks=False):
            yield path, entry.inode()
        else:
            remove(Path(entry.path))


def _folders(paths: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for path in paths:
        above = path.rpartition("/")[0]
        while above and above not in found:
            found.add(above)
            above = above.rpartition("/")[0]
    return found


def _unlink(path: Path) -> None:
    """Remove a file, unless a folder has taken its place, or a file that of its folder."""
    if not path.is_dir():
        with suppress(FileNotFoundError, NotADirectoryError):
            path.unlink()
