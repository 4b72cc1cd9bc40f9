"""Point 12: the TIFF shows the picture of the PDF."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from generator.diagnostics import RefusalError, Rule
from generator.press.faults import Fault, fault, figure
from generator.press.preflight.delivery import Delivery

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

OTHER_PICTURE = Rule(
    "tiff-differs",
    "The TIFF does not show the picture of the PDF: {share} % of it differ.",
    "Build both again with loa build print --format pdf,tiff.",
)
TOLERANCE = 0.5
"""Per cent of cells that may differ: edges fall on one side or the other."""

_UNLIKE = 80  # of 255: a cell that differs by more is not the same


def check(file: Delivery) -> Iterator[Fault]:
    """The four inks of both pictures, cell by cell."""
    if not file.tiff or file.inks is None:
        return
    try:
        small = file.small_tiff
    except RefusalError:
        return  # point 11 tells it
    share = unlike(cells(file.inks, small.shape[1], small.shape[0]), small)
    if share > TOLERANCE:
        yield fault(OTHER_PICTURE, "file", share=figure(share))


def unlike(one: "NDArray[Any]", other: "NDArray[Any]") -> float:
    """The share of two pictures of four inks that differs, in per cent."""
    import numpy as np

    difference = np.abs(one.astype(np.int16) - other.astype(np.int16)).max(axis=2)
    return float((difference > _UNLIKE).mean() * 100)


def cells(picture: "NDArray[np.uint8]", wide: int, high: int) -> "NDArray[np.float32]":
    """A picture as the means of so many cells."""
    import numpy as np

    across = np.linspace(0, picture.shape[1], wide + 1).astype(int)
    down = np.linspace(0, picture.shape[0], high + 1).astype(int)
    sums = np.add.reduceat(picture, across[:-1], axis=1, dtype=np.uint32)
    sums = np.add.reduceat(sums, down[:-1], axis=0)
    size = np.diff(across)[None, :, None] * np.diff(down)[:, None, None]
    return np.asarray(sums / size, np.float32)
