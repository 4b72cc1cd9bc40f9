"""`dist` as it was published last: whether it is ours, and what of it nobody has touched."""

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from generator.adapters.disk import below, read_json, remove
from generator.adapters.file_stamp import UNKNOWN, Stamp, is_marked, mark, stamp
from generator.adapters.spare import Spare
from generator.adapters.swap import NEXT_SUFFIX, swap
from generator.adapters.workspace_folder import FOREIGN, PlaceError
from generator.model.edition import Edition

EDITION = "edition.json"
NO_FOLDER = (
    "“{name}” leads to no folder. Make that folder, or delete the link; then again: loa build"
)
A_FILE = "“{name}” is a file, but the results need a folder of that name. Rename it."
OTHERS = (
    "“{name}” holds files that are not loa's: {files}. Move them elsewhere; then again: loa build. "
    "Nothing was changed."
)
_OURS = frozenset({EDITION, NEXT_SUFFIX, "report"})
"""What only loa lays into `dist`, even where the last swap was cut off."""
_NAMED = 5
_NONE = -1  # the number of no file


class PublishedFolder:
    """The folder `dist`, with the marks of its files as they were published."""

    def __init__(self, folder: Path, marks: Mapping[str, Stamp]) -> None:
        self.folder, self.marks = folder, marks
        self.kept: dict[str, Stamp] = {}
        self._stamps: dict[str, Stamp] = {}
        self._untouched: dict[str, bool] = {}
        self._renewed: set[str] = set()

    @cached_property
    def paths(self) -> Collection[str]:
        """Every file that lies there."""
        return [*below(self.folder)]

    def record(self) -> dict[str, Any]:
        """What stands in `edition.json`; nothing if somebody has touched it."""
        return read_json(self.folder / EDITION) if self.is_untouched(EDITION) else {}

    def is_untouched(self, path: str) -> bool:
        """Whether a file is what was published; looked at once, before it gets a further name."""
        if path not in self._untouched:
            known = self.marks.get(path, UNKNOWN)
            self._stamps[path] = stamp(self.folder / path)
            self._untouched[path] = is_marked(self.folder / path, known, self._stamps[path])
        return self._untouched[path]

    def keep(self, path: str, spare: Spare) -> None:
        """Take a file over into the spare; if it was harmed, a later build will see that."""
        known = self.marks[path] if self.is_untouched(path) else UNKNOWN
        now = self._stamps[path]
        is_new = spare.take(path, self.folder / path, now[3] if now else _NONE)
        if is_new or known[:4] != now:
            self._renewed.add(path)
        self.kept[path] = known

    def keep_all(self, is_wanted: Callable[[str], bool], spare: Spare) -> list[str]:
        """Take over what is wanted of everything that lies there; gives the paths."""
        kept = [path for path in self.paths if path != EDITION and is_wanted(path)]
        for path in kept:
            self.keep(path, spare)
        return kept

    def exchange(self, spare: Spare, new_paths: Iterable[str]) -> dict[str, Stamp]:
        """Put the spare in its place, which holds what is kept and what is new.

        Gives the marks of what is published now, of all that has another one than before.
        """
        new = spare.folder
        marks = {path: mark(new / path) for path in new_paths}
        swap(new, self.folder, EDITION, {path.partition("/")[0] for path in self.marks})
        if not spare.is_linked:
            remove(new)  # it would double what lies on the disk
        moved = self._renewed if new.exists() else self.kept
        marks |= {path: self.kept[path] for path in moved}
        return {path: _renewed(known, stamp(self.folder / path)) for path, known in marks.items()}


def see_that_it_is_ours(folder: Path, last_paths: Collection[str]) -> None:
    """Whatever an author has put in the place of `dist` is not replaced without a word.

    `last_paths` are those below it that were published last. Without an edition every other file
    is somebody's, however the folder is called in which it lies.

    Raises:
        PlaceError: it is a file, a link to nothing, or a folder of others.
    """
    linked = folder.is_symlink()
    if linked and not folder.is_dir():
        raise PlaceError(NO_FOLDER, name=folder.name)
    if folder.exists() and not folder.is_dir():
        raise PlaceError(A_FILE, name=folder.name)
    if not folder.exists() or Edition.read(read_json(folder / EDITION)):
        return
    if linked and any(folder.iterdir()):
        raise PlaceError(FOREIGN, name=folder.name, place=folder.resolve())
    there = (path for path in below(folder) if path.partition("/")[0] not in _OURS)
    if others := [path for path in there if path not in last_paths]:
        raise PlaceError(OTHERS, name=folder.name, files=", ".join(others[:_NAMED]))


def _renewed(known: Stamp, now: Stamp) -> Stamp:
    """The mark of a file after it was published; without times where somebody wrote meanwhile."""
    if known == UNKNOWN:
        return known
    return [*now, known[4]] if now[:2] == known[:2] else [known[0], 0, 0, 0, known[4]]
