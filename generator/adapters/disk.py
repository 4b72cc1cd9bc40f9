"""How files are written, compared and linked, so that nobody ever sees half of one."""

import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from hashlib import file_digest, sha256
from pathlib import Path
from stat import S_ISREG
from typing import Any

from generator.adapters.opening import content

Mark = list[Any]
"""What is remembered of a file of ours: size in bytes, times, digest; or `UNKNOWN`."""
UNKNOWN: Mark = [-1]
MARK = "[size, time of writing, time of the last change, digest] or [-1]"
STAGED = f"path: [digest of the artifact, {MARK}]"
"""The shapes of a mark and of `build/staged.json`."""


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


def rewrite(path: Path, before: bytes, after: bytes) -> bool:
    """Write a file anew if it still holds what was read, with its permissions; else leave it."""
    real = path.resolve()
    if content(real, real.parent) != before:
        return False
    beside = real.with_name(f"{real.name}.part")
    beside.write_bytes(after)
    shutil.copymode(real, beside)
    beside.replace(real)
    return True


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


def write_state(path: Path, shape: str, value: object) -> None:
    """Keep what a later run is to know, under a seal of its content and of its `shape`."""
    kept = json.dumps(value, sort_keys=True).encode()
    write(path, (b'{"seal": "%b",\n"state": ' % _seal(shape, kept), kept, b"}\n"))


def read_state(path: Path, shape: str) -> Any:  # noqa: ANN401 - what was kept has that shape
    """What `write_state` kept; None of what is lost, broken, foreign or of another shape."""
    try:
        head, _, rest = content(path, path.parent).partition(b"\n")
    except OSError:
        return None
    kept = rest.removeprefix(b'"state": ').removesuffix(b"}\n")
    return json.loads(kept) if head == b'{"seal": "%b",' % _seal(shape, kept) else None


def _seal(shape: str, kept: bytes) -> bytes:
    return sha256(shape.encode() + b"\n" + kept).hexdigest().encode()


def replace_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make a folder hold exactly these files."""
    remove(folder)
    for name, data in files.items():
        write(folder / name, (data,))


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


def times(path: Path) -> list[int]:
    """Size in bytes and times of a file; [] if it is gone, or no file.

    The second time is that at which the system last changed anything of the file: whoever writes
    it and sets the first one back cannot set that. A further name for the file (`link`) changes it.
    """
    try:
        status = path.lstat()
    except OSError:
        return []
    marks = [status.st_size, status.st_mtime_ns, status.st_ctime_ns]
    return marks if S_ISREG(status.st_mode) else []


def mark(path: Path) -> Mark:
    """What to remember of a file that was just written."""
    return [*times(path), digest(path)]


def is_marked(path: Path, known: Mark) -> bool:
    """Whether a file is what it was, by size and times; where a time differs, by its content."""
    now = times(path)
    if not now or now[0] != known[0]:
        return False
    return now == known[:3] or digest(path) == known[3]


def digest(path: Path) -> str:
    """A SHA-256 of the content of a file of ours."""
    with path.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()


def link(source: Path, target: Path) -> None:
    """The same file under a second name; a copy where the disk knows no such thing."""
    make_folder(target.parent)
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
