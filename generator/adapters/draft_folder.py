"""Drafts of a workspace in the user's data folder: a file each, exchanged whole and safe on disk.

What cannot be written is kept in memory as long as the program runs, and that is told. A damaged
file is told, laid beside, and never in anybody's way.
"""

import json
import os
from base64 import b64decode, b64encode
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from generator.adapters.history import data_folder, make_private
from generator.adapters.opening import content
from generator.model.artifact import digest_of
from generator.model.draft import Draft, seal_of
from generator.vietnamese.slugs import slugify

if TYPE_CHECKING:
    from collections.abc import Mapping

DAMAGED_DRAFT = (
    "What was typed and not saved cannot be read in {file}: the file is damaged. It is left beside "
    "the others as it is."
)
UNSAFE_DRAFT = (
    "What you type cannot be written to {file} now: the disk is full, or another program holds it. "
    "Leave this window open, make room, and go on typing; then it is written."
)
TOO_MANY_DRAFTS = (
    "So many texts are typed and not saved that no more are kept: {file}. Save or drop some."
)
TROUBLES = (DAMAGED_DRAFT, UNSAFE_DRAFT, TOO_MANY_DRAFTS)
MOST = 500
"""Drafts of a workspace; who has more has forgotten them."""
_END = ".draft"


class FolderDrafts:
    """The drafts of the workspace `root`, in a folder for the user's data."""

    def __init__(self, root: Path, folder: Path | None = None) -> None:
        """Nothing is read or written yet."""
        self.troubles: list[tuple[str, Mapping[str, str]]] = []
        name = slugify(root.name)[:40] or "loa"
        seal = sha256(os.fsencode(root.resolve())).hexdigest()[:12]
        self._folder = (folder or data_folder()) / "drafts" / f"{name}-{seal}"
        self._unwritten: dict[str, Draft] = {}

    def get(self, path: str) -> Draft | None:
        """The draft of a file, whole and undamaged."""
        return self._unwritten.get(path) or self._read(self._place(path), path)

    def put(self, draft: Draft) -> bool:
        """Keep it; whether it is on the disk."""
        place = self._place(draft.path)
        try:
            make_private(self._folder.parent)
            make_private(self._folder)
            is_kept = place.exists() or len(self.paths()) < MOST
            if is_kept:
                _exchange(place, _record(draft))
        except OSError:
            is_kept = False
            self._tell(UNSAFE_DRAFT, place)
        else:
            if not is_kept:
                self._tell(TOO_MANY_DRAFTS, self._folder)
        if is_kept:
            self._unwritten.pop(draft.path, None)
            self.troubles = [each for each in self.troubles if each[1]["file"] != str(place)]
        else:
            self._unwritten[draft.path] = draft
        return is_kept

    def drop(self, path: str) -> None:
        """There is no draft of this file any more."""
        self._unwritten.pop(path, None)
        with suppress(FileNotFoundError):
            self._place(path).unlink()

    def paths(self) -> list[str]:
        """The files of which there are drafts, those first that are in memory only."""
        places = sorted(self._folder.glob(f"*{_END}")) if self._folder.is_dir() else []
        read = (self._read(place) for place in places)
        return list(dict.fromkeys([*self._unwritten, *(each.path for each in read if each)]))

    def _place(self, path: str) -> Path:
        return self._folder / f"{digest_of(path)[:32]}{_END}"

    def _read(self, place: Path, path: str | None = None) -> Draft | None:
        try:
            draft = _draft(content(place, self._folder))
        except FileNotFoundError:
            return None
        except OSError:
            self._tell(UNSAFE_DRAFT, place)
            return None
        if draft and path in {None, draft.path}:
            return draft
        self._set_aside(place)
        return None

    def _set_aside(self, place: Path) -> None:
        """A damaged file is kept under another name, so that a new one can be begun."""
        number = 1
        while os.path.lexists(aside := place.with_name(f"{place.stem}.{number}.damaged")):
            number += 1
        with suppress(OSError):
            place.rename(aside)
        self._tell(DAMAGED_DRAFT, aside)

    def _tell(self, message: str, file: Path) -> None:
        trouble = message, {"file": str(file)}
        if trouble not in self.troubles:
            self.troubles.append(trouble)


def _record(draft: Draft) -> bytes:
    base = None if draft.base is None else b64encode(draft.base).decode()
    said = {"path": draft.path, "base": base, "text": draft.text, "seal": draft.seal}
    return json.dumps(said).encode()


def _draft(data: bytes) -> Draft | None:
    """The draft of a file of ours; None of one that is damaged."""
    try:
        said = json.loads(data)
        base = None if said["base"] is None else b64decode(said["base"], validate=True)
        draft = Draft(str(said["path"]), base, str(said["text"]))
        is_whole = seal_of(draft.text.encode()) == said["seal"]
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    return draft if is_whole else None


def _exchange(place: Path, data: bytes) -> None:
    """Write beside, safe on the disk, then replace: a power cut leaves the old one or the new."""
    beside = place.with_suffix(".part")
    with beside.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    beside.replace(place)
