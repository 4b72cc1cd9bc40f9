"""The typefaces that pages are set in: that of the brand, from its package, and that of letters.

Decree 30/2020/NĐ-CP asks for Times New Roman, which may not be passed on with software. Liberation
Serif (SIL OFL 1.1) has its widths and stands for it.
"""

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

from generator.model.artifact import digest_of
from generator.model.brand import FAMILY

FONT_PACKAGE = "fontpkg_be_vietnam_pro"
LETTER = "Liberation Serif"
_FOLDERS: Mapping[str, Traversable] = {
    FAMILY: resources.files(FONT_PACKAGE) / "files",
    LETTER: resources.files("generator") / "templates" / "handoff" / "fonts",
}


def folders() -> list[str]:
    """Where the files of all faces lie."""
    return [str(folder) for folder in _FOLDERS.values()]


def families() -> tuple[str, ...]:
    """The names of all faces, that of the brand first."""
    return tuple(_FOLDERS)


def families_of(sources: Collection[str]) -> frozenset[str]:
    """The families that templates name; that of the brand, which their values name, if none."""
    found = {family for family in _FOLDERS for text in sources if f'"{family}"' in text}
    return frozenset(found or {FAMILY})


@cache
def characters(families: frozenset[str]) -> frozenset[str]:
    """What every upright face of all these families draws; a line's end is drawn by any."""
    maps = (found for family in families for found in _maps(family))
    return frozenset(set.intersection(*maps)) | {"\n"}


@cache
def letters_digest() -> str:
    """Names the files that lie in this package; a package of fonts has a version."""
    return digest_of(*(entry.read_bytes() for entry in _files(LETTER)))


def _maps(family: str) -> Iterator[set[str]]:
    from fontTools.ttLib import TTFont

    for entry in _files(family):
        if "Italic" not in entry.name:
            with resources.as_file(entry) as path, TTFont(path, lazy=True) as font:
                yield {chr(code) for code in font.getBestCmap()}


def _files(family: str) -> list[Traversable]:
    found = (entry for entry in _FOLDERS[family].iterdir() if entry.name.endswith(".ttf"))
    return sorted(found, key=lambda entry: entry.name)
