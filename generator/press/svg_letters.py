"""Letters of drawings as paths: a browser gives an SVG in a page no typeface but its own.

What is set in the family of the package becomes paths; words in another family, or set along a
path or in parts, stay as they are.
"""

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from generator.diagnostics import RefusalError
from generator.model.brand import FAMILY
from generator.source.svg_styles import transform_of

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont
    from lxml import etree

_SVG = "{http://www.w3.org/2000/svg}"
_STYLES = ((450, "Regular"), (550, "Medium"), (650, "SemiBold"), (750, "Bold"), (950, "ExtraBold"))
_NAMED = {"normal": "400", "bold": "700"}
_PLACED = frozenset({"x", "y", "font-size", "font-weight", "font-family", "text-anchor"})
_ANCHORS = {"start": 0.0, "middle": 0.5, "end": 1.0}
_UNKNOWN = frozenset({"dx", "dy", "rotate", "textLength", "style", "class", "letter-spacing"})


def letters_as_paths(svg: bytes) -> bytes:
    """The same drawing, its words as paths; same bytes where it has none of ours."""
    if b"<text" not in svg:
        return svg
    from lxml import etree

    root = etree.fromstring(svg)
    for text in [*root.iter(f"{_SVG}text")]:
        _outline(text)
    return etree.tostring(root)


@dataclass(frozen=True, slots=True)
class _Setting:
    """How a line is set in our family: its place, its size, its style, how much lies left of x."""

    x: float
    y: float
    size: float
    style: str
    share: float


def words_of_others(svg: bytes) -> str:
    """The first words that a page shows in whatever face the reader has; nothing where none."""
    others = (text for text in _texts(svg) if _setting(text) is None)
    words = (" ".join("".join(map(str, text.itertext())).split()) for text in others)
    return next(filter(None, words), "")


def least_size(svg: bytes) -> float | None:
    """The size of the smallest words in our family, in units of the page; None where none are."""
    set_so = ((text, _setting(text)) for text in _texts(svg))
    return min((how.size * _scale(text) for text, how in set_so if how), default=None)


def _texts(svg: bytes) -> "list[etree._Element]":
    from lxml import etree

    return [*etree.fromstring(svg).iter(f"{_SVG}text")] if b"<text" in svg else []


def _outline(text: "etree._Element") -> None:
    if (how := _setting(text)) is None:
        return
    try:
        data, width = _path(how.style, " ".join((text.text or "").split()))
    except KeyError:
        return
    scale = how.size / _font(how.style)["head"].unitsPerEm
    left = how.x - how.share * width * scale
    move = f"translate({left:.2f} {how.y:.2f}) scale({scale:.5f} {-scale:.5f})"
    kept = {str(k): str(v) for k, v in text.attrib.items() if k not in _PLACED}
    kept["transform"] = " ".join(filter(None, (kept.get("transform"), move)))
    tail = text.tail
    text.clear()
    text.tag, text.tail = f"{_SVG}path", tail
    for key, value in {**kept, "d": data}.items():
        text.set(key, value)


def _setting(text: "etree._Element") -> _Setting | None:
    if len(text) or _UNKNOWN & set(text.keys()) or FAMILY not in _inherited(text, "font-family"):
        return None
    weight = _inherited(text, "font-weight") or "400"
    try:
        return _Setting(
            float(str(text.get("x", "0"))),
            float(str(text.get("y", "0"))),
            float(_inherited(text, "font-size") or "16"),
            next(name for most, name in _STYLES if float(_NAMED.get(weight, weight)) < most),
            _ANCHORS[_inherited(text, "text-anchor") or "start"],
        )
    except (ValueError, KeyError, StopIteration):
        return None


def _scale(text: "etree._Element") -> float:
    """How much larger the groups around a line make it; 1 where that cannot be said."""
    made = 1.0
    for each in (text, *text.iterancestors()):
        try:
            a, b, c, d = transform_of(str(each.get("transform", "")))[:4]
        except RefusalError:
            return 1.0
        made *= abs(a * d - b * c) ** 0.5
    return made


def _inherited(element: "etree._Element", key: str) -> str:
    within = (element, *element.iterancestors())
    return next((str(each.get(key)) for each in within if each.get(key)), "")


def _path(style: str, words: str) -> tuple[str, float]:
    """Path data of a line and its width, in units of the face; KeyError for letters it lacks."""
    from fontTools.pens.svgPathPen import SVGPathPen
    from fontTools.pens.transformPen import TransformPen

    font, at = _font(style), 0.0
    glyphs, names = font.getGlyphSet(), font.getBestCmap()
    pen = SVGPathPen(glyphs, ntos=lambda number: f"{number:g}")
    for letter in words:
        name = names[ord(letter)]
        glyphs[name].draw(TransformPen(pen, (1, 0, 0, 1, at, 0)))
        at += font["hmtx"][name][0]
    return pen.getCommands(), at


@cache
def _font(style: str) -> "TTFont":
    from fontTools.ttLib import TTFont

    file = resources.files("fontpkg_be_vietnam_pro") / f"files/BeVietnamPro-{style}.ttf"
    with file.open("rb") as stream:
        return TTFont(stream, lazy=False)
