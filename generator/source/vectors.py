"""SVG drawings as plain shapes: what a press can draw in the inks of a brand.

Shapes, groups, transformations, style attributes and classes are read. What has no plain ink
(gradients, pictures, filters, transparency, live text) is named and refused.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.diagnostics import Refusal, RefusalError
from generator.source.blank import BLANK, NOTHING
from generator.source.svg import drawing
from generator.source.svg_styles import (
    FARTHEST,
    classes_of,
    colour_of,
    field_of,
    figure_of,
    name_of,
    not_plain,
    style_of,
    transform_of,
)
from generator.source.unprintable import TOO_MANY_POINTS, UNREADABLE

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET

    from fontTools.misc.transform import Transform

Step = tuple[str | float, ...]
"""A command and its absolute coordinates: M x y, L x y, C x y x y x y, Z."""

MOST_STEPS = 60_000

_SILENT = frozenset({"defs", "title", "desc", "metadata", "style"})
_INHERITED = (
    "fill",
    "fill-rule",
    "stroke",
    "stroke-width",
    "stroke-linecap",
    "stroke-linejoin",
    "visibility",
)
_CAPS = frozenset(("butt", "round", "square"))
_JOINS = frozenset(("miter", "round", "bevel"))
_BLOCKING = ("filter", "mask", "clip-path", "stroke-dasharray")


@dataclass(frozen=True, slots=True)
class Shape:
    """A path; colours are #rrggbb or nothing, `weight` is the width of its line."""

    steps: tuple[Step, ...]
    fill: str = ""
    rule: str = "nonzero"
    stroke: str = ""
    weight: float = 0.0
    cap: str = "butt"
    join: str = "miter"


@dataclass(frozen=True, slots=True)
class Vector:
    """A drawing: the units of its field, and its shapes from the lowest to the topmost."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


def vector(data: bytes) -> Vector:
    """Read a drawing. Raises RefusalError."""
    from xml.etree import ElementTree as ET

    from fontTools.misc.transform import Identity

    drawn = drawing(data)
    if isinstance(drawn, Refusal):
        raise RefusalError(drawn)
    width, height = drawn.picture.size
    root = ET.fromstring(drawn.data)  # noqa: S314 - written by us
    left, top, wide = field_of(root, width)
    moved = Identity.translate(-left, -top)
    shapes, left = [], MOST_STEPS
    for shape in _shapes(root, {}, moved, dict(classes_of(root))):
        shapes.append(shape)
        left -= len(shape.steps)
        if left < 0:
            raise RefusalError(TOO_MANY_POINTS)
    if not shapes:
        raise RefusalError(Refusal(BLANK, {"problem": NOTHING}))
    return Vector(wide, wide * height / width, tuple(shapes))


def _shapes(
    element: "ET.Element",
    above: Mapping[str, str],
    moved: "Transform",
    classes: Mapping[str, Mapping[str, str]],
) -> Iterator[Shape]:
    name, own = name_of(element), style_of(element, classes)
    if name in _SILENT or not name or own.get("display") == "none":
        return
    _refuse(own)
    style = {**above, **{key: value for key, value in own.items() if key in _INHERITED}}
    moved = moved.transform(transform_of(element.get("transform", "")))
    if name in {"svg", "g", "a", "switch"}:
        for child in element:
            yield from _shapes(child, style, moved, classes)
        return
    shape = _shape(element, style, moved)
    if shape is not None:
        yield shape


def _refuse(style: Mapping[str, str]) -> None:
    for key in _BLOCKING:
        if style.get(key, "none") not in {"none", ""}:
            raise RefusalError(not_plain(key))
    for key in ("opacity", "fill-opacity", "stroke-opacity"):
        if style.get(key, "1").strip() not in {"1", "1.0", "100%"}:
            raise RefusalError(not_plain(key))


def _shape(element: "ET.Element", style: Mapping[str, str], moved: "Transform") -> Shape | None:
    steps = outline(element, moved)
    stroke = colour_of(style.get("stroke", "none"))
    fill = colour_of(style.get("fill", "black"))
    weight = (
        figure_of(style.get("stroke-width", "1"))
        * abs(moved[0] * moved[3] - moved[1] * moved[2]) ** 0.5
    )
    is_seen = style.get("visibility", "visible") == "visible" and (fill or (stroke and weight))
    if not steps or not is_seen:
        return None
    cap, join = style.get("stroke-linecap", ""), style.get("stroke-linejoin", "")
    return Shape(
        steps,
        fill,
        "even-odd" if style.get("fill-rule") == "evenodd" else "nonzero",
        stroke if weight else "",
        weight if stroke else 0.0,
        cap if cap in _CAPS else "butt",
        join if join in _JOINS else "miter",
    )


def outline(element: "ET.Element", transform: "Transform") -> tuple[Step, ...]:
    """The path of a shape, moved; nothing of one without extent. Raises RefusalError."""
    from fontTools.svgLib.path.shapes import PathBuilder

    builder = PathBuilder()
    try:
        known = builder.add_path_from_element(type(element)(element.tag, _plain(element)))
        steps = _steps(builder.paths[-1] if known else "", transform)
    except (
        *(ValueError, TypeError, IndexError, AttributeError),
        *(AssertionError, NotImplementedError, OverflowError),
    ):
        raise RefusalError(UNREADABLE) from None
    if not known:
        raise RefusalError(not_plain(name_of(element)))
    return steps


def _plain(element: "ET.Element") -> dict[str, str]:
    """The attributes of the form, without the transformation, which is counted here."""
    units = {key: re.sub(r"px$", "", value) for key, value in element.attrib.items()}
    return {key: value for key, value in units.items() if key != "transform"}


def _steps(path: str, moved: "Transform") -> tuple[Step, ...]:
    from fontTools.pens.basePen import BasePen
    from fontTools.pens.transformPen import TransformPen
    from fontTools.svgLib.path import parse_path

    found: list[Step] = []

    class Steps(BasePen):  # type: ignore[misc] # fontTools is untyped
        """Notes every step; curves of the second degree come as cubic ones."""

        def _moveTo(self, pt: Any) -> None:  # noqa: ANN401, N802 - fontTools's name
            found.append(("M", *_rounded(pt)))

        def _lineTo(self, pt: Any) -> None:  # noqa: ANN401, N802 - as above
            found.append(("L", *_rounded(pt)))

        def _curveToOne(self, pt1: Any, pt2: Any, pt3: Any) -> None:  # noqa: ANN401, N802
            found.append(("C", *_rounded((*pt1, *pt2, *pt3))))

        def _closePath(self) -> None:  # noqa: N802 - as above
            found.append(("Z",))

    parse_path(path, TransformPen(Steps(None), tuple(moved)))
    return tuple(found)


def _rounded(numbers: Any) -> Iterator[float]:  # noqa: ANN401 - fontTools's points
    for number in numbers:
        if not abs(number) <= FARTHEST:  # so written, it is true of what is no number, too
            raise RefusalError(UNREADABLE)
        yield round(float(number), 3)
