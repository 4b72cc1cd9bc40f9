"""Pieces wider than the machine's roll: panels that overlap, with seams that cut no letter."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from generator.diagnostics import Rule
from generator.model.printer import Printer
from generator.model.sizes import Size
from generator.press.order import Order

NO_STEP = Rule(
    "roll-overlap",
    "Panels that share {overlap} mm leave nothing of a roll of {roll} mm.",
    "Write roll: as wide as the machine prints and overlap: as wide as the seam, such as 20 mm.",
)
BoxMm = tuple[float, float, float, float]
"""Left, top, right, bottom, in millimetres from the trim's left and top."""

_STEP = 5.0  # millimetres by which a seam is moved to get clear of letters


@dataclass(frozen=True, slots=True)
class Seam:
    """Where two panels overlap, from `start` to `end` along the width if upright, else height."""

    start: float
    end: float
    upright: bool


@dataclass(frozen=True, slots=True)
class Tile:
    """One panel, bleed included: millimetres from the trim's left and top."""

    left: float
    top: float
    right: float
    bottom: float


def seams(order: Order, letters: Iterable[BoxMm] = ()) -> tuple[Seam, ...]:
    """The seams of a piece; none where one roll is wide enough for its shorter side.

    The fewest panels are taken; each seam is the one nearest to an even division that cuts no
    letter, if there is one that leaves every panel within the roll.
    """
    trim, bleed = order.artwork.trim, order.artwork.bleed
    roll, overlap = order.printer.roll, order.printer.overlap
    if not is_wide(trim, bleed, order.printer):
        return ()
    upright = is_upright(order)
    length = trim.width if upright else trim.height
    taken = [(box[0], box[2]) if upright else (box[1], box[3]) for box in letters]
    found: list[Seam] = []
    start = -bleed
    count = _count(length, order)
    for left in range(count - 1, 0, -1):
        even = start + (length + bleed - start + left * overlap) / (left + 1) - overlap
        latest = start + roll - overlap
        least = length + bleed - left * (roll - overlap) - overlap
        at = _clear(even, max(least, start), latest, overlap, taken)
        found.append(Seam(at, at + overlap, upright))
        start = at
    return tuple(found)


def tiles(order: Order, letters: Iterable[BoxMm] = ()) -> tuple[Tile, ...]:
    """The panels from left to right or from top to bottom; one where nothing is divided."""
    trim, bleed = order.artwork.trim, order.artwork.bleed
    whole = Tile(-bleed, -bleed, trim.width + bleed, trim.height + bleed)
    found = seams(order, letters)
    if not found:
        return (whole,)
    starts = [-bleed, *(seam.start for seam in found)]
    if found[0].upright:
        ends = [*(seam.end for seam in found), whole.right]
        return tuple(Tile(a, whole.top, b, whole.bottom) for a, b in zip(starts, ends, strict=True))
    ends = [*(seam.end for seam in found), whole.bottom]
    return tuple(Tile(whole.left, a, whole.right, b) for a, b in zip(starts, ends, strict=True))


def is_wide(trim: Size, bleed: float, printer: Printer) -> bool:
    """Whether a piece is wider than the roll of its printer on both sides."""
    is_usable = printer.roll and printer.overlap < printer.roll
    return bool(is_usable) and min(trim.width, trim.height) + 2 * bleed > printer.roll


def is_upright(order: Order) -> bool:
    """Whether panels stand side by side: so there are fewer than above each other."""
    trim = order.artwork.trim
    return _count(trim.width, order) <= _count(trim.height, order)


def _count(length: float, order: Order) -> int:
    """Panels for a length, bleed on both sides included."""
    step = order.printer.roll - order.printer.overlap
    return max(1, math.ceil((length + 2 * order.artwork.bleed - order.printer.overlap) / step))


def _clear(
    even: float, least: float, latest: float, overlap: float, taken: list[tuple[float, float]]
) -> float:
    """The place nearest to `even` where no letter lies in the overlap; `even` if there is none."""
    reach = max(even - least, latest - even)
    for step in range(int(reach / _STEP) + 1):
        for at in (even - step * _STEP, even + step * _STEP):
            free = not any(a < at + overlap and b > at for a, b in taken)
            if least <= at <= latest and free:
                return round(at, 3)
    return round(min(max(even, least), latest), 3)
