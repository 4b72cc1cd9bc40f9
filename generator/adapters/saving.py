"""Files of a workspace exchanged for others: all or none, even if the machine stops in between.

Each new file is laid beside the one that it replaces. Then a journal is written, the moment from
which on all are exchanged: by whoever comes next, if need be.
"""

import os
import shutil
import sys
import time
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from errno import EACCES
from pathlib import Path
from stat import S_IWRITE

from generator.adapters.disk import read_json, write_json
from generator.adapters.opening import SYMLINK, ClosedError, content
from generator.model.artifact import digest_of
from generator.model.revision import Revision

JOURNAL = "build/edit.json"
_PATIENCE = (0.0, 0.05, 0.1, 0.2, 0.4)  # seconds; on Windows a scanner may hold a file that long


def save(root: Path, revisions: Sequence[Revision], remember: Callable[[], object]) -> list[str]:
    """Write all of them if each file still is what it was before; whoever calls holds the lock.

    Returns the paths of those that somebody has changed meanwhile: then nothing is written. What
    `remember` does comes before anything is exchanged.

    Raises:
        OSError: the system refuses, such as a file that another program holds; its `filename` is
            the file that was to be written, and all are as they were.
    """
    places = {each.path: _place(root, each.path) for each in revisions}
    changed = [each.path for each in revisions if content_of(root, each.path) != each.before]
    if changed:
        return changed
    steps = [_step(each) for each in revisions]
    try:
        for each in revisions:
            _stage(places[each.path], each.after)
        remember()
        write_json(root / JOURNAL, {"steps": steps})
    except BaseException:
        _clear(places.values())
        raise
    try:
        left = [path for step in steps for path in _finish(root, *step)]
    except OSError:
        _take_back(root, revisions)
        _end(root)
        raise
    _end(root)
    return left


def _take_back(root: Path, revisions: Sequence[Revision]) -> None:
    """Whoever is told that nothing was written finds all as it was, now and later."""
    for each in revisions:
        place = _place(root, each.path)
        if content_of(root, each.path) == each.after != each.before:
            _stage(place, each.before)
            _exchange(place, is_gone=each.before is None)
        _clear([place])


def content_of(root: Path, path: str) -> bytes | None:
    """What is in a file of a workspace; None where nothing lies."""
    place = _place(root, path)
    return content(place, root) if os.path.lexists(place) else None


def is_cut_off(root: Path) -> bool:
    """Whether an exchange was begun and never ended."""
    return (root / JOURNAL).is_file()


def recover(root: Path) -> list[str]:
    """Finish an exchange that was cut off; the lock is held.

    Returns the paths of what stays as it is: somebody has changed it since, or the system refuses.
    """
    steps = read_json(root / JOURNAL).get("steps")
    left = []
    for step in filter(_is_step, steps if isinstance(steps, list) else ()):
        try:
            left += _finish(root, *step)
        except OSError:
            left.append(step[0])
    _end(root)
    return left


def _is_step(step: object) -> bool:
    return isinstance(step, list) and [*map(type, step)] == [str, str, str]


def _step(revision: Revision) -> list[str]:
    """A line of the journal: the path, and the digests of what was there and is to be there."""
    return [revision.path, _digest(revision.before), _digest(revision.after)]


def _digest(data: bytes | None) -> str:
    return "" if data is None else digest_of(data)


def _finish(root: Path, path: str, before: str, after: str) -> list[str]:
    """Exchange a file that is not yet; the path of one that is neither the old nor the new one."""
    place, state = _place(root, path), _digest(content_of(root, path))
    if state == before != after:
        _exchange(place, is_gone=not after)
    _clear([place])
    return [path] if state not in {before, after} else []


def _end(root: Path) -> None:
    (root / JOURNAL).unlink(missing_ok=True)


def _place(root: Path, path: str) -> Path:
    """Where a file lies: names on disk may be decomposed.

    Raises:
        ClosedError: it would lie outside.
    """
    place = root
    for part in path.split("/"):
        there = place / part
        if not os.path.lexists(there) and place.is_dir():
            same = (each for each in sorted(place.iterdir()) if _composed(each.name) == part)
            there = next(same, there)
        place = there
    if not place.resolve().is_relative_to(root.resolve()) or ".git" in Path(path).parts:
        raise ClosedError(place, SYMLINK)
    return place


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def _beside(place: Path) -> Path:
    """Hidden, so that nobody takes it for a file of the author's; beside the file, not a link."""
    return place.resolve().with_name(f".{place.resolve().name}.loa")


def _stage(place: Path, data: bytes | None) -> None:
    """Lay a file beside its place, safe on the disk."""
    try:
        _see_that_it_is_open(place)
        if data is None:
            return
        place.parent.mkdir(parents=True, exist_ok=True)
        with _beside(place).open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if place.exists():
            shutil.copymode(place, _beside(place))
    except OSError as error:
        error.filename = str(place)
        raise


def _see_that_it_is_open(place: Path) -> None:
    """A file that is only to be read stays, though its folder would let it be exchanged."""
    if place.exists() and not (
        place.stat().st_mode & S_IWRITE and os.access(place.parent, os.W_OK)
    ):
        raise OSError(EACCES, os.strerror(EACCES))


def _exchange(place: Path, *, is_gone: bool) -> None:
    for seconds in _PATIENCE:
        time.sleep(seconds)
        try:
            place.unlink() if is_gone else _beside(place).replace(place.resolve())
        except PermissionError as error:
            error.filename = str(place)
            if sys.platform != "win32" or seconds == _PATIENCE[-1]:
                raise
        else:
            break
    if is_gone:
        with suppress(OSError):  # others lie in that folder
            place.parent.rmdir()


def _clear(places: Iterable[Path]) -> None:
    for place in places:
        _beside(place).unlink(missing_ok=True)
