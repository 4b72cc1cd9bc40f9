"""The folder of `loa export`: made whole beside, then exchanged; nothing of others is touched."""

from pathlib import Path

from generator.adapters.disk import remove, write
from generator.adapters.opening import content
from generator.adapters.workspace_folder import PlaceError

DEFAULT = "build/export"
NOT_EMPTY = (
    "“{name}” holds files that loa export did not make: {files}. "
    "Name an empty folder or a new one. Nothing was changed."
)
NO_FOLDER = "“{name}” is no folder. Name an empty folder or a new one. Nothing was changed."
READ = (
    "“{name}” lies where loa reads or makes something else. "
    "Name a folder outside of {folders}. Nothing was changed."
)
_TAKEN = ("content", "campaigns", "assets", "dist", "build", ".loa")
"""Folders of a workspace that hold something else, but for `build/export`."""
_NAMED = 5


class ExportFolder:
    """A folder that is new, empty or made by `loa export` before.

    Raises:
        PlaceError: it holds files of others, or is to lie among those of the workspace.
    """

    def __init__(self, folder: Path, root: Path, settings: str, first_line: str) -> None:
        """`settings` names the file that bears our mark, its first line."""
        self.folder, self._settings = folder.absolute(), settings
        self._beside = self.folder / ".part"
        place, home = self.folder.resolve(), root.resolve()
        inside = place.relative_to(home).parts if place.is_relative_to(home) else ()
        if inside and inside[0] in _TAKEN and "/".join(inside) != DEFAULT:
            raise PlaceError(READ, name=folder, folders=", ".join(f"{name}/" for name in _TAKEN))
        if self.folder.is_symlink() and not self.folder.is_dir():
            raise PlaceError(NO_FOLDER, name=folder)
        if not self.folder.exists() or _is_ours(self.folder / settings, first_line):
            return
        if not self.folder.is_dir():
            raise PlaceError(NO_FOLDER, name=folder)
        if there := sorted(path.name for path in self.folder.iterdir()):
            raise PlaceError(NOT_EMPTY, name=folder, files=", ".join(there[:_NAMED]))

    def write(self, path: str, data: bytes) -> None:
        """Keep a file until all are there.

        Raises:
            PlaceError: no folder can be made there: the stick is out, say.
        """
        try:
            write(self._beside / path, (data,))
        except FileNotFoundError as error:
            raise PlaceError(NO_FOLDER, name=self.folder) from error

    def finish(self) -> None:
        """Put what was written in its place; what else lies in the folder stays."""
        names = sorted(path.name for path in self._beside.iterdir())
        names.sort(key=lambda name: name != self._settings)  # the mark first: who is cut off begins
        for name in names:  # anew
            remove(self.folder / name)
            (self._beside / name).rename(self.folder / name)
        remove(self._beside)

    def drop(self) -> None:
        """Leave everything as it was."""
        remove(self._beside)
        if self.folder.is_dir() and not any(self.folder.iterdir()):
            self.folder.rmdir()


def _is_ours(settings: Path, first_line: str) -> bool:
    line = f"{first_line}\n".encode()
    try:
        return content(settings, settings.parent, len(line)) == line
    except OSError:
        return False
