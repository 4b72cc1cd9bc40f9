"""Exchange of two folders so that a reader, and a killed program, never sees a mixture.

On Linux one atomic system call; elsewhere three renames with a journal that the next command
completes or undoes. Where a folder cannot be moved, since it is a link or a disk of its own, what
lies in it is exchanged, one entry after the other: each of them is whole at every moment.
"""

import errno
import os
import shutil
import sys
from collections.abc import Collection
from pathlib import Path

from generator.adapters.disk import below, make_folder, remove

NEXT_SUFFIX = ".loa-next"
"""What is about to be exchanged, beside it: on the same disk."""

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


_OLD = ".old"
_IMMOVABLE = frozenset({errno.EBUSY, errno.EXDEV, errno.EROFS})


def swap(new: Path, current: Path, first: str = "", removable: Collection[str] = ()) -> None:
    """Put the folder `new` in the place of `current`; what was there ends where `new` was, or goes.

    Where only what lies in `current` can be exchanged, `first` is the entry that is, and
    `removable` are the names that are removed if `new` has them not; all else that lies there
    stays.

    Raises:
        OSError: the system refuses; `current` is what it was.
    """
    if current.is_symlink():
        _exchange_entries(new, current.resolve(), first, removable)
    elif not current.exists():
        try:
            new.rename(current)
        except OSError as error:
            if error.errno != errno.EXDEV:
                raise
            current.mkdir()  # `new` lies on another disk
            _exchange_entries(new, current, first, removable)
    elif not _exchange(new, current):
        try:
            _rename_twice(new, current)
        except OSError as error:
            if error.errno not in _IMMOVABLE and os.access(current.parent, os.W_OK):
                raise  # somebody holds it
            remove(_journal(new))
            _exchange_entries(new, current, first, removable)


def is_cut_off(new: Path, current: Path) -> bool:
    """Whether a swap was begun and never ended."""
    return _journal(new).exists() or (current / NEXT_SUFFIX).exists()


def recover(new: Path, current: Path) -> None:
    """Complete or undo a swap that was cut off between two renames."""
    staged = current / NEXT_SUFFIX
    for part in sorted(staged.iterdir()) if staged.is_dir() else ():
        place = current / part.name.removesuffix(_OLD)
        if not place.exists():
            part.rename(place)
    remove(staged)
    journal, old = _journal(new), _old(new)
    if not journal.exists():
        return
    if not current.exists():
        whole = next((folder for folder in (new, old) if folder.is_dir()), None)
        if whole:
            whole.rename(current)
    remove(old)
    remove(journal)


def _exchange(new: Path, current: Path) -> bool:
    """Whether the system could exchange the two in one call."""
    if sys.platform != "linux":
        return False
    import ctypes

    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if call is None:
        return False
    first, second = bytes(new), bytes(current)
    return bool(call(_AT_FDCWD, first, _AT_FDCWD, second, _RENAME_EXCHANGE) == 0)


def _rename_twice(new: Path, current: Path) -> None:
    journal, old = _journal(new), _old(new)
    remove(old)
    remove(journal)
    journal.write_text("swap", encoding="utf-8")
    current.rename(old)
    try:
        new.rename(current)
    except OSError:
        old.rename(current)
        raise
    old.rename(new)
    journal.unlink()


def _exchange_entries(new: Path, current: Path, first: str, gone: Collection[str]) -> None:
    staged = current / NEXT_SUFFIX
    remove(staged)
    _bring(new, staged)
    names = {path.name for path in staged.iterdir()}
    for name in sorted(names, key=lambda name: (name != first, name)):
        _put(staged / name, current / name)
    for name in {*gone} - names:
        remove(current / name)
    remove(staged)


def _bring(new: Path, staged: Path) -> None:
    """Move a folder, onto another disk if need be: whole, or not at all.

    Raises:
        OSError: that disk is full, say; `shutil.move` would not tell which error it was.
    """
    try:
        new.rename(staged)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        try:
            for name in below(new):
                make_folder((staged / name).parent)
                shutil.copy2(new / name, staged / name)
        except OSError:
            remove(staged)
            raise
        remove(new)


def _put(new: Path, current: Path) -> None:
    """Put a file or folder in the place of another."""
    if not current.exists():
        new.rename(current)
    elif not _exchange(new, current):
        old = _old(new)
        current.rename(old)
        new.rename(current)


def _journal(new: Path) -> Path:
    return new.with_name(f"{new.name}.swap")


def _old(new: Path) -> Path:
    return new.with_name(new.name + _OLD)
