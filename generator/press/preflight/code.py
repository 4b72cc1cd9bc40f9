"""Point 10: the QR code, read from the rendered file, leads to the page's real address."""

from collections.abc import Iterator

from generator.diagnostics import Rule
from generator.press.faults import Fault, fault
from generator.press.job import qr_rows
from generator.press.preflight.delivery import Delivery
from generator.press.qr import codes_on, differing

NO_CODE = Rule(
    "qr-unreadable",
    "No QR code can be read from the file.",
    "Let the template draw qr-code() large enough and on paper white.",
)
OTHER_CODE = Rule(
    "qr-wrong",
    "The QR code leads to {found} instead of {link}.",
    "Build the file again: the address of the page has changed.",
)
COVERED_MODULES = Rule(
    "qr-covered",
    "{count} modules of the QR code are covered: a crease more, and no telephone reads it.",
    "Let nothing else be drawn over qr-code() in the template.",
)
_TOLERATED = 0.02  # share of modules: the code itself mends up to a quarter of its words


def check(file: Delivery) -> Iterator[Fault]:
    """The code, decoded from the picture as a telephone does, against the address."""
    if file.order is None or not file.order.artwork.link:
        return
    link = file.order.artwork.link
    read = {code.text: code for code in codes_on(file.pdf)}
    if not read:
        yield fault(NO_CODE, "template")
    elif link not in read:
        yield fault(OTHER_CODE, "piece", "id", link=link, found=next(iter(read)))
    else:
        expected = qr_rows(link)
        count = differing(read[link].rows(len(expected)), expected)
        if count > _TOLERATED * len(expected) ** 2:
            yield fault(COVERED_MODULES, "template", count=count)
