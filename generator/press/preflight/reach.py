"""Part of point 2: what stands at the edge reaches beyond it, to the end of the bleed."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.diagnostics import Rule
from generator.press.faults import Fault, fault, figure
from generator.press.preflight.delivery import Delivery

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    InkValues = NDArray[np.uint16]

BARE = Rule(
    "bleed-bare",
    "The picture ends at the edge on the side {side}: a cut that is off by a little shows white.",
    "Let what stands there reach {asked} mm beyond the edge in the template.",
)
_INKED, _BARE = 60, 12  # of 1020, the sum of four inks: drawn, and as white as paper
_SHARE = 0.05  # of a side that may be so: what only touches the edge, or slants
_LEAST = 2  # pixels of bleed below which nothing can be seen


def check(file: Delivery) -> Iterator[Fault]:
    """Ink just inside of each edge, and none in all of the bleed beside it."""
    if file.order is None or file.ink_sums is None:
        return
    bleed, trim = file.order.artwork.bleed, file.order.artwork.trim
    pixels = round(file.ink_sums.shape[1] * bleed / (trim.width + 2 * bleed))
    if pixels < _LEAST:
        return
    sums = file.ink_sums
    for side, picture in (
        ("left", sums),
        ("right", sums[:, ::-1]),
        ("top", sums.T),
        ("bottom", sums[::-1].T),
    ):
        if _bare(picture, pixels) > _SHARE:
            yield fault(BARE, "template", side=side, asked=figure(bleed))


def _bare(picture: "InkValues", pixels: int) -> float:
    """The share of the left side, corners left out, that is drawn inside and bare outside."""
    inside = picture[pixels:-pixels, pixels + 1]
    outside = picture[pixels:-pixels, : pixels - 1].max(axis=1)  # edges that slant move a little
    return float(((inside > _INKED) & (outside < _BARE)).mean())
