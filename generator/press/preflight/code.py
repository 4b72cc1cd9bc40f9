"""Point 10: the QR code, read from the rendered file, leads to the page's real address."""

from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from generator.diagnostics import Rule
from generator.press.faults import Fault, fault
from generator.press.job import qr_rows
from generator.press.preflight.file import Delivered
from generator.press.qr import codes, dark_of, differing
from generator.press.qrtext import UnreadableCodeError, text_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

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
    read = next(_read(dark_of(file.pdf)), None)
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
