"""The print templates of the package, and those of a workspace that miss their names."""

from collections.abc import Collection, Iterable
from difflib import get_close_matches
from functools import cache
from importlib import resources

from generator.media import media
from generator.model.asset import Asset

FOLDER = "assets/print/"
_NO_PIECE = frozenset({"icon.typ", "picture.typ", "run-list.typ", "wall-calendar.typ"})
_LIKE = 0.75  # of 1: names that are this much alike are one name misspelt


@cache
def default_names() -> tuple[str, ...]:
    """The files of the package, «banner-horizontal.typ»."""
    folder = resources.files("generator") / "templates" / "print"
    return tuple(sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".typ")))


@cache
def shared_names() -> frozenset[str]:
    """Those of them that every piece is drawn with, whatever its own template: «common.typ»."""
    whole = {f"{name}.typ" for each in media().values() for name in each.templates}
    every = frozenset(default_names()) - whole - _NO_PIECE
    return frozenset(name for name in every if not name.startswith("drawing-"))


def names_for(medium: str, files: Iterable[str]) -> tuple[str, ...]:
    """What pieces of a medium may name at `template:`: what is made for it, and what is their own.

    `files` are those of `assets/`. All that draw a piece are given for a medium that has none.
    """
    every = {name: each.templates for name, each in media().items()}
    fit = every.get(medium) or {name for names in every.values() for name in names}
    own = (path.removeprefix(FOLDER) for path in files if is_template(path))
    return tuple(sorted({*fit, *(_stem(name) for name in own if name not in default_names())}))


def is_there(name: str, files: Iterable[str]) -> bool:
    """Whether a piece of any medium can be drawn with the template of this name."""
    return name in names_for("", files)


def _stem(name: str) -> str:
    return name.removesuffix(".typ")


def is_template(path: str) -> bool:
    """Whether a workspace's file is a print template of its own."""
    return path.startswith(FOLDER) and path.endswith(".typ")


def misspelt(path: str, names: Collection[str], others: Iterable[Asset]) -> str:
    """The default name that a template nearly bears; none when it is that, or something calls it.

    `names` are the templates that pieces name, `others` the other templates of the workspace.
    """
    name = path.removeprefix(FOLDER)
    if name in default_names() or _stem(name) in names:
        return ""
    near = get_close_matches(_stem(name), [*map(_stem, default_names())], 1, _LIKE)
    return f"{near[0]}.typ" if near and not any(_names(other, name) for other in others) else ""


def _names(asset: Asset, name: str) -> bool:
    return f'"{name}"'.encode() in asset.read()
