"""The one door for files that others may have put there: only regular files are ever opened.

Links are followed first, to see where they lead. A pipe, a device or a socket is refused by its
kind, and what takes the place of a file meanwhile cannot make anybody wait: it is opened without
waiting and looked at again.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from io import BufferedReader
from itertools import accumulate, islice
from pathlib import Path
from stat import S_ISDIR, S_ISLNK, S_ISREG

SYMLINK, SPECIAL, UNREADABLE = "symlink", "special", "unreadable"
_AT_ONCE = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NOCTTY", 0)


class ClosedError(OSError):
    """What is at a path is not opened; `problem` is one of `model.file`."""

    def __init__(self, path: Path, problem: str) -> None:
        super().__init__(f"{problem}: {path}")
        self.problem = problem


def open_inside(path: Path, inside: Path) -> BufferedReader:
    """A file for reading.

    Raises:
        ClosedError: it is no regular file, or a link leads it out of the folder `inside`.
        OSError: it is not there, or may not be read.
    """
    real = _real(path, inside)
    if not S_ISREG(os.stat(real).st_mode):  # noqa: PTH116 - a text, as realpath gives it
        raise ClosedError(path, SPECIAL)
    stream = open(real, "rb", opener=_opener)  # noqa: SIM115 - Path.open takes no opener
    if S_ISREG(os.fstat(stream.fileno()).st_mode):
        return stream
    stream.close()
    raise ClosedError(path, SPECIAL)


def content(path: Path, inside: Path, most: int = -1) -> bytes:
    """The bytes of a file, at most so many of them; raises as `open_inside` does."""
    with open_inside(path, inside) as stream:
        return stream.read(most)


def problem(path: str | Path, inside: Path) -> str:
    """Why what is at a path would not be opened as a file; nothing of a good file or folder."""
    try:
        mode = os.lstat(path).st_mode
        if S_ISLNK(mode):
            mode = os.stat(_real(path, inside)).st_mode  # noqa: PTH116 - as above
            if S_ISDIR(mode):  # walked where it lies, so that nothing is read twice or for ever
                return SYMLINK
    except OSError:
        return SYMLINK if Path(path).is_symlink() else UNREADABLE
    if not S_ISREG(mode) and not S_ISDIR(mode):
        return SPECIAL
    needed = os.R_OK | os.X_OK if S_ISDIR(mode) else os.R_OK
    return "" if os.access(path, needed) else UNREADABLE


def is_closed(folder: Path) -> bool:
    """Whether a place where a folder should be holds another thing, or one that is not opened."""
    return not folder.is_dir() or not os.access(folder, os.R_OK | os.X_OK)


def files_below(folder: Path, inside: Path) -> Iterator[tuple[str, bytes]]:
    """Every file below a folder that can be opened, by its path from there; no hidden one."""
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in names if not name.startswith(".")):
            path = Path(root, name)
            with suppress(OSError):
                yield path.relative_to(folder).as_posix(), content(path, inside)


def remove_strangers(folder: Path) -> None:
    """Remove from a folder of ours what is neither file nor folder: nothing is read through it.

    A folder that is itself a link is somebody's choice, and what lies there may not be ours.
    """
    if folder.is_symlink():
        return
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                remove_strangers(Path(entry))
            elif not entry.is_file(follow_symlinks=False):
                Path(entry).unlink()


def _real(path: str | Path, inside: Path) -> str:
    """Where it leads, which is asked of each folder above it only where a link is on the way."""
    folder, base, text = _folder(inside), os.fspath(inside), os.fspath(path)
    below = text.removeprefix(base + os.sep)
    if below != text and not _has_links(base, Path(below).parts):
        return f"{folder}{os.sep}{below}"
    real = os.path.realpath(path, strict=True)
    if not Path(real).is_relative_to(folder):
        raise ClosedError(Path(path), SYMLINK)
    return real


def _has_links(base: str, names: tuple[str, ...]) -> bool:
    """Whether one of these, each in the one before, is a link or leads up."""
    if ".." in names:
        return True
    paths = accumulate(names, lambda folder, name: f"{folder}{os.sep}{name}", initial=base)
    return any(S_ISLNK(os.lstat(path).st_mode) for path in islice(paths, 1, None))


@lru_cache(maxsize=16)
def _folder(folder: Path) -> str:
    return os.path.realpath(folder)


def _opener(path: str, flags: int) -> int:
    return os.open(path, flags | _AT_ONCE)
