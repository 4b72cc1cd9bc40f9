"""The print templates of the package, and those of a workspace that miss their names."""

from collections.abc import Collection, Iterable
from difflib import get_close_matches
from functools import cache
from importlib import resources

from generator.model.asset import Asset

FOLDER = "assets/print/"
_LIKE = 0.75  # of 1: names that are this much alike are one name misspelt


@cache
def default_names() -> tuple[str, ...]:
    """The files of the package, «banner-horizontal.typ»."""
    folder = resources.files("generator") / "templates" / "print"
    return tuple(sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".typ")))


def is_template(path: str) -> bool:
    """Whether a workspace's file is a print template of its own."""
    return path.startswith(FOLDER) and path.endswith(".typ")


def misspelt(path: str, called: Collection[str], others: Iterable[Asset]) -> str:
    """The default name that a template nearly bears; none when it is that, or something calls it.

    `called` are the templates that pieces name, `others` the other templates of the workspace.
    """
    name = path.removeprefix(FOLDER)
    if name in default_names() or name.removesuffix(".typ") in called:
        return ""
    near = get_close_matches(name, default_names(), 1, _LIKE)
    return near[0] if near and not any(_names(other, name) for other in others) else ""


def _names(asset: Asset, name: str) -> bool:
    with asset.open() as stream:
        return f'"{name}"'.encode() in stream.read()
