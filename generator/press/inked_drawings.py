"""An author's drawing in the inks of the brand, as templates and finished files hold it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any, cast

from generator.source.svg_gradients import Gradient
from generator.source.vectors import Shape, Vector

Drawing = Mapping[str, object]
"""Width, height and shapes with their inks, as a template's job holds them."""
Inks = Mapping[str, tuple[float, ...]]
"""By the colour of a screen; per cent of cyan, magenta, yellow and black."""

_PAINTS = ("fill", "stroke")


def colours_of(vector: Vector) -> set[str]:
    """Every colour of a drawing, those of gradients included."""
    painted = (paint for shape in vector.shapes for paint in (shape.fill, shape.stroke) if paint)
    return {colour for paint in painted for colour in _colours(paint)}


def drawing_in_inks(vector: Vector, inks: Inks) -> Drawing:
    """The drawing in inks, which must be there for all of its colours."""
    return {
        "width": vector.width,
        "height": vector.height,
        "shapes": [_shape(shape, inks) for shape in vector.shapes],
    }


def shapes_of(drawing: Drawing) -> list[Mapping[str, Any]]:
    """The shapes of a drawing in inks, from the lowest."""
    return list(cast("Sequence[Mapping[str, Any]]", drawing["shapes"]))


def is_soft(drawing: Drawing) -> bool:
    """Whether something of it fades, or lets through what lies below."""
    return any("soft" in shape for shape in shapes_of(drawing))


def opacity_of(shape: Mapping[str, Any], key: str) -> float:
    """How much the fill or the stroke of a shape covers, from 0 to 1, in all of its layers."""
    soft = shape.get("soft", {})
    covered = float(soft.get(f"{key}_opacity", 1))
    if key in soft:
        stops = soft[key]["stops"]
        covered *= stops[len(stops) // 2]["opacity"]
    for layer in soft.get("layers", ()):
        covered *= layer["opacity"]
    return covered


def _colours(paint: str | Gradient) -> Iterator[str]:
    if isinstance(paint, Gradient):
        yield from (stop.colour for stop in paint.stops)
    else:
        yield paint


def _shape(shape: Shape, inks: Inks) -> Mapping[str, object]:
    plain = {
        "steps": shape.steps,
        "fill": _inks(shape.fill, inks),
        "rule": "even-odd" if shape.rule == "even-odd" else "non-zero",
        "stroke": _inks(shape.stroke, inks),
        "weight": shape.weight,
        "cap": shape.cap,
        "join": shape.join,
        "miter": shape.miter,
    }
    soft = {
        **{key: _gradient(paint, inks) for key, paint in _gradients(shape)},
        **{key: part for key, part in _opacities(shape) if part != 1},
        **({"layers": [asdict(each) for each in shape.layers]} if shape.layers else {}),
    }
    return plain | ({"soft": soft} if soft else {})


def _gradients(shape: Shape) -> Iterator[tuple[str, Gradient]]:
    for key, paint in zip(_PAINTS, (shape.fill, shape.stroke), strict=True):
        if isinstance(paint, Gradient):
            yield key, paint


def _opacities(shape: Shape) -> Iterator[tuple[str, float]]:
    yield "fill_opacity", shape.fill_opacity
    yield "stroke_opacity", shape.stroke_opacity


def _inks(paint: str | Gradient, inks: Inks) -> tuple[float, ...] | None:
    """The inks of a paint; of a gradient those of its middle stop, by which it is told."""
    if isinstance(paint, Gradient):
        return inks[paint.stops[len(paint.stops) // 2].colour]
    return inks[paint] if paint else None


def _gradient(paint: Gradient, inks: Inks) -> Mapping[str, object]:
    stops = [{"at": s.at, "inks": inks[s.colour], "opacity": s.opacity} for s in paint.stops]
    return {"places": paint.places, "matrix": paint.matrix, "stops": stops}
