"""How the site looks: theme overrides, style sheet, script, fonts, from the package's templates."""

from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from generator.model.artifact import Artifact, ready

_STYLES = "assets/stylesheets"
_TEMPLATES = resources.files("generator") / "templates" / "site"


def theme(own: Path) -> dict[str, bytes]:
    """The theme overrides by their path; those of the folder `own` stand before the package's."""
    ours = {"base.html": _frame(), **_styles(), **dict(_files(_TEMPLATES / "overrides"))}
    return ours | dict(_files(own) if own.is_dir() else ())


def _styles() -> dict[str, bytes]:
    """The style sheets that the frame names, for whoever builds what is staged without Material."""
    styles = _files(_material() / _STYLES, f"{_STYLES}/")
    return {name: data for name, data in styles if name.endswith(".css")}


def _material() -> Traversable:
    return resources.files("material") / "templates"


def _frame() -> bytes:
    """Material's frame of a page, with check boxes as HTML allows them."""
    frame = (_material() / "base.html").read_bytes()
    return frame.replace(b' autocomplete="off">', b">")


def look() -> list[Artifact]:
    """What pages load beside their text: style sheet, script, emblem and fonts."""
    return [ready(f"assets/{name}", data) for name, data in _files(_TEMPLATES / "assets")]


def _files(folder: Traversable | Path, prefix: str = "") -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _files(entry, f"{prefix}{entry.name}/")
        elif not entry.name.startswith("."):
            yield f"{prefix}{entry.name}", entry.read_bytes()
