"""`dist` as it was published last: whether it is ours, and what of it nobody has touched."""

from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any

from generator.adapters.disk import below, link, read_json, remove
from generator.adapters.file_stamp import UNKNOWN, Stamp, is_marked, mark, stamp
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


class PublishedFolder:
    """The folder `dist`, with the marks of its files as they were published."""

    def __init__(self, folder: Path, marks: Mapping[str, Stamp]) -> None:
        self.folder, self.marks = folder, marks
        self.kept: dict[str, Stamp] = {}
        self._untouched: dict[str, bool] = {}

    def record(self) -> dict[str, Any]:
        """What stands in `edition.json`; nothing if somebody has touched it."""
        return read_json(self.folder / EDITION) if self.is_untouched(EDITION) else {}

    def is_untouched(self, path: str) -> bool:
        """Whether a file is what was published; looked at once, before it gets a further name."""
        if path not in self._untouched:
            known = self.marks.get(path, UNKNOWN)
            self._untouched[path] = is_marked(self.folder / path, known)
        return self._untouched[path]

    def keep(self, path: str, new: Path) -> None:
        """Take a file over into the folder `new`; if it was harmed, a later build will see that."""
        self.kept[path] = self.marks[path] if self.is_untouched(path) else UNKNOWN
        link(self.folder / path, new / path)

    def keep_all(self, is_wanted: Callable[[str], bool], new: Path) -> list[str]:
        """Take over what is wanted of everything that lies there; gives the paths."""
        kept = [path for path in below(self.folder) if path != EDITION and is_wanted(path)]
        for path in kept:
            self.keep(path, new)
        return kept

    def exchange(self, new: Path) -> dict[str, Stamp]:
        """Put the folder `new` in its place; gives the marks of what is published now."""
        marks = {path: self.kept.get(path) or mark(new / path) for path in below(new)}
        swap(new, self.folder, EDITION, {path.partition("/")[0] for path in self.marks})
        remove(new)  # only then are there no further names of what was taken over
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
