"""The templates of the package, and those of a workspace that nothing reads."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from importlib import resources

from generator.media import media
from generator.model.asset import Asset
from generator.vietnamese.slugs import slugify

FOLDER = "assets/print/"
_NO_PIECE = frozenset(
    {"assessment.typ", "icon.typ", "picture.typ", "run-list.typ", "wall-calendar.typ"}
)
FOLDERS = (FOLDER, "assets/handoff/")
"""Where templates of a workspace lie, those of artwork and those of papers for partners."""
_OF_PAPERS = ("letter", "script", "form")
_LIKE = 0.75  # of 1: names that are this much alike are one name misspelt


@cache
def default_names(folder: str = FOLDER) -> tuple[str, ...]:
    """The files of the package that those of a folder replace, «banner-words.typ»."""
    ours = resources.files("generator") / "templates" / folder.split("/")[1]
    return tuple(sorted(entry.name for entry in ours.iterdir() if entry.name.endswith(".typ")))


@cache
def shared_names() -> frozenset[str]:
    """Those of them that every piece is drawn with, whatever its own template: «common.typ»."""
    whole = {f"{name}.typ" for names in _of_media().values() for name in names}
    every = frozenset(default_names()) - whole - _NO_PIECE
    return frozenset(name for name in every if not name.startswith("drawing-"))


def names_for(medium: str, files: Iterable[str]) -> tuple[str, ...]:
    """What pieces of a medium may name at `template:`: what is made for it, and what is their own.

    `files` are those of `assets/`. All that draw a piece are given for a medium that has none.
    """
    every = _of_media()
    fit = every.get(medium) or {name for names in every.values() for name in names}
    own = (path.removeprefix(FOLDER) for path in files if is_template(path))
    return tuple(sorted({*fit, *(_stem(name) for name in own if name not in default_names())}))


@cache
def _of_media() -> Mapping[str, tuple[str, ...]]:
    """What draws pieces of each medium that is printed: the files that are called like it."""
    printed = [name for name, each in media().items() if each.artwork]
    stems = [_stem(file) for file in default_names()]
    return {name: tuple(s for s in stems if s.startswith(f"{name}-")) for name in printed}


def layout_names(medium: str, files: Iterable[str]) -> tuple[str, ...]:
    """What pieces of a medium may name at `layout:`; `files` are those of `assets/`."""
    start = f"{medium}-"
    names = names_for(medium, files)
    return tuple(name.removeprefix(start) for name in names if name.startswith(start))


def is_there(name: str, files: Iterable[str]) -> bool:
    """Whether a piece of any medium can be drawn with the template of this name."""
    return name in names_for("", files)


def _stem(name: str) -> str:
    return name.removesuffix(".typ")


def is_template(path: str) -> bool:
    """Whether a workspace's file is a print template of its own."""
    return path.startswith(FOLDER) and path.endswith(".typ")


def stray_templates(
    template_names: Collection[str], assets: Mapping[str, Asset]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Templates of a workspace that nothing reads, each with the names that were meant.

    `template_names` are the files that pieces name, «rieng.typ»; a template may also bear the name
    of a default one, or be called by another template beside it.
    """
    for folder in FOLDERS:
        own = {path: one for path, one in assets.items() if _is_in(folder, path)}
        for path in own:
            name = path.removeprefix(folder)
            beside = (one for other, one in own.items() if other != path)
            is_read = name in (*template_names, *default_names(folder))
            if not is_read and not any(_calls(other, name) for other in beside):
                yield path, _meant(name, folder)


def _is_in(folder: str, path: str) -> bool:
    return path.startswith(folder) and path.casefold().endswith((".typ", ".typ.txt"))


def _calls(asset: Asset, name: str) -> bool:
    return f'"{name}"'.encode() in asset.read()


def _meant(name: str, folder: str) -> tuple[str, ...]:
    """The default names that are nearly this one or begin like it; else all that draw a page."""
    stem = slugify(name.casefold().removesuffix(".txt").removesuffix(".typ"))
    known = [_stem(each) for each in default_names(folder)]
    beginnings = {each.partition("-")[0] for each in known}
    near = get_close_matches(stem, known, 1, _LIKE)
    begins = get_close_matches(stem.partition("-")[0], sorted(beginnings), 1, _LIKE)
    alike = [each for each in known if begins and each.partition("-")[0] == begins[0]]
    return tuple(f"{each}.typ" for each in near or alike or _pages(folder))


def _pages(folder: str) -> tuple[str, ...]:
    """The templates that draw a whole page, and not a part of one."""
    return names_for("", ()) if folder == FOLDER else _OF_PAPERS
