"""The paths of shapes: of rectangles, circles, lines and what else SVG draws, in absolute steps."""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from generator.diagnostics import RefusalError
from generator.source.svg_styles import FARTHEST, name_of, not_plain
from generator.source.unprintable import UNREADABLE

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET

    from fontTools.misc.transform import Transform

Step = tuple[str | float, ...]
"""A command and its absolute coordinates: M x y, L x y, C x y x y x y, Z."""


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
    form = {key: value for key, value in units.items() if key != "transform"}
    return form | _corners(form) if name_of(element) == "rect" else form


def _corners(form: Mapping[str, str]) -> dict[str, str]:
    """Round corners of a rectangle: one radius stands for both, none is over half of a side."""
    given = [form.get(key, "auto").strip() for key in ("rx", "ry")]
    known = [float(text) for text in given if text not in {"auto", ""}]
    if not known:
        return {"rx": "0", "ry": "0"}
    sides = (float(form.get(key, 0)) for key in ("width", "height"))
    rx, ry = (min(n, side / 2) for n, side in zip((known[0], known[-1]), sides, strict=True))
    return {"rx": str(rx), "ry": str(ry)} if rx > 0 < ry else {"rx": "0", "ry": "0"}


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
