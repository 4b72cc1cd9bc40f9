"""Where the workspace is; nothing heavy is imported, since every command asks this first."""

from os.path import lexists
from pathlib import Path

MARKER, _CAMPAIGNS = "mkdocs.yml", "campaigns"
FOREIGN = (
    "“{name}” leads to {place}, where other files lie than loa's. Let it lead to an empty folder, "
    "or delete the link. Nothing was changed."
)


def find_workspace(start: Path) -> Path | None:
    """The nearest folder from `start` upwards that has `mkdocs.yml` and `campaigns/`.

    Whether they are what they should be is told later, with all that is wrong.
    """
    return next((p for p in (start, *start.parents) if _is_workspace(p)), None)


def _is_workspace(folder: Path) -> bool:
    if lexists(folder / _CAMPAIGNS):
        return lexists(folder / MARKER) or any(map(_is_marker, folder.glob("[Mm][Kk]*.*")))
    return lexists(folder / MARKER) and any(map(_is_campaigns, folder.glob("[Cc]*")))


def _is_campaigns(path: Path) -> bool:
    """Whether a folder is called nearly like that of the plans: «Campaigns», «campaign»."""
    from generator.source.strays import folder_meant

    return path.is_dir() and folder_meant(path.name) == _CAMPAIGNS


def _is_marker(path: Path) -> bool:
    """Whether a file is called nearly like the marker: «Mkdocs.yml», «mkdocs.yaml»."""
    return path.name.casefold() in {MARKER, "mkdocs.yaml", f"{MARKER}.txt"}


class PlaceError(Exception):
    """The results cannot be put where they are to lie, for a reason that a person can mend.

    `message` is a msgid, `details` fill it.
    """

    def __init__(self, message: str, **details: object) -> None:
        super().__init__(message)
        self.message, self.details = message, details
