"""Point 10: the QR code, read from the rendered file, leads to the page's real address."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from generator.diagnostics import Rule
from generator.press.faults import Fault, fault
from generator.press.job import qr_rows
from generator.press.preflight.file import Delivered
from generator.press.qr import differing, modules

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

PIXELS = 3200
"""The longer side of the picture in which the code is looked for."""

NO_CODE = Rule(
    "qr-unreadable",
    "No QR code can be read from the file.",
    "Let the template draw qr-code() large enough, upright and on paper white.",
)
OTHER_CODE = Rule(
    "qr-wrong",
    "The QR code does not lead to {link}: {count} of its modules differ.",
    "Build the file again: the address of the page has changed, or the code is covered.",
)
_TOLERATED = 0.02  # share of modules: the code itself mends up to a quarter of its words


def check(file: Delivered) -> Iterator[Fault]:
    """The code of the picture against that of the address."""
    if file.order is None or not file.order.artwork.link:
        return
    link = file.order.artwork.link
    expected = qr_rows(link)
    found = modules(_dark(file), len(expected))
    if found is None:
        yield fault(NO_CODE, "template")
        return
    count = differing(found, expected)
    if count > _TOLERATED * len(expected) ** 2:
        yield fault(OTHER_CODE, "piece", "id", link=link, count=count)


def _dark(file: Delivered) -> "NDArray[np.bool_]":
    """The page as dark and light, as a telephone sees it."""
    import numpy as np
    import pypdfium2

    document: Any = pypdfium2.PdfDocument(file.pdf)
    try:
        page = document[0]
        zoom = PIXELS / max(page.get_size())
        bitmap = page.render(scale=zoom, grayscale=True, optimize_mode=None)
        grey = np.asarray(bitmap.to_numpy(), np.uint8)
        return np.ascontiguousarray(grey.reshape(grey.shape[:2]) < 110)  # noqa: PLR2004 - a dark grey
    finally:
        document.close()
