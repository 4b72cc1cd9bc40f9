"""One build at a time: a lock that the system lets go when its holder dies."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class BusyError(Exception):
    """Another `loa` is building in this workspace."""


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock file `path`, or raise BusyError at once."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as handle:
        try:
            _lock(handle.fileno())
        except OSError:
            raise BusyError(str(path)) from None
        yield


def _lock(handle: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
