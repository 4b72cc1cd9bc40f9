"""What the last whole build saw and said: while nothing has changed there is nothing to do.

Nothing heavy is imported here, so that such a build ends at once. A file is taken for unchanged by
its stamp; one that was written just before it was looked at, which a second writing within the
clock's tick could hide, by its content too. Any doubt is a change.
"""

import json
import os
import time
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from generator import __version__
from generator.adapters.engine import below, installation
from generator.adapters.file_stamp import FOLDER, Stamp, is_fresh, stamp
from generator.adapters.opening import content
from generator.adapters.store import FolderStore

InputStamps = dict[str, Stamp]
Transcript = list[tuple[str, str, bool]]
"""What was printed: plain, coloured, and whether on standard error."""

_KIND, _KEY = "run", "last"
_INPUTS = ("content", "campaigns", "assets")


class LastRun:
    """The record of the last whole build of a workspace."""

    def __init__(self, root: Path, store: FolderStore) -> None:
        self.root, self._store = root, store
        self._last: dict[str, Any] = json.loads(store.get(_KIND, _KEY) or "{}")

    def input_stamps(self) -> InputStamps:
        """All that a build reads: the workspace, the engine, its libraries and the language."""
        now, known = time.time_ns(), self._last.get("seen", {})
        paths = [str(self.root / "mkdocs.yml")]
        for folder in (self.root / name for name in _INPUTS):
            paths += below(str(folder))
        state = {path: _state(path, self.root, now, known.get(path, [])) for path in paths}
        return state | {"": [__version__, installation(), os.environ.get("LOA_LANG")]}

    def transcript(
        self, state: InputStamps, names: Sequence[str], moment: datetime
    ) -> Transcript | None:
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
        self._store.replace(_KIND, {_KEY: ""}, {})
        self._store.save()

    def remember(
        self,
        state: InputStamps,
        names: Sequence[str],
        moment: datetime,
        until: datetime | None,
        transcript: Transcript,
    ) -> None:
        """Keep what a whole build saw when it began, made and said."""
        record = {
            "names": names,
            "seen": state,
            "results": self._results(),
            "moment": moment.isoformat(),
            "until": until.isoformat() if until else "",
            "said": transcript,
        }
        self._store.put(_KIND, _KEY, json.dumps(record))
        self._store.save()

    def _results(self) -> Mapping[str, Stamp]:
        return {path: stamp(path)[:3] for path in below(str(self.root / "dist"))}


def _state(path: str, inside: Path, now: int, known: Sequence[Any]) -> Stamp:
    """The stamp of a file, and a digest of its content where that may not tell a change."""
    found = stamp(path)
    if not found or found == FOLDER:
        return found
    doubtful = known[4] if list(known[:4]) == found else is_fresh(found, now)
    try:
        return [*found, _digest(path, inside) if doubtful else ""]
    except OSError:
        return []


def _digest(path: str, inside: Path) -> str:
    from hashlib import sha256

    return sha256(content(Path(path), inside)).hexdigest()
