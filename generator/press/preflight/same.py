"""Point 12: the TIFF shows the picture of the PDF."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.diagnostics import Rule
from generator.press.faults import Fault, fault
from generator.press.preflight.file import Delivered
from generator.press.tiffread import TiffError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

OTHER_PICTURE = Rule(
    "tiff-differs",
    "The TIFF does not show the picture of the PDF: {share} % of it differ.",
    "Build both again with loa build print --format pdf,tiff.",
)
_UNLIKE = 80  # of 255: a cell that differs by more is not the same
_TOLERATED = 0.5  # per cent of cells: edges fall on one side or the other


def check(file: Delivered) -> Iterator[Fault]:
    """The four inks of both pictures, cell by cell."""
    import numpy as np

    if not file.tiff or file.inks is None:
        return
    try:
        small = file.small_tiff
    except TiffError:
        return  # point 11 tells it
    across = np.linspace(0, file.inks.shape[1], small.shape[1] + 1).astype(int)
    down = np.linspace(0, file.inks.shape[0], small.shape[0] + 1).astype(int)
    ours = _cells(file.inks, down, across)
    unlike = (np.abs(ours - small).max(axis=2) > _UNLIKE).mean() * 100
    if unlike > _TOLERATED:
        yield fault(OTHER_PICTURE, "file", share=f"{unlike:.1f}")


def _cells(
    picture: "NDArray[np.uint8]", down: "NDArray[np.int_]", across: "NDArray[np.int_]"
) -> "NDArray[np.float32]":
    import numpy as np

    sums = np.add.reduceat(picture, across[:-1], axis=1, dtype=np.uint32)
    sums = np.add.reduceat(sums, down[:-1], axis=0)
    size = np.diff(across)[None, :, None] * np.diff(down)[:, None, None]
    return np.asarray(sums / size, np.float32)
