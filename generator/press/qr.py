"""QR codes on a page, read as telephones read them: segno draws our codes, ZXing reads them.

Two hands that know nothing of each other, so that a mistake of the drawing is seen.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import sqrt
from typing import TYPE_CHECKING

from generator.press.drawn_file import DrawnFile
from generator.press.geometry import Box

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from zxingcpp import Position

QUIET = 4
"""Modules that stay light round a code."""

PAGE_PIXELS = 7_200_000
"""Of the picture of a page in which a code is looked for: by its area, for a code on a long banner
is as high as the banner lets it be, however long that is."""

ROOM_PIXELS = 640_000
"""Of the picture of a room that a code fills: more than ten a side for each of its modules."""

_DARK = 110  # a dark grey, of 255


@dataclass(frozen=True, slots=True)
class Code:
    """What a code says, and its corners in pixels of the picture, from its own top left on."""

    text: str
    corners: "NDArray[np.float64]" = field(repr=False)
    picture: "NDArray[np.uint8]" = field(repr=False)

    def rows(self, count: int) -> list[str]:
        """Its modules as they were drawn, `count` a side, as texts of 0 and 1."""
        import numpy as np

        first, right, _, below = self.corners
        middles = (np.arange(count) + 0.5) / count
        across, down = (middles[:, None] * (end - first) for end in (right, below))
        x, y = (first + across[None, :] + down[:, None]).astype(int).transpose(2, 0, 1)
        dark = self.picture[y, x] < _DARK
        return ["".join("01"[int(module)] for module in row) for row in dark]


def codes_on(pdf: bytes) -> list[Code]:
    """The codes on the first page of a PDF, however they are turned."""
    file = DrawnFile(pdf)
    try:
        return codes_in(file)
    finally:
        file.close()


def codes_in(file: DrawnFile, box: Box | None = None) -> list[Code]:
    """The same of a file that is open, or only those in a box of its page, in points.

    A box is drawn as finely on the longest banner as on a leaflet.
    """
    import numpy as np
    import zxingcpp

    picture = _rendered(file, box)
    kind = zxingcpp.BarcodeFormat.QRCode
    found = zxingcpp.read_barcodes(picture, formats=kind, try_invert=False)
    return [Code(code.text, np.array(list(_corners(code.position))), picture) for code in found]


def _corners(place: "Position") -> Iterator[tuple[float, float]]:
    for point in (place.top_left, place.top_right, place.bottom_right, place.bottom_left):
        yield float(point.x), float(point.y)


def _rendered(file: DrawnFile, box: Box | None) -> "NDArray[np.uint8]":
    """The first page, or a box of it, in grey; of a box beyond the page there is nothing."""
    import numpy as np

    wide, high = size = file.page.get_size()
    left, bottom, right, top = box or (0, 0, wide, high)
    zoom = sqrt((ROOM_PIXELS if box else PAGE_PIXELS) / ((right - left) * (top - bottom)))
    cut = _cut_off(size, box)
    if min(wide - cut[0] - cut[2], high - cut[1] - cut[3]) * zoom < 1:
        return np.zeros((1, 1), np.uint8)
    bitmap = file.page.render(scale=zoom, crop=cut, grayscale=True)
    grey = np.asarray(bitmap.to_numpy(), np.uint8)
    return np.array(grey.reshape(grey.shape[:2]))


def _cut_off(size: tuple[float, float], box: Box | None) -> Box:
    """What lies on each side of a box."""
    if box is None:
        return (0, 0, 0, 0)
    left, bottom, right, top = box
    return (max(0, left), max(0, bottom), max(0, size[0] - right), max(0, size[1] - top))


def differing(one: list[str], other: list[str]) -> int:
    """How many modules of two codes differ."""
    return sum(a != b for rows in zip(one, other, strict=True) for a, b in zip(*rows, strict=True))
