"""Point 10: the QR code, read from the rendered file, leads to the page's real address."""

from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from generator.diagnostics import Rule
from generator.press.faults import Fault, fault
from generator.press.job import qr_rows
from generator.press.preflight.file import Delivered
from generator.press.qr import codes, differing
from generator.press.qrtext import UnreadableCodeError, text_of

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
    "The QR code leads to {found} instead of {link}.",
    "Build the file again: the address of the page has changed.",
)
COVERED = Rule(
    "qr-covered",
    "{count} modules of the QR code are covered: a crease more, and no telephone reads it.",
    "Let nothing else be drawn over qr-code() in the template.",
)
_TOLERATED = 0.02  # share of modules: the code itself mends up to a quarter of its words


def check(file: Delivered) -> Iterator[Fault]:
    """The code, decoded from the picture as a telephone does, against the address."""
    if file.order is None or not file.order.artwork.link:
        return
    link = file.order.artwork.link
    read = next(_read(_dark(file)), None)
    if read is None:
        yield fault(NO_CODE, "template")
        return
    rows, said = read
    if said != link:
        yield fault(OTHER_CODE, "piece", "id", link=link, found=said)
        return
    expected = qr_rows(link)
    count = differing(rows, expected) if len(rows) == len(expected) else 0
    if count > _TOLERATED * len(expected) ** 2:
        yield fault(COVERED, "template", count=count)


def _read(dark: "NDArray[np.bool_]") -> Iterator[tuple[list[str], str]]:
    """Every code of the picture that can be decoded, with what it says."""
    for rows in codes(dark):
        with suppress(UnreadableCodeError):
            yield rows, text_of(rows)


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
