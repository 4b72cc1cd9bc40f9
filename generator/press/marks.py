"""Crop and registration marks, outside the bleed, as PDF operators.

They print on every plate: the colour space `/All` that `ALL_PLATES` names.
"""

from collections.abc import Sequence

from generator.press.geometry import POINTS_PER_MM, PressSheet

ALL_PLATES = "LoaAll"
"""The resource name of the separation that stands for every plate (ISO 32000-1, 8.6.6.4)."""

GAP = 3.0
"""Millimetres between the bleed and a mark, and between a mark and the sheet's edge."""

LEAST_MARGIN = 12.0
"""Millimetres of margin that marks need."""

Obstacles = tuple[Sequence[float], Sequence[float]]
"""Where other marks stand in the margin: millimetres from the trim's left, and from its top."""

_LINE = 0.3  # millimetres
_APART = 0.9  # of the margin: a registration mark and another mark beside it
_CIRCLE = 0.5523  # control points of a quarter circle


def marks(sheet: PressSheet, obstacles: Obstacles = ((), ())) -> bytes:
    """Draw the marks of `sheet` in the units of its page; nothing where its margin is too small.

    Registration marks stand in the middle of each side, or beside `obstacles` there.
    """
    if sheet.margin < LEAST_MARGIN:
        return b""
    pen = _LINE * POINTS_PER_MM / sheet.scale
    lines = [*_crop_marks(sheet), *_registration_marks(sheet, obstacles)]
    return "\n".join(["q", f"/{ALL_PLATES} CS 1 SCN {pen:.4f} w", *lines, "Q"]).encode()


def _crop_marks(sheet: PressSheet) -> list[str]:
    left, bottom, right, top = sheet.trim_box
    width, height = sheet.media_box[2:]
    near, far = sheet.points(GAP), sheet.points(sheet.margin - GAP)
    across = ((near, far), (width - near, width - far))
    down = ((near, far), (height - near, height - far))
    level = [_line(a, y, b, y) for a, b in across for y in (bottom, top)]
    upright = [_line(x, a, x, b) for a, b in down for x in (left, right)]
    return level + upright


def _registration_marks(sheet: PressSheet, obstacles: Obstacles) -> list[str]:
    width, height = sheet.media_box[2:]
    middle, radius = sheet.points(sheet.margin / 2), sheet.points(sheet.margin / 5)
    across = _free(sheet.trim.width, obstacles[0], _APART * sheet.margin)
    down = _free(sheet.trim.height, obstacles[1], _APART * sheet.margin)
    x, y = sheet.at(across, down)
    centres = ((middle, y), (width - middle, y), (x, middle), (x, height - middle))
    return [operator for x, y in centres for operator in target(x, y, radius, 1.6 * radius)]


def _free(length: float, obstacles: Sequence[float], apart: float) -> float:
    """The place nearest to the middle of a side that is so far from every obstacle."""
    steps = range(int(length / 2 / apart))
    places = (length / 2 + sign * step * apart for step in steps for sign in (1, -1))
    free = (at for at in places if all(abs(at - each) >= apart for each in obstacles))
    return next(free, length / 2)


def target(x: float, y: float, r: float, arm: float) -> list[str]:
    """A ring of radius `r` with a cross whose arms reach to `arm`, in units of the page."""
    c = _CIRCLE * r
    curves = (
        (x + r, y + c, x + c, y + r, x, y + r),
        (x - c, y + r, x - r, y + c, x - r, y),
        (x - r, y - c, x - c, y - r, x, y - r),
        (x + c, y - r, x + r, y - c, x + r, y),
    )
    circle = " ".join(" ".join(f"{n:.3f}" for n in curve) + " c" for curve in curves)
    return [
        f"{x + r:.3f} {y:.3f} m {circle} s",
        _line(x - arm, y, x + arm, y),
        _line(x, y - arm, x, y + arm),
    ]


def _line(x0: float, y0: float, x1: float, y1: float) -> str:
    return f"{x0:.3f} {y0:.3f} m {x1:.3f} {y1:.3f} l S"
