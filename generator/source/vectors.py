"""SVG drawings as plain shapes: what a press can draw in the inks of a brand.

Shapes, groups, transformations, style attributes and classes are read. What has no plain ink
(gradients, pictures, filters, transparency, live text) is named and refused.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.diagnostics import Refusal, RefusalError
from generator.source.svg import drawing
from generator.source.unprintable import NOT_PLAIN, TOO_MANY_POINTS, UNREADABLE

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET

    from fontTools.misc.transform import Transform

Step = tuple[str | float, ...]
"""A command and its absolute coordinates: M x y, L x y, C x y x y x y, Z."""

MOST_STEPS = 60_000
_FARTHEST = 10_000_000  # units of a field that has a million at most

_SILENT = frozenset({"defs", "title", "desc", "metadata", "style"})
_SVG = ("", "http://www.w3.org/2000/svg")
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
_CLASS = re.compile(r"([^{}]+)\{([^{}]*)\}")
_TRANSFORM = re.compile(r"(\w+)\s*\(([^)]*)\)")
_NUMBER = re.compile(r"[-+]?(?:\d*\.\d+|\d+\.?)(?:[eE][-+]?\d+)?")
_RGB = re.compile(r"rgb\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*\)")
_NAMED = {"black": "#000000", "white": "#ffffff", "currentcolor": "#000000"}


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
    left, top, wide = _box(root, width)
    moved = Identity.translate(-left, -top)
    shapes, left = [], MOST_STEPS
    for shape in _shapes(root, {}, moved, dict(_classes(root))):
        shapes.append(shape)
        left -= len(shape.steps)
        if left < 0:
            raise RefusalError(TOO_MANY_POINTS)
    if not shapes:
        raise RefusalError(UNREADABLE)
    return Vector(wide, wide * height / width, tuple(shapes))


def _not_plain(found: str) -> Refusal:
    return Refusal(NOT_PLAIN, {"found": found})


def _box(root: "ET.Element", width: float) -> tuple[float, float, float]:
    """Left, top and width of the field."""
    numbers = [float(n) for n in _NUMBER.findall(root.get("viewBox", ""))]
    return (numbers[0], numbers[1], numbers[2]) if len(numbers) == 4 else (0.0, 0.0, width)  # noqa: PLR2004 - left, top, width, height


def _classes(root: "ET.Element") -> Iterator[tuple[str, dict[str, str]]]:
    """The rules for single classes, which is how drawing programs write their styles."""
    for sheet in root.iter():
        if _name(sheet) != "style":
            continue
        for selectors, body in _CLASS.findall(
            re.sub(r"/\*.*?\*/", "", sheet.text or "", flags=re.DOTALL)
        ):
            for selector in selectors.split(","):
                if not re.fullmatch(r"\s*\.[\w-]+\s*", selector):
                    raise RefusalError(_not_plain(selector.strip()))
                yield selector.strip()[1:], _declared(body)


def _declared(text: str) -> dict[str, str]:
    pairs = (part.partition(":") for part in text.split(";") if ":" in part)
    return {key.strip().casefold(): value.strip() for key, _, value in pairs}


def _shapes(
    element: "ET.Element",
    above: Mapping[str, str],
    moved: "Transform",
    classes: Mapping[str, Mapping[str, str]],
) -> Iterator[Shape]:
    name, own = _name(element), _style(element, classes)
    if name in _SILENT or not name or own.get("display") == "none":
        return
    _refuse(own)
    style = {**above, **{key: value for key, value in own.items() if key in _INHERITED}}
    moved = moved.transform(_transform(element.get("transform", "")))
    if name in {"svg", "g", "a", "switch"}:
        for child in element:
            yield from _shapes(child, style, moved, classes)
        return
    shape = _shape(element, style, moved)
    if shape is not None:
        yield shape


def _name(element: "ET.Element") -> str:
    """The element's name, nothing for those of other programs."""
    space, _, name = str(element.tag).rpartition("}")
    return name if space.removeprefix("{") in _SVG else ""


