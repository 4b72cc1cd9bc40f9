"""Gradients of a drawing as plain values: from where to where, and the colours on the way."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.diagnostics import RefusalError
from generator.source.svg_paths import Step
from generator.source.svg_styles import (
    Classes,
    colour_of,
    figure_of,
    name_of,
    not_plain,
    share_of,
    style_of,
    transform_of,
)
from generator.source.unprintable import TOO_MANY_POINTS

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET

    from fontTools.misc.transform import Transform

KINDS = frozenset({"linearGradient", "radialGradient"})
MOST_STOPS = 200

_ANY = colour_of("black")  # of a stop that shows nothing

_PAINT = re.compile(r"url\(\s*['\"]?#([\w.:-]+)['\"]?\s*\)")
_HREFS = ("href", "{http://www.w3.org/1999/xlink}href")
_DEEPEST = 8  # gradients that borrow from others
_OF_BOX = "objectBoundingBox"
_LINE = (("x1", "0%"), ("y1", "0%"), ("x2", "100%"), ("y2", "0%"))
_ACROSS = frozenset({"x1", "x2", "cx", "fx"})
_DOWN = frozenset({"y1", "y2", "cy", "fy"})


@dataclass(frozen=True, slots=True)
class Stop:
    """A colour on the way, from 0 to 1; `opacity` is how much it covers."""

    at: float
    colour: str
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Gradient:
    """Colours along a line (x y x y), or from a circle to another (x y r x y r).

    `matrix` brings these places into the units of the drawing. Beyond its ends the last colours go
    on.
    """

    places: tuple[float, ...]
    matrix: tuple[float, ...]
    stops: tuple[Stop, ...]

    @property
    def is_radial(self) -> bool:
        """Whether it goes from a circle to another."""
        return len(self.places) > 4  # noqa: PLR2004 - a line


@dataclass(frozen=True, slots=True)
class GradientShelf:
    """The gradients of a drawing by their ids, and what counts where they are written.

    `field` is the width and the height of which shares are.
    """

    parts: Mapping[str, "ET.Element"]
    classes: Classes
    field: tuple[float, float]

    def paint(
        self, text: str, steps: Callable[[], Sequence[Step]], transform: "Transform"
    ) -> Gradient | str:
        """What `url(#…)` paints of a shape, whose `steps` are not moved yet: it may be one colour.

        Raises RefusalError where it is no gradient that is drawn.
        """
        named = _PAINT.match(text.strip())
        part = self.parts.get(named[1]) if named else None
        if part is None:
            raise RefusalError(not_plain(text.strip()))
        if name_of(part) not in KINDS:
            raise RefusalError(not_plain(name_of(part)))
        chain = list(self._chain(part))
        said: dict[str, str] = {}
        for each in reversed(chain):
            said |= {key: value for key, value in each.attrib.items() if key not in _HREFS}
        stops = tuple(self._stops(chain))
        if len({(stop.colour, stop.opacity) for stop in stops}) < 2 and all(  # noqa: PLR2004
            stop.opacity == 1 for stop in stops
        ):
            return stops[0].colour if stops else ""
        return self._gradient(name_of(part), said, stops, steps, transform)

    def _chain(self, part: "ET.Element") -> Iterator["ET.Element"]:
        """A gradient, the one from which it borrows, and so on."""
        for _ in range(_DEEPEST):
            yield part
            link = next((part.get(key, "") for key in _HREFS if part.get(key)), "")
            borrowed = self.parts.get(link.strip().removeprefix("#"))
            if borrowed is None or name_of(borrowed) not in KINDS:
                return
            part = borrowed

    def _stops(self, chain: Sequence["ET.Element"]) -> Iterator[Stop]:
        own = (list(each) for each in chain)
        held = ([stop for stop in some if name_of(stop) == "stop"] for some in own)
        stops, last = next((some for some in held if some), []), 0.0
        if len(stops) > MOST_STOPS:
            raise RefusalError(TOO_MANY_POINTS)
        for stop in stops:
            style = style_of(stop, self.classes)
            last = max(last, share_of(style.get("offset") or "0"))
            colour = colour_of(style.get("stop-color") or "black")
            opacity = share_of(style.get("stop-opacity") or "1")
            yield Stop(last, colour or _ANY, opacity if colour else 0.0)

    def _gradient(
        self,
        kind: str,
        said: Mapping[str, str],
        stops: tuple[Stop, ...],
        steps: Callable[[], Sequence[Step]],
        transform: "Transform",
    ) -> Gradient | str:
        if said.get("spreadMethod", "pad").strip() not in {"pad", ""}:
            raise RefusalError(not_plain(f"spreadMethod:{said['spreadMethod'].strip()}"))
        is_of_box = said.get("gradientUnits", _OF_BOX).strip() == _OF_BOX
        if is_of_box:
            left, top, wide, high = _box(steps())
            if not wide or not high:  # which SVG does not paint
                return ""
            transform = transform.translate(left, top).scale(wide, high)
        transform = transform.transform(transform_of(said.get("gradientTransform", "")))
        field = (1.0, 1.0) if is_of_box else self.field
        lines = kind == "linearGradient"
        places = _line(said, field) if lines else _circles(said, field)
        return Gradient(places, tuple(round(float(n), 5) for n in transform), stops)


def gradients_of(root: "ET.Element", classes: Classes, field: tuple[float, float]) -> GradientShelf:
    """Every part of a drawing that has a name, of which some are gradients."""
    named = {name: each for each in root.iter() if (name := each.get("id"))}
    return GradientShelf(named, classes, field)


def is_named_paint(text: str) -> bool:
    """Whether a colour is another part of the drawing."""
    return text.strip().casefold().startswith("url(")


def _line(said: Mapping[str, str], field: tuple[float, float]) -> tuple[float, ...]:
    return tuple(_length(key, said.get(key) or usual, field) for key, usual in _LINE)


def _circles(said: Mapping[str, str], field: tuple[float, float]) -> tuple[float, ...]:
    """The inner circle, in which it begins, and the outer one."""
    x, y, radius = (_length(key, said.get(key) or "50%", field) for key in ("cx", "cy", "r"))
    inner = (
        _length("fx", said["fx"], field) if said.get("fx") else x,
        _length("fy", said["fy"], field) if said.get("fy") else y,
        _length("fr", said.get("fr") or "0", field),
    )
    return (*inner, x, y, radius)


def _length(key: str, text: str, field: tuple[float, float]) -> float:
    """A place; a share is one of the field, of its diagonal where it is a radius."""
    figure = figure_of(text)
    if not text.strip().endswith("%"):
        return figure
    wide, high = field
    whole = wide if key in _ACROSS else high if key in _DOWN else ((wide**2 + high**2) / 2) ** 0.5
    return figure / 100 * whole


def _box(steps: Sequence[Step]) -> tuple[float, float, float, float]:
    """Left, top, width and height of a path."""
    from fontTools.misc.bezierTools import calcCubicBounds

    boxes: list[tuple[float, ...]] = []
    at = (0.0, 0.0)
    for _, *n in steps:
        numbers = [float(each) for each in n]
        points = list(zip(numbers[::2], numbers[1::2], strict=True))
        if len(points) == 3:  # noqa: PLR2004 - a curve
            boxes.append(calcCubicBounds(at, *points))
        elif points:
            boxes.append((*points[0], *points[0]))
        at = points[-1] if points else at
    left, top = (min((box[i] for box in boxes), default=0.0) for i in (0, 1))
    right, bottom = (max((box[i] for box in boxes), default=0.0) for i in (2, 3))
    return left, top, right - left, bottom - top
