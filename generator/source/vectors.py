"""SVG drawings as plain shapes: what a press can draw in the inks of a brand.

Shapes, groups, transformations, style attributes, classes, gradients and transparency are read.
What has no plain ink (pictures, filters, masks, patterns, live text) is named and refused:
`svg_plain.py`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count
from math import hypot
from typing import TYPE_CHECKING

from generator.diagnostics import Refusal, RefusalError
from generator.source.blank import BLANK, NOTHING
from generator.source.svg import as_authored, drawing
from generator.source.svg_gradients import (
    Gradient,
    GradientShelf,
    gradients_of,
    is_named_paint,
)
from generator.source.svg_paths import Step, outline
from generator.source.svg_plain import GROUPS, SHAPES, UNSEEN, refuse, refuse_sheets
from generator.source.svg_styles import (
    Classes,
    classes_of,
    colour_of,
    declared_of,
    field_of,
    figure_of,
    name_of,
    not_plain,
    share_of,
    sheets_of,
    transform_of,
)
from generator.source.unprintable import TOO_MANY_POINTS

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET

    from fontTools.misc.transform import Transform

MOST_STEPS = 60_000

_INHERITED = (
    "fill",
    "fill-rule",
    "stroke",
    "stroke-width",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-miterlimit",
    "fill-opacity",
    "stroke-opacity",
    "visibility",
    "color",
    "paint-order",
)
_CAPS = frozenset(("butt", "round", "square"))
_JOINS = frozenset(("miter", "round", "bevel"))
_MITER = 4.0
_UNEVEN = 1.05  # sides of a square whose line would be wider on one of them


@dataclass(frozen=True, slots=True)
class Layer:
    """Shapes that cover what lies below as one: `opacity` from 0 to 1, `number` to tell them."""

    number: int
    opacity: float


@dataclass(frozen=True, slots=True)
class Shape:
    """A path; colours are #rrggbb, gradients or nothing, `weight` is the width of its line.

    `miter` is how many of its widths a pointed corner may be long; `layers` are those in which it
    lies, from the outermost.
    """

    steps: tuple[Step, ...]
    fill: str | Gradient = ""
    rule: str = "nonzero"
    stroke: str | Gradient = ""
    weight: float = 0.0
    cap: str = "butt"
    join: str = "miter"
    miter: float = _MITER
    fill_opacity: float = 1.0
    stroke_opacity: float = 1.0
    layers: tuple[Layer, ...] = ()


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
    from lxml import etree

    drawn = drawing(data)
    if isinstance(drawn, Refusal):
        raise RefusalError(drawn)
    width, height = drawn.picture.size
    # What a page leaves out may change the picture all the same; by now it is known to be harmless.
    root = ET.fromstring(etree.tostring(as_authored(data)))  # noqa: S314 - as above
    refuse_sheets(sheets_of(root))
    left, top, wide = field_of(root, width)
    moved = Identity.translate(-left, -top)
    classes, shapes, left = classes_of(root), [], MOST_STEPS
    gradients = gradients_of(root, classes, (wide, wide * height / width))
    reading = _Reading(classes, gradients, count())
    for shape in _shapes(root, {}, moved, reading, is_root=True):
        shapes.append(shape)
        left -= len(shape.steps)
        if left < 0:
            raise RefusalError(TOO_MANY_POINTS)
    if not shapes:
        raise RefusalError(Refusal(BLANK, {"problem": NOTHING}))
    return Vector(wide, wide * height / width, tuple(shapes))


@dataclass(frozen=True, slots=True)
class _Reading:
    """What counts everywhere in a drawing: its classes, its gradients, numbers of layers."""

    classes: Classes
    gradients: GradientShelf
    numbers: Iterator[int]


def _shapes(
    element: "ET.Element",
    above: Mapping[str, str],
    moved: "Transform",
    reading: _Reading,
    *,
    is_root: bool = False,
) -> Iterator[Shape]:
    name, declared = name_of(element), declared_of(element, reading.classes)
    own = dict(element.attrib) | declared
    if name in UNSEEN or not name or own.get("display") == "none":
        return
    if name not in SHAPES and (name not in GROUPS or (name == "svg" and not is_root)):
        raise RefusalError(not_plain(name))
    refuse(element.attrib, declared)
    style = {**above, **{key: value for key, value in own.items() if key in _INHERITED}}
    moved = moved.transform(transform_of(element.get("transform", "")))
    found: Iterator[Shape]
    if name in GROUPS:
        found = (each for child in element for each in _shapes(child, style, moved, reading))
    else:
        shape = _shape(element, style, moved, reading.gradients)
        found = _painted(shape, style.get("paint-order", "")) if shape else iter(())
    yield from _covering(found, share_of(own.get("opacity") or "1"), reading, name in GROUPS)


def _covering(
    shapes: Iterator[Shape],
    opacity: float,
    reading: _Reading,
    is_group: bool,  # noqa: FBT001 - of two kinds
) -> Iterator[Shape]:
    """Shapes of a part that covers only so much of what lies below."""
    if opacity == 1:
        yield from shapes
        return
    layer = Layer(next(reading.numbers), opacity)
    for shape in shapes:
        if is_group or (shape.fill and shape.stroke):
            yield replace(shape, layers=(layer, *shape.layers))
        else:  # nothing of it lies above another
            fill, stroke = shape.fill_opacity * opacity, shape.stroke_opacity * opacity
            yield replace(shape, fill_opacity=fill, stroke_opacity=stroke)


def _painted(shape: Shape, order: str) -> Iterator[Shape]:
    """The shape, or its line below it where the order of painting says so."""
    first = next((word for word in order.casefold().split() if word in {"fill", "stroke"}), "")
    if first == "stroke" and shape.fill and shape.stroke:
        yield replace(shape, fill="")
        yield replace(shape, stroke="", weight=0.0)
    else:
        yield shape


def _shape(
    element: "ET.Element", style: Mapping[str, str], moved: "Transform", gradients: GradientShelf
) -> Shape | None:
    from fontTools.misc.transform import Identity

    steps = outline(element, moved)
    stroke, fill = (
        gradients.paint(style[key], lambda: outline(element, Identity), moved)
        if is_named_paint(style.get(key, ""))
        else _colour(style, key, usual)
        for key, usual in (("stroke", "none"), ("fill", "black"))
    )
    weight = figure_of(style.get("stroke-width") or "1") * _scale(moved, is_drawn=bool(stroke))
    is_seen = style.get("visibility", "visible") == "visible" and (fill or (stroke and weight))
    if not steps or not is_seen:
        return None
    cap, join = style.get("stroke-linecap", ""), style.get("stroke-linejoin", "")
    return Shape(
        steps,
        fill,
        "even-odd" if style.get("fill-rule", "").casefold() == "evenodd" else "nonzero",
        stroke if weight else "",
        weight if stroke else 0.0,
        cap if cap in _CAPS else "butt",
        join if join in _JOINS else "miter",
        figure_of(style.get("stroke-miterlimit") or str(_MITER)),
        share_of(style.get("fill-opacity") or "1"),
        share_of(style.get("stroke-opacity") or "1"),
    )


def _colour(style: Mapping[str, str], key: str, usual: str) -> str:
    text = style.get(key) or usual
    return colour_of(style.get("color", "black") if text.casefold() == "currentcolor" else text)


def _scale(moved: "Transform", *, is_drawn: bool) -> float:
    """How much wider a line becomes. Raises RefusalError where it is not so on every side."""
    a, b, c, d = moved[:4]
    mean, half = hypot(a + d, b - c) / 2, hypot(a - d, b + c) / 2
    if is_drawn and mean + half > _UNEVEN * abs(mean - half):
        raise RefusalError(not_plain("stroke, transform"))
    return float(abs(a * d - b * c) ** 0.5)
