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
