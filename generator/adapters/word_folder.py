"""Word documents of pieces in the user's data folder: nobody's original is lost, nor what left.

A file each: a line of JSON that says what it is, and then its bytes.
"""

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from generator.adapters.clock import SystemClock
from generator.adapters.disk import write
from generator.adapters.history import SqliteHistory, data_folder, make_private
from generator.adapters.opening import content
from generator.model.artifact import digest_of
from generator.model.revision import Revision
from generator.model.word_copy import WordCopy
from generator.vietnamese.slugs import slugify

MOST = 15
"""Documents of a piece that left or came back; those that pieces were made of stay all."""
_END, _PIECE = ".word", ".md"
_LOOKED_AT = 200  # versions of a piece


class FolderWordCopies:
    """The documents of the workspace `root`."""

    def __init__(self, root: Path, folder: Path | None = None) -> None:
        """Nothing is read or written yet."""
        name = slugify(root.name)[:40] or "loa"
        seal = sha256(os.fsencode(root.resolve())).hexdigest()[:12]
        self._folder = (folder or data_folder()) / "word" / f"{name}-{seal}"
        self._history = SqliteHistory(root, folder)

    def now(self) -> datetime:
        """The moment at which something comes or leaves."""
        return SystemClock().now()

    def put(self, path: str, copy: WordCopy) -> None:
        """Keep a document of the piece at a path, or of none: then its path is empty.

        Raises:
            OSError: the disk is full, or the system refuses.
        """
        place = self._of(path)
        for folder in (*reversed(self._folder.parents[:1]), self._folder, place):
            make_private(folder)
        about = {"way": copy.way, "name": copy.name, "when": copy.when.isoformat()}
        head = json.dumps({**about, "text": copy.text}).encode()
        write(place / f"{copy.key}{_END}", (head, b"\n", copy.data))
        for old in [each for each in self.copies(path) if each.way != "came"][MOST:]:
            self.drop(path, old.key)

    def copies(self, path: str) -> list[WordCopy]:
        """Those of a piece, the newest first; what is damaged is none.

        Those that it had under another name are its own, whoever gave it this one.
        """
        places = [self._of(path)]
        if path and self._folder.is_dir():
            places += [self._of(each) for each in former_paths(self._history, path)]
        found = (self._read(file) for place in places for file in sorted(place.glob(f"*{_END}")))
        return sorted(filter(None, found), key=lambda each: each.when, reverse=True)

    def drop(self, path: str, key: str) -> None:
        """It is kept no more."""
        if key.isalnum():
            for each in (path, *(former_paths(self._history, path) if path else ())):
                (self._of(each) / f"{key}{_END}").unlink(missing_ok=True)

    def _of(self, path: str) -> Path:
        return self._folder / digest_of(path)[:32]

    def _read(self, place: Path) -> WordCopy | None:
        with suppress(OSError, ValueError, KeyError, TypeError):
            head, _, data = content(place, self._folder).partition(b"\n")
            told = json.loads(head)
            when = datetime.fromisoformat(told["when"])
            return WordCopy(told["way"], told["name"], data, when, told["text"])
        return None


def former_paths(history: SqliteHistory, path: str) -> list[str]:
    """Where a piece lay before it was renamed, and where it came back from; each once."""
    found, left = [path], [path]
    while left:
        now = left.pop()
        for version in history.versions(_LOOKED_AT, now):
            found_here = _origin(version.changeset.revisions, now) if version.is_saved else ""
            if found_here and found_here not in found:
                found.append(found_here)
                left.append(found_here)
    return found[1:]


def _origin(revisions: Sequence[Revision], path: str) -> str:
    """The piece whose file went as the one at a path came; none where it was new, or many went."""
    came = [r.path for r in revisions if r.before is None and r.path.endswith(_PIECE)]
    went = [r.path for r in revisions if r.after is None and r.path.endswith(_PIECE)]
    return went[0] if came == [path] and len(went) == 1 else ""
