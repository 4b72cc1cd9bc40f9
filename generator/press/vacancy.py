"""Where on a page there is room for something more."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from generator.press.geometry import Box

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Occupancy = NDArray[np.bool_]

CELLS = 40
"""Along the shorter side of the page."""

MOST = 0.07
"""Of the area of the page that is taken."""

LEAST = 4
"""Cells high; smaller is not seen."""


def vacant(
    page: tuple[float, float], keep: float, shape: float, wishes: Iterable[Sequence[Box]]
) -> Box:
    """The largest free box of a shape (width by height), the lowest, then rightmost of its size.

    `keep` is the distance from the edges. The wishes are what is to stay clear, the strictest
    first: where nothing is free beside all of that, the next is tried; after the last the lower
    right corner is taken.
    """
    width, height = page
    cell = min(page) / CELLS
    across, down = int((width - 2 * keep) / cell), int((height - 2 * keep) / cell)
    largest = min(int((MOST * width * height / cell**2 / shape) ** 0.5), down, int(across / shape))
    corner = (max(0, across - round(LEAST * shape)), 0, round(LEAST * shape), LEAST)
    found = corner
    for boxes in wishes:
        taken = _taken(boxes, keep, cell, (down, across))
        sizes = ((round(high * shape), high) for high in range(largest, LEAST - 1, -1))
        spots = (spot for size in sizes if (spot := _lowest(taken, *size)))
        if spot := next(spots, None):
            found = spot
            break
    x, y, wide, high = (number * cell for number in found)
    return keep + x, keep + y, keep + x + wide, keep + y + high


def _taken(boxes: Sequence[Box], keep: float, cell: float, size: tuple[int, int]) -> "Occupancy":
    """The cells of the inner page that a box touches, rows from below."""
    import numpy as np

    taken = np.zeros(size, np.bool_)
    for box in boxes:
        left, bottom, right, top = ((side - keep) / cell for side in box)
        rows = slice(max(0, int(bottom)), max(0, int(top) + 1))
        taken[rows, max(0, int(left)) : max(0, int(right) + 1)] = True
    return taken


def _lowest(taken: "Occupancy", wide: int, high: int) -> tuple[int, int, int, int] | None:
    """The lowest free spot of so many cells, of several the rightmost."""
    import numpy as np

    rows, columns = taken.shape
    if wide > columns or high > rows:
        return None
    sums = np.pad(taken.astype(np.int64).cumsum(0).cumsum(1), ((1, 0), (1, 0)))
    held = sums[high:, wide:] - sums[:-high, wide:] - sums[high:, :-wide] + sums[:-high, :-wide]
    free = np.argwhere(held == 0)
    if not len(free):
        return None
    row = int(free[:, 0].min())
    return int(free[free[:, 0] == row, 1].max()), row, wide, high
