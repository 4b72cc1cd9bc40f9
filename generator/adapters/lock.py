"""One build at a time, and one who writes: locks that the system lets go when their holders die."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.adapters import saving
from generator.adapters.disk import remove
from generator.adapters.opening import remove_strangers
from generator.adapters.swap import is_cut_off, recover
from generator.adapters.workspace_folder import FOREIGN, PlaceError

_AGAIN = 0.02  # seconds
_PATIENCE = 10.0
"""Seconds: a build reads a thousand files for the first time in less."""


class BusyError(Exception):
    """Another `loa` is at work in this workspace."""


@contextmanager
def workspace_lock(root: Path) -> Iterator[None]:
    """Hold the results of the workspace `root`, or raise BusyError at once.

    Raises:
        PlaceError: `build` is a link to a folder of others, in which nothing may be lost.
    """
    with file_lock(_place(root, "lock")):
        yield


@contextmanager
def files_lock(root: Path, patience: float = _PATIENCE) -> Iterator[None]:
    """Hold the files of authors: nobody else writes them, or reads them to build, meanwhile.

    A build holds them while it reads, not while it makes its results: whoever saves waits for the
    first. Of both locks this one is taken last. Raises as `workspace_lock`, after some seconds.
    """
    with file_lock(_place(root, "lock-files"), patience):
        yield


def _place(root: Path, name: str) -> Path:
    path = root / "build" / name
    _see_that_it_is_ours(path.with_name("lock"))
    path.parent.mkdir(parents=True, exist_ok=True)
    remove_strangers(path.parent)
    if path.is_dir():
        remove(path)
    return path


@contextmanager
def file_lock(path: Path, patience: float = 0.0) -> Iterator[None]:
    """Hold a lock file, or raise BusyError when others still hold it after so many seconds."""
    end = time.monotonic() + patience
    with path.open("a", encoding="utf-8") as handle:
        while not _is_locked(handle.fileno()):
            if time.monotonic() >= end:
                raise BusyError(str(path))
            time.sleep(_AGAIN)
        yield


def _is_locked(handle: int) -> bool:
    try:
        _lock(handle)
    except OSError:
        return False
    return True


def _see_that_it_is_ours(lock: Path) -> None:
    """A folder to which `build` leads is empty at first, and has a lock of ours ever after."""
    folder = lock.parent
    if folder.is_symlink() and folder.is_dir() and not lock.is_file() and any(folder.iterdir()):
        raise PlaceError(FOREIGN, name=folder.name, place=folder.resolve())


def make_whole(root: Path) -> list[str]:
    """Complete what a killed command left half exchanged; one that runs does so itself.

    Costs one look at the disk when nothing is cut off, and then writes nothing. Returns the paths
    of authors' files that somebody has changed since, so that they stay as they are.
    """
    new, current = root / "build" / "next", root / "dist"
    if is_cut_off(new, current):
        with suppress(BusyError), workspace_lock(root):
            recover(new, current)
    if saving.is_cut_off(root):
        with suppress(BusyError), files_lock(root, 0.0):
            return saving.recover(root)
    return []


def _lock(handle: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
