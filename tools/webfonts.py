"""Be Vietnam Pro for the web: self-hosted, cut down to what Vietnamese pages need.

`python tools/webfonts.py` writes the files that every site gets; a test makes them again.
"""

from collections.abc import Iterable
from importlib import resources
from importlib.resources.abc import Traversable
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter, save_font
from fontTools.ttLib import TTFont

WEIGHTS = (400, 600, 700, 800)
"""The weights that the style sheet names: body, labels, headings, the slogan of the home page."""

FOLDER = Path(__file__).parents[1] / "generator/templates/site/assets/fonts"
"""Where the files lie, ready, for a build."""

_STYLES = {400: "Regular", 600: "SemiBold", 700: "Bold", 800: "ExtraBold"}
_RANGES = (
    (0x0020, 0x007E),  # Basic Latin
    (0x00A0, 0x00FF),  # Latin-1: À Á Â Ã È É Ê Ì Í Ò Ó Ô Õ Ù Ú Ý, «», °, ², ½
    (0x1EA0, 0x1EF9),  # every Vietnamese letter that carries two marks
)
_LETTERS = "ĂăĐđĨĩŨũƠơƯư"
_SIGNS = "–—‘’‚“”„†•…‰‹›₫€™−≈≠≤≥"
_MARKS = "\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323"  # for text pasted undecomposed

CHARACTERS = frozenset(
    {chr(code) for first, last in _RANGES for code in range(first, last + 1)}
    | set(_LETTERS + _SIGNS + _MARKS)
)
"""All characters that the web fonts promise to draw."""

_FEATURES = ["ccmp", "locl", "mark", "mkmk", "kern", "liga", "lnum", "tnum", "pnum"]


class MissingGlyphsError(Exception):
    """The font has no glyph for characters that it must draw."""

    def __init__(self, font: str, missing: Iterable[str]) -> None:
        super().__init__(f"{font}: {' '.join(missing)}")


def webfonts(weights: Iterable[int] = WEIGHTS) -> dict[str, bytes]:
    """Give the WOFF2 files by name, and the licence that must travel with them.

    The same package versions give the same bytes: no time stamp is written.

    Raises:
        MissingGlyphsError: a character of `CHARACTERS` cannot be drawn.
    """
    root = resources.files("fontpkg_be_vietnam_pro")
    faces = {
        f"be-vietnam-pro-{weight}.woff2": _subset(
            root / f"files/BeVietnamPro-{_STYLES[weight]}.ttf"
        )
        for weight in weights
    }
    return {**faces, "OFL.txt": (root / "LICENSE").read_bytes()}


def _subset(source: Traversable) -> bytes:
    options = Options(
        flavor="woff2",
        hinting=False,  # phones and modern desktops do not use it; it is a third of the weight
        layout_features=_FEATURES,
        name_IDs=[0, 1, 2, 13, 14],  # copyright, family, style, licence: the OFL asks for them
        notdef_outline=True,
    )
    font = TTFont(BytesIO(source.read_bytes()), recalcTimestamp=False, lazy=True)
    missing = sorted(CHARACTERS - {chr(code) for code in font.getBestCmap()})
    if missing:
        raise MissingGlyphsError(source.name, missing)
    subsetter = Subsetter(options)
    subsetter.populate(text="".join(sorted(CHARACTERS)))
    subsetter.subset(font)
    _set_off(font, "quotedblleft", "quoteleft")
    target = BytesIO()
    save_font(font, target, options)
    return target.getvalue()


def _set_off(font: TTFont, name: str, like: str) -> None:
    """Give a glyph the room on its left that another has.

    The face draws “ beyond its own edge, so that the space before it nearly vanishes.
    """
    widths, glyph = font["hmtx"], font["glyf"][name]
    (width, left), lacking = widths[name], widths[like][1] - widths[name][1]
    glyph.coordinates.translate((lacking, 0))
    glyph.recalcBounds(font["glyf"])
    widths[name] = (width + lacking, left + lacking)


if __name__ == "__main__":
    for name, data in webfonts().items():
        (FOLDER / name).write_bytes(data)
