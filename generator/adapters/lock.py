"""One build at a time: a lock that the system lets go when its holder dies."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.adapters import saving
from generator.adapters.disk import remove
from generator.adapters.opening import remove_strangers
from generator.adapters.swap import is_cut_off, recover
from generator.adapters.workspace_folder import FOREIGN, PlaceError


class BusyError(Exception):
    """Another `loa` is building in this workspace."""


@contextmanager
def workspace_lock(root: Path) -> Iterator[None]:
    """Hold the lock of the workspace `root`, or raise BusyError at once.

    Raises:
        PlaceError: `build` is a link to a folder of others, in which nothing may be lost.
    """
    path = root / "build" / "lock"
    _see_that_it_is_ours(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    remove_strangers(path.parent)
    if path.is_dir():
        remove(path)
    with file_lock(path):
        yield


@contextmanager
def file_lock(path: Path) -> Iterator[None]:
    """Hold a lock file, or raise BusyError at once."""
    with path.open("a", encoding="utf-8") as handle:
        try:
            _lock(handle.fileno())
        except OSError:
            raise BusyError(str(path)) from None
        yield


def _see_that_it_is_ours(lock: Path) -> None:
    """A folder to which `build` leads is empty at first, and has our lock ever after."""
    folder = lock.parent
    if folder.is_symlink() and folder.is_dir() and not lock.is_file() and any(folder.iterdir()):
        raise PlaceError(FOREIGN, name=folder.name, place=folder.resolve())


def make_whole(root: Path) -> list[str]:
    """Complete what a killed command left half exchanged; one that runs does so itself.

    Costs one look at the disk when nothing is cut off, and then writes nothing. Returns the paths
    of authors' files that somebody has changed since, so that they stay as they are.
    """
    new, current = root / "build" / "next", root / "dist"
    if is_cut_off(new, current) or saving.is_cut_off(root):
        with suppress(BusyError), workspace_lock(root):
            recover(new, current)
            return saving.recover(root)
    return []


def _lock(handle: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
