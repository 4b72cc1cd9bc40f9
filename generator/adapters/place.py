"""Where the workspace is; nothing heavy is imported, since every command asks this first."""

from pathlib import Path

MARKER = "mkdocs.yml"


def find_workspace(start: Path) -> Path | None:
    """The nearest folder from `start` upwards that has `mkdocs.yml` and `campaigns/`."""
    return next(
        (
            p
            for p in (start, *start.parents)
            if (p / MARKER).is_file() and (p / "campaigns").is_dir()
        ),
        None,
    )


class PlaceError(Exception):
    """The results cannot be put where they are to lie, for a reason that a person can mend.

    `message` is a msgid, `details` fill it.
    """

    def __init__(self, message: str, **details: object) -> None:
        super().__init__(message)
        self.message, self.details = message, details
