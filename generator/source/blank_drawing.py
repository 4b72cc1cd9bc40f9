"""Drawings of which nobody would see anything: empty ones, and what lies outside or is white.

Only what is certain is told: what a filter, a clip or a gradient makes of a shape counts as seen.
"""

import base64
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.diagnostics import RefusalError
from generator.model.picture import PictureFacts
from generator.source.blank import NOTHING, ONE_COLOUR, OUTSIDE, WHITE
from generator.source.raster import whole
from generator.source.svg_paths import outline
from generator.source.svg_styles import (
    Classes,
    classes_of,
    colour_of,
    field_of,
    figure_of,
    name_of,
    style_of,
    transform_of,
)

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET

    from fontTools.misc.transform import Transform

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""
_GROUPS = frozenset({"svg", "g", "a", "switch", "symbol"})
_WORDS = frozenset({"text", "tspan", "textPath"})
_SHAPES = frozenset({"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"})
_DRAWN = _SHAPES | _WORDS | {"image", "use"}
_HANDED_DOWN = ("fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "visibility")
_PART = re.compile(r"url\(\s*['\"]?#([^'\")]+)['\"]?\s*\)")
_NOTHING = re.compile(r"0*\.?0+%?|0+\.")
_HIDDEN = frozenset({"hidden", "collapse"})
_UNKNOWN = "?"
_WHITE = "#ffffff"
_SLACK = 0.01  # of a side: what programs round
_DEEPEST = 100  # elements within elements


@dataclass(frozen=True, slots=True)
class _Mark:
    """What an element draws: its colours, where (None: not known), whether it hides all below."""

    colours: frozenset[str]
    box: Box | None = None
    hides: bool = False


@dataclass(frozen=True, slots=True)
class _Above:
    """The styles from above, how coordinates are moved (None: not known), and how deep it is."""

    moved: "Transform | None"
    style: Mapping[str, str] = field(default_factory=dict)
    depth: int = 0


def of_drawing(data: bytes, size: tuple[int, int]) -> str:
    """Why nobody would see anything of a drawing that may be used; nothing of a good one."""
    from xml.etree import ElementTree as ET

    from fontTools.misc.transform import Identity

    root = ET.fromstring(data)  # noqa: S314 - written by us
    if not any(name_of(each) in _DRAWN for each in root.iter()):
        return NOTHING
    left, top, wide = field_of(root, size[0])
    page = left, top, left + wide, top + wide * size[1] / size[0]
    try:
        reader = _Reader({e.get("id", ""): e for e in root.iter()}, classes_of(root), page)
        return _said(reader.marks(root, _Above(Identity)), page)
    except RefusalError:  # what only a browser can tell
        return ""


def _said(marks: Iterator[_Mark], page: Box) -> str:
    """Why nothing is seen of these marks, of which the topmost comes first."""
    colours, outside = set[str](), False
    for mark in marks:
        if mark.box and not _meet(mark.box, page):
            outside = True
            continue
        colours |= mark.colours
        if len(colours) > 1 or _UNKNOWN in colours:
            return ""
        if mark.hides:
            return ONE_COLOUR
    if not colours:
        return OUTSIDE if outside else NOTHING
    return WHITE if colours == {_WHITE} else ""


@dataclass(frozen=True, slots=True)
class _Reader:
    """Parts by their ids, what a drawing says of its styles, and its page."""

    parts: Mapping[str, "ET.Element"]
    classes: Classes
    page: Box

    def marks(self, element: "ET.Element", above: _Above) -> Iterator[_Mark]:
        """What an element and those within it draw, the topmost first."""
        own, name = style_of(element, self.classes), name_of(element)
        if self._is_left_out(own):
            return
        if above.depth > _DEEPEST:
            yield _Mark(frozenset({_UNKNOWN}))
            return
        style = {**above.style, **{key: own[key] for key in _HANDED_DOWN if key in own}}
        here = _Above(_moved(element, above), style, above.depth + 1)
        if name == "symbol" and above.moved is not None:  # which nothing uses here
            return
        if name in _GROUPS | _WORDS:
            for child in reversed(element):
                yield from self.marks(child, here)
        if name in _WORDS:
            yield from self._words(element, style)
        elif name == "use":
            yield from self._used(element, here)
        elif name == "image":
            yield from _picture(element)
        elif name in _SHAPES:
            yield from self._shape(element, own, here)

    def _is_left_out(self, own: Mapping[str, str]) -> bool:
        """Whether an element draws nothing, whatever is in it."""
        clips = (_PART.search(own.get(key, "")) for key in ("clip-path", "mask"))
        parts = (self.parts.get(clip[1]) for clip in clips if clip)
        is_clipped = any(part is not None and not len(part) for part in parts)
        return is_clipped or own.get("display") == "none" or _is_nothing(own, "opacity")

    def _words(self, element: "ET.Element", style: Mapping[str, str]) -> Iterator[_Mark]:
        """Where words stand only the typeface knows."""
        said = [element.text, *(child.tail for child in element)]
        if any(text and text.strip() for text in said) and (colours := self._colours(style)):
            yield _Mark(colours)

    def _used(self, element: "ET.Element", here: _Above) -> Iterator[_Mark]:
        part = self.parts.get(element.get("href", "").removeprefix("#"))
        if part is None or here.moved is None or name_of(part) == "symbol":
            here = _Above(None, here.style, here.depth)
        else:
            x, y = (figure_of(element.get(key, "0")) for key in ("x", "y"))
            here = _Above(here.moved.translate(x, y), here.style, here.depth)
        if part is not None:
            yield from self.marks(part, here)

    def _shape(
        self, element: "ET.Element", own: Mapping[str, str], here: _Above
    ) -> Iterator[_Mark]:
        if here.moved is None:
            yield _Mark(self._colours(here.style))
        elif box := self._box(element, here.moved):
            has_field = box[0] < box[2] and box[1] < box[3] and name_of(element) != "line"
            if colours := self._colours(here.style, has_field=has_field):
                hides = name_of(element) == "rect" and self._hides(own, here, box)
                yield _Mark(colours, _wider(box, here), hides)

    def _box(self, element: "ET.Element", moved: "Transform") -> Box | None:
        """Where a shape stands; None of one without extent."""
        if element.get("width") == element.get("height") == "100%":
            return self.page
        ends = [step[-2:] for step in outline(element, moved) if len(step) > 1]
        across, down = ([float(end[axis]) for end in ends] for axis in (0, 1))
        box = (min(across), min(down), max(across), max(down)) if ends else None
        return box if box and (box[0] < box[2] or box[1] < box[3]) else None

    def _colours(self, style: Mapping[str, str], *, has_field: bool = True) -> frozenset[str]:
        """What paints an element; of what is no plain colour, that something does."""
        if style.get("visibility") in _HIDDEN:
            return frozenset()
        told = {self._colour(style, "fill", "black")} if has_field else set[str]()
        if not _is_nothing(style, "stroke-width"):
            told.add(self._colour(style, "stroke", "none"))
        return frozenset(told - {""})

    def _colour(self, style: Mapping[str, str], key: str, usual: str) -> str:
        text = style.get(key, usual).strip()
        if _is_nothing(style, f"{key}-opacity"):
            return ""
        if found := _PART.search(text):
            return _UNKNOWN if found[1] in self.parts else ""
        try:
            return colour_of(text)
        except RefusalError:
            return _UNKNOWN

    def _hides(self, own: Mapping[str, str], here: _Above, box: Box) -> bool:
        """Whether a rectangle hides all that lies below it on the page."""
        said = {own.get(key, "none") for key in ("filter", "mask", "clip-path", "rx", "ry")}
        solid = {here.style.get("fill-opacity", "1"), own.get("opacity", "1")} == {"1"}
        upright = here.moved is not None and not any(here.moved[1:3])
        slack = _SLACK * (self.page[2] - self.page[0])
        left, top, right, bottom = (a - b for a, b in zip(box, self.page, strict=True))
        covers = max(left, top) <= slack and min(right, bottom) >= -slack
        painted = bool(self._colour(here.style, "fill", "black"))
        return covers and solid and upright and painted and said == {"none"}


def _moved(element: "ET.Element", above: _Above) -> "Transform | None":
    """A drawing within a drawing has a field of its own."""
    if above.moved is None or (above.depth and name_of(element) in {"svg", "symbol"}):
        return None
    moved: Transform = above.moved.transform(transform_of(element.get("transform", "")))
    return moved


def _picture(element: "ET.Element") -> Iterator[_Mark]:
    """A picture of pixels, unless that is blank itself."""
    _, _, data = element.get("href", "").partition("base64,")
    seen = whole(base64.b64decode(data), {"PNG", "JPEG"})
    if not (isinstance(seen, PictureFacts) and seen.blank):
        yield _Mark(frozenset({_UNKNOWN}))


def _is_nothing(style: Mapping[str, str], key: str) -> bool:
    return bool(_NOTHING.fullmatch(style.get(key, "1").strip().removesuffix("px")))


def _wider(box: Box, here: _Above) -> Box:
    """With the width of the line around it."""
    more = figure_of(here.style.get("stroke-width", "1")) if here.style.get("stroke") else 0.0
    return box[0] - more, box[1] - more, box[2] + more, box[3] + more


def _meet(box: Box, page: Box) -> bool:
    across, down = box[0] < page[2] and page[0] < box[2], box[1] < page[3] and page[1] < box[3]
    return across and down
