"""Where the workspace is; nothing heavy is imported, since every command asks this first."""

from os.path import lexists
from pathlib import Path

MARKER = "mkdocs.yml"
FOREIGN = (
    "“{name}” leads to {place}, where other files lie than loa's. Let it lead to an empty folder, "
    "or delete the link. Nothing was changed."
)


def find_workspace(start: Path) -> Path | None:
    """The nearest folder from `start` upwards that has `mkdocs.yml` and `campaigns/`.

    Whether they are what they should be is told later, with all that is wrong.
    """
    return next((p for p in (start, *start.parents) if all(map(lexists, _marks(p)))), None)


def _marks(folder: Path) -> tuple[Path, Path]:
    return folder / MARKER, folder / "campaigns"


class PlaceError(Exception):
    """The results cannot be put where they are to lie, for a reason that a person can mend.

    `message` is a msgid, `details` fill it.
    """

    def __init__(self, message: str, **details: object) -> None:
        super().__init__(message)
        self.message, self.details = message, details
