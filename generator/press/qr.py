"""QR codes on a page, read as telephones read them: segno draws our codes, ZXing reads them.

Two hands that know nothing of each other, so that a mistake of the drawing is seen.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from zxingcpp import Position

QUIET = 4
"""Modules that stay light round a code."""

PIXELS = 3200
"""The longer side of the picture in which a code is looked for."""

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
    import numpy as np
    import zxingcpp

    picture = _rendered(pdf)
    kind = zxingcpp.BarcodeFormat.QRCode
    found = zxingcpp.read_barcodes(picture, formats=kind, try_invert=False)
    return [Code(code.text, np.array(list(_corners(code.position))), picture) for code in found]


def _corners(place: "Position") -> Iterator[tuple[float, float]]:
    for point in (place.top_left, place.top_right, place.bottom_right, place.bottom_left):
        yield float(point.x), float(point.y)


def _rendered(pdf: bytes) -> "NDArray[np.uint8]":
    """The first page in grey."""
    import numpy as np
    import pypdfium2

    document: Any = pypdfium2.PdfDocument(pdf)
    try:
        page = document[0]
        zoom = PIXELS / max(page.get_size())
        bitmap = page.render(scale=zoom, grayscale=True, optimize_mode=None)
        grey = np.asarray(bitmap.to_numpy(), np.uint8)
        return np.array(grey.reshape(grey.shape[:2]))
    finally:
        document.close()


def differing(one: list[str], other: list[str]) -> int:
    """How many modules of two codes differ."""
    return sum(a != b for rows in zip(one, other, strict=True) for a, b in zip(*rows, strict=True))
