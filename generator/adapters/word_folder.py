"""Word documents of pieces in the user's data folder: nobody's original is lost, nor what left.

A file each: a line of JSON that says what it is, and then its bytes.
"""

import json
import os
from contextlib import suppress
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from generator.adapters.clock import SystemClock
from generator.adapters.disk import write
from generator.adapters.history import data_folder, make_private
from generator.adapters.opening import content
from generator.model.artifact import digest_of
from generator.model.word_copy import WordCopy
from generator.vietnamese.slugs import slugify

MOST = 15
"""Documents of a piece that left or came back; those that pieces were made of stay all."""
_END = ".word"


class FolderWordCopies:
    """The documents of the workspace `root`."""

    def __init__(self, root: Path, folder: Path | None = None) -> None:
        """Nothing is read or written yet."""
        name = slugify(root.name)[:40] or "loa"
        seal = sha256(os.fsencode(root.resolve())).hexdigest()[:12]
        self._folder = (folder or data_folder()) / "word" / f"{name}-{seal}"

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
        """Those of a piece, the newest first; what is damaged is none."""
        place = self._of(path)
        found = (self._read(each) for each in sorted(place.glob(f"*{_END}")))
        return sorted(filter(None, found), key=lambda each: each.when, reverse=True)

    def drop(self, path: str, key: str) -> None:
        """It is kept no more."""
        if key.isalnum():
            (self._of(path) / f"{key}{_END}").unlink(missing_ok=True)

    def _of(self, path: str) -> Path:
        return self._folder / digest_of(path)[:32]

    def _read(self, place: Path) -> WordCopy | None:
        with suppress(OSError, ValueError, KeyError, TypeError):
            head, _, data = content(place, self._folder).partition(b"\n")
            told = json.loads(head)
            when = datetime.fromisoformat(told["when"])
            return WordCopy(told["way"], told["name"], data, when, told["text"])
        return None
