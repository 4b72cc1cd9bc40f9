"""What the last whole build saw and said: while nothing has changed there is nothing to do.

Nothing heavy is imported here, so that such a build ends at once. A file is taken for unchanged by
its size, times and number on the disk; one that was written just before it was looked at, which a
second writing within the clock's tick could hide, by its content too. Any doubt is a change.
"""

import os
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import cache
from hashlib import sha256
from pathlib import Path
from stat import S_ISDIR
from typing import Any

from generator import __version__
from generator.adapters.disk import read_state, remove, write_state
from generator.adapters.libraries import installed
from generator.adapters.opening import content

Seen = dict[str, list[Any]]
Said = list[tuple[str, str, bool]]
"""What was printed: plain, coloured, and whether on standard error."""

_SHAPE = "names, seen {path: state}, results {path: size and times}, moment, until, said"
_TICK = 2_000_000_000  # nanoseconds: no file system's clock is coarser (FAT)
_INPUTS = ("content", "campaigns", "assets")
_RESULTS = ("dist", "build/docs")
_ENGINE = Path(__file__).parents[1]


class LastRun:
    """The record `build/lastrun.json` of a workspace."""

    def __init__(self, root: Path) -> None:
        self.root, self._path = root, root / "build" / "lastrun.json"
        self._last = read_state(self._path, _SHAPE) or {}

    def seen(self) -> Seen:
        """All that a build reads: the workspace, the engine, its libraries and the language."""
        now = time.time_ns()
        known = self._last.get("seen", {})
        paths = [str(self.root / "mkdocs.yml")]
        for folder in (self.root / name for name in _INPUTS):
            paths += _below(str(folder))
        state = {path: _state(path, self.root, now, known.get(path, [])) for path in paths}
        ours = _below(str(_ENGINE))
        state |= {path: _state(path, _ENGINE, now, known.get(path, [])) for path in ours}
        return state | {"": [__version__, sys.version, os.environ.get("LOA_LANG"), *installed()]}

    def said(self, state: Seen, names: Sequence[str], moment: datetime) -> Said | None:
        """What the last build said if another one at this moment would do the same, else None."""
        last = self._last
        same = list(names) == last.get("names") and last.get("seen") == state
        if not same or last["results"] != self._results():
            return None
        until = last["until"] and datetime.fromisoformat(last["until"])
        began = datetime.fromisoformat(last["moment"])
        same_day = began.date() == moment.astimezone(began.tzinfo).date()  # deadlines count days
        if not same_day or moment < began or (until and moment >= until):
            return None
        return [(plain, coloured, err) for plain, coloured, err in last["said"]]

    def forget(self) -> None:
        """From now on a build has to look at everything."""
        remove(self._path)

    def remember(
        self,
        state: Seen,
        names: Sequence[str],
        moment: datetime,
        until: datetime | None,
        said: Said,
    ) -> None:
        """Keep what a whole build saw when it began, made and said."""
        record = {
            "names": names,
            "seen": state,
            "results": self._results(),
            "moment": moment.isoformat(),
            "until": until.isoformat() if until else "",
            "said": said,
        }
        write_state(self._path, _SHAPE, record)

    def _results(self) -> Mapping[str, list[Any]]:
        folders = (str(self.root / name) for name in _RESULTS)
        return {path: _state(path, self.root)[:3] for folder in folders for path in _below(folder)}


@cache
def engine() -> str:
    """Names this very engine: its files, the libraries beside it, Python."""
    marks = (f"{path} {_state(path, _ENGINE)[:2]}" for path in sorted(_below(str(_ENGINE))))
    return sha256("\n".join([*marks, sys.version, *installed()]).encode()).hexdigest()


def _below(folder: str) -> Iterator[str]:
    """Every file and folder below; `os` itself, for this is all that a quick build does."""
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.name != "__pycache__":
            yield entry.path
            if entry.is_dir(follow_symlinks=False):
                yield from _below(entry.path)


def _state(path: str, inside: Path, now: int = 0, known: Sequence[Any] = ()) -> list[Any]:
    """Size, times and number of a file, and its content where those may not tell a change.

    A folder is only known to be one; of what cannot be read nothing is known.
    """
    try:
        status = os.stat(path)  # noqa: PTH116
        if S_ISDIR(status.st_mode):
            return ["folder"]
        marks = [status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino]
        fresh = now and max(marks[1:3]) > now - _TICK
        doubtful = known[4] if list(known[:4]) == marks else fresh
        return [*marks, sha256(content(Path(path), inside)).hexdigest() if doubtful else ""]
    except OSError:
        return []
