"""Exchange of two folders so that a reader, and a killed program, never sees a mixture.

On Linux one atomic system call; elsewhere three renames with a journal that the next command
completes or undoes.
"""

import ctypes
import shutil
import sys
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def swap(new: Path, current: Path) -> None:
    """Put the folder `new` in the place of `current`; what was there ends where `new` was.

    Raises:
        OSError: the system refuses; `current` is what it was.
    """
    if not current.exists():
        new.rename(current)
    elif not _exchange(new, current):
        _rename_twice(new, current)


def is_cut_off(new: Path) -> bool:
    """Whether a swap was begun and never ended."""
    return _journal(new).exists()


def recover(new: Path, current: Path) -> None:
    """Complete or undo a swap that was cut off between two renames."""
    journal, old = _journal(new), _old(new)
    if not journal.exists():
        return
    if not current.exists():
        whole = next((folder for folder in (new, old) if folder.exists()), None)
        if whole:
            whole.rename(current)
    shutil.rmtree(old, ignore_errors=True)
    journal.unlink()


def _exchange(new: Path, current: Path) -> bool:
    """Whether the system could exchange the two in one call."""
    if sys.platform != "linux":
        return False
    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if call is None:
        return False
    first, second = bytes(new), bytes(current)
    return bool(call(_AT_FDCWD, first, _AT_FDCWD, second, _RENAME_EXCHANGE) == 0)


def _rename_twice(new: Path, current: Path) -> None:
    journal, old = _journal(new), _old(new)
    shutil.rmtree(old, ignore_errors=True)
    journal.write_text("swap", encoding="utf-8")
    current.rename(old)
    try:
        new.rename(current)
    except OSError:
        old.rename(current)
        raise
    old.rename(new)
    journal.unlink()


def _journal(new: Path) -> Path:
    return new.with_name(f"{new.name}.swap")


def _old(new: Path) -> Path:
    return new.with_name(f"{new.name}.old")
