"""What of a drawing stands out against the field on which it is printed, measured in pixels."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from generator.model.colours import contrast

if TYPE_CHECKING:
    from PIL import Image

LEAST: Final = 1.5
"""Contrast (WCAG 2.1) below which two colours are taken for one from a few metres."""
_SIDE: Final = 240  # pixels of the longer side
_BENDS: Final = 12  # straight parts of a curve
Point = tuple[float, float]
Ink = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Prominence:
    """How a drawing stands out.

    `contrast` is the largest that any pixel has; `part` is how much of a side of the page, of the
    one of which it is more, is taken by what stands out (0 to 1).
    """

    contrast: float
    part: float


def prominence_of(drawing: Mapping[str, Any], colours: Mapping[Ink, str], field: str) -> Prominence:
    """How a drawing stands out on a field of a colour; `colours` are those of its inks."""
    from PIL import Image

    scale = _SIDE / max(drawing["width"], drawing["height"])
    size = (max(1, round(drawing["width"] * scale)), max(1, round(drawing["height"] * scale)))
    page = Image.new("P", size, 0)
    order = [field]
    for shape in drawing["shapes"]:
        for ink, mask in _masks(shape, size, scale):
            colour = colours[tuple(ink)]
            if colour not in order:
                order.append(colour)
            page.paste(order.index(colour), mask=mask)
    shown = page.histogram()[: len(order)]
    ratios = [
        contrast(colour, field) * bool(many) for colour, many in zip(order, shown, strict=True)
    ]
    stands_out = [255 * (ratio >= LEAST) for ratio in ratios]
    found = page.point([*stands_out, *[0] * (256 - len(order))], "L")
    box = found.getbbox()
    wide, high = (box[2] - box[0], box[3] - box[1]) if box else (0, 0)
    return Prominence(max(1.0, *ratios), max(wide / size[0], high / size[1]))


def _masks(
    shape: Mapping[str, Any], size: tuple[int, int], scale: float
) -> Iterator[tuple[Ink, "Image.Image"]]:
    """Where a shape puts its inks: the field within, and then the line."""
    from PIL import Image, ImageChops, ImageDraw

    ways = [[(x * scale, y * scale) for x, y in way] for way in _ways(shape["steps"])]
    if shape["fill"] is not None:
        mask = Image.new("1", size)
        for way in (way for way in ways if len(way) > 2):  # noqa: PLR2004 - a line has no field
            part = Image.new("1", size)
            ImageDraw.Draw(part).polygon(way, fill=1)
            mask = ImageChops.logical_xor(mask, part)  # a hole in a letter
        yield shape["fill"], mask
    if shape["stroke"] is not None and shape["weight"] > 0:
        mask = Image.new("1", size)
        for way in ways:
            ImageDraw.Draw(mask).line(way, fill=1, width=max(1, round(shape["weight"] * scale)))
        yield shape["stroke"], mask


def _ways(steps: Sequence[tuple[Any, ...]]) -> Iterator[list[Point]]:
    """The lines that a path draws, curves as some straight parts."""
    way: list[Point] = []
    for kind, *numbers in steps:
        points = list(zip(numbers[::2], numbers[1::2], strict=True))
        if kind == "M":
            if len(way) > 1:
                yield way
            way = points
        elif kind == "Z" and way:
            yield [*way, way[0]]
            way = way[:1]
        elif kind == "C" and way:
            way = [*way, *_curve(way[-1], *points)]
        else:
            way = [*way, *points]
    if len(way) > 1:
        yield way


def _curve(start: Point, one: Point, two: Point, end: Point) -> Iterator[Point]:
    for step in range(1, _BENDS + 1):
        t = step / _BENDS
        u = 1 - t
        weights = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
        yield tuple(  # type: ignore[misc] # of two
            sum(
                weight * point[axis]
                for weight, point in zip(weights, (start, one, two, end), strict=True)
            )
            for axis in (0, 1)
        )