def _style(element: "ET.Element", classes: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """Attributes, then classes, then the style of the element itself: the later one wins."""
    found = dict(element.attrib)
    for name in element.get("class", "").split():
        found |= classes.get(name, {})
    return found | _declared(element.get("style", ""))


def _refuse(style: Mapping[str, str]) -> None:
    for key in _BLOCKING:
        if style.get(key, "none") not in {"none", ""}:
            raise RefusalError(_not_plain(key))
    for key in ("opacity", "fill-opacity", "stroke-opacity"):
        if style.get(key, "1").strip() not in {"1", "1.0", "100%"}:
            raise RefusalError(_not_plain(key))


def _shape(element: "ET.Element", style: Mapping[str, str], moved: "Transform") -> Shape | None:
    from fontTools.svgLib.path.shapes import PathBuilder

    builder = PathBuilder()
    try:
        known = builder.add_path_from_element(type(element)(element.tag, _plain(element)))
        path = builder.paths[-1] if known else ""
        steps = _steps(path, moved)
    except (
        *(ValueError, TypeError, IndexError, AttributeError),
        *(AssertionError, NotImplementedError, OverflowError),
    ):
        raise RefusalError(UNREADABLE) from None
    if not known:
        raise RefusalError(_not_plain(_name(element)))
    stroke = _colour(style.get("stroke", "none"))
    fill = _colour(style.get("fill", "black"))
    weight = (
        _figure(style.get("stroke-width", "1"))
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
        if not abs(number) <= _FARTHEST:  # so written, it is true of what is no number, too
            raise RefusalError(UNREADABLE)
        yield round(float(number), 3)


def _transform(text: str) -> "Transform":
    from fontTools.misc.transform import Identity, Transform

    made = Identity
    for name, listed in _TRANSFORM.findall(text):
        n = [float(number) for number in _NUMBER.findall(listed)]
        made = made.transform(_one_transform(name, n, Transform))
    return made


def _one_transform(name: str, n: list[float], kind: "type[Transform]") -> "Transform":
    from math import cos, radians, sin, tan

    match name, len(n):
        case "matrix", 6:
            return kind(*n)
        case "translate", 1 | 2:
            return kind(1, 0, 0, 1, n[0], n[1] if len(n) > 1 else 0)
        case "scale", 1 | 2:
            return kind(n[0], 0, 0, n[-1], 0, 0)
        case "rotate", 1 | 3:
            c, s = cos(radians(n[0])), sin(radians(n[0]))
            x, y = n[1:] or (0, 0)
            return kind(c, s, -s, c, x - c * x + s * y, y - s * x - c * y)
        case "skewX", 1:
            return kind(1, 0, tan(radians(n[0])), 1, 0, 0)
        case "skewY", 1:
            return kind(1, tan(radians(n[0])), 0, 1, 0, 0)
    raise RefusalError(UNREADABLE)


def _colour(text: str) -> str:
    """#rrggbb, or nothing where nothing is painted."""
    plain = text.strip().casefold()
    if plain in {"none", "transparent"}:
        return ""
    plain = _NAMED.get(plain, plain)
    if match := _RGB.fullmatch(plain):
        return "#" + "".join(f"{min(255, int(part)):02x}" for part in match.groups())
    if re.fullmatch("#[0-9a-f]{3}", plain):
        return "#" + "".join(2 * digit for digit in plain[1:])
    if not re.fullmatch("#[0-9a-f]{6}", plain):
        raise RefusalError(_not_plain(text.strip()))
    return plain


def _figure(text: str) -> float:
    match = _NUMBER.match(text.strip())
    figure = float(match[0]) if match else 0.0
    if not abs(figure) <= _FARTHEST:
        raise RefusalError(UNREADABLE)
    return figure
