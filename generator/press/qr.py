"""Find QR codes in a picture of a page by their three corners, and look at every module."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Dark = NDArray[np.bool_]

FINDER = 7
"""Modules of a corner's side: dark, light, three dark, light, dark."""

QUIET = 4
"""Modules that stay light round a code."""

PIXELS = 3200
"""The longer side of the picture in which a code is looked for."""

_RUNS = (1, 1, 3, 1, 1)
_SIZES = 40  # versions of the standard
_MOST = 60  # candidates for a corner: more is a pattern, not a code


@dataclass(frozen=True, slots=True)
class Corner:
    """The middle of a corner and the size of a module, in pixels."""

    x: float
    y: float
    module: float


def codes(dark: "Dark") -> Iterator[list[str]]:
    """The rows, as texts of 0 and 1, of all that may be a code: the likeliest size first."""
    for three in combinations(_corners(dark)[:12], 3):
        placed = _placed(three)
        if placed is not None:
            yield from (_sampled(dark, placed, count) for count in _counts(placed))


def places(dark: "Dark") -> Iterator[tuple[float, float, float, float]]:
    """Left, top, right, bottom in pixels of all that may be a code, its quiet zone included."""
    for three in combinations(_corners(dark)[:12], 3):
        placed = _placed(three)
        if placed is not None:
            first, right, below = placed
            out = (FINDER / 2 + QUIET) * first.module
            yield first.x - out, first.y - out, right.x + out, below.y + out


def dark_of(pdf: bytes) -> "Dark":
    """The first page of a PDF as dark and light, as a telephone sees it."""
    import numpy as np
    import pypdfium2

    document: Any = pypdfium2.PdfDocument(pdf)
    try:
        page = document[0]
        zoom = PIXELS / max(page.get_size())
        bitmap = page.render(scale=zoom, grayscale=True, optimize_mode=None)
        grey = np.asarray(bitmap.to_numpy(), np.uint8)
        return np.ascontiguousarray(grey.reshape(grey.shape[:2]) < 110)  # noqa: PLR2004 - a dark grey
    finally:
        document.close()


def _counts(placed: tuple[Corner, Corner, Corner]) -> list[int]:
    """Modules of a side: the three of the forty sizes that are nearest to what is measured."""
    first, right, _ = placed
    module = sum(corner.module for corner in placed) / 3
    measured = (right.x - first.x) / module + FINDER
    near = round((measured - 17) / 4)
    sizes = [17 + 4 * version for version in range(near - 1, near + 2) if 1 <= version <= _SIZES]
    return sorted(sizes, key=lambda size: abs(size - measured))


def _corners(dark: "Dark") -> list[Corner]:
    """Places where rows and columns show the pattern of a corner, best supported first."""
    found: list[list[Corner]] = []
    for y in range(0, dark.shape[0], 3):
        for corner in _in_row(dark, y):
            near = next((group for group in found if _same(group[0], corner)), None)
            if near is not None:
                near.append(corner)
            elif len(found) < _MOST:
                found.append([corner])
    groups = sorted((group for group in found if len(group) > 1), key=len, reverse=True)
    return [_mean(group) for group in groups]


def _in_row(dark: "Dark", y: int) -> list[Corner]:
    corners = []
    for x, module in _patterns(dark[y]):
        for middle, other in _patterns(dark[:, round(x)]):
            if abs(middle - y) < 2 * module and abs(other - module) < module / 2:
                corners.append(Corner(x, middle, (module + other) / 2))
    return corners


def _patterns(line: "Dark") -> list[tuple[float, float]]:
    """The middles and module sizes of 1:1:3:1:1 in a line of pixels."""
    import numpy as np

    edges = np.flatnonzero(np.diff(line)) + 1
    if len(edges) < len(_RUNS) + 1:
        return []
    lengths = np.diff(edges)
    windows = np.lib.stride_tricks.sliding_window_view(lengths, len(_RUNS))
    module = windows.sum(axis=1) / FINDER
    fits = (np.abs(windows - module[:, None] * np.array(_RUNS)) < module[:, None] * 0.6).all(axis=1)
    fits &= line[edges[: len(windows)]]
    return [
        (float((edges[i] + edges[i + len(_RUNS)]) / 2), float(module[i]))
        for i in np.flatnonzero(fits & (module >= 2))  # noqa: PLR2004 - pixels of a module
    ]


def _same(one: Corner, other: Corner) -> bool:
    return max(abs(one.x - other.x), abs(one.y - other.y)) < FINDER * one.module / 2


def _mean(group: list[Corner]) -> Corner:
    count = len(group)
    return Corner(
        sum(c.x for c in group) / count,
        sum(c.y for c in group) / count,
        sum(c.module for c in group) / count,
    )


def _placed(three: tuple[Corner, ...]) -> tuple[Corner, Corner, Corner] | None:
    """Top left, top right, bottom left, if three corners stand so and upright."""
    sizes = [corner.module for corner in three]
    if max(sizes) > 1.3 * min(sizes):
        return None
    by_row = sorted(three, key=lambda corner: corner.y)
    above = sorted(by_row[:2], key=lambda corner: corner.x)
    below = by_row[2]
    slack = 2 * max(sizes)
    across, down = above[1].x - above[0].x, below.y - above[0].y
    square = abs(across - down) < slack
    upright = abs(above[0].y - above[1].y) < slack and abs(above[0].x - below.x) < slack
    return (above[0], above[1], below) if square and upright else None


def _sampled(dark: "Dark", placed: tuple[Corner, Corner, Corner], count: int) -> list[str]:
    first, right, below = placed
    span = count - FINDER
    wide, high = (right.x - first.x) / span, (below.y - first.y) / span
    left, top = first.x - 3 * wide, first.y - 3 * high
    xs = [min(max(round(left + i * wide), 0), dark.shape[1] - 1) for i in range(count)]
    ys = [min(max(round(top + i * high), 0), dark.shape[0] - 1) for i in range(count)]
    return ["".join(str(int(dark[y, x])) for x in xs) for y in ys]


def differing(one: list[str], other: list[str]) -> int:
    """How many modules of two codes differ."""
    return sum(a != b for rows in zip(one, other, strict=True) for a, b in zip(*rows, strict=True))
