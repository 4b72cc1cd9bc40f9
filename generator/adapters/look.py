"""How the site looks: theme overrides, style sheet, script and fonts, from the package's templates."""

from collections.abc import Iterator
from functools import cache, partial
from importlib import resources
from importlib.metadata import version
from importlib.resources.abc import Traversable

from generator.adapters.webfonts import WEIGHTS, webfonts
from generator.model.artifact import Artifact, Audience, digest_of, ready

_TEMPLATES = resources.files("generator") / "templates" / "site"


def theme() -> dict[str, bytes]:
    """The theme overrides by their path."""
    return dict(_files(_TEMPLATES / "overrides"))


def look() -> list[Artifact]:
    """What pages load beside their text: style sheet, script, emblem and fonts."""
    assets = [ready(f"assets/{name}", data) for name, data in _files(_TEMPLATES / "assets")]
    versions = digest_of(*(version(name) for name in ("fontpkg-be-vietnam-pro", "fonttools")))
    names = [*(f"be-vietnam-pro-{weight}.woff2" for weight in WEIGHTS), "OFL.txt"]
    fonts = [
        Artifact(
            f"assets/fonts/{name}",
            Audience.PUBLIC,
            digest_of(
                name, versions, (resources.files("generator.adapters") / "webfonts.py").read_bytes()
            ),
            partial(_font, name),
        )
        for name in names
    ]
    return assets + fonts


@cache
def _fonts() -> dict[str, bytes]:
    return webfonts()


def _font(name: str) -> Iterator[bytes]:
    yield _fonts()[name]


def _files(folder: Traversable, prefix: str = "") -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _files(entry, f"{prefix}{entry.name}/")
        elif not entry.name.startswith("."):
            yield f"{prefix}{entry.name}", entry.read_bytes()
