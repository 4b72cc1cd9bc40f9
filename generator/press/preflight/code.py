"""Point 10: the QR code, read from the rendered file, leads to the page's real address."""

from collections.abc import Iterator

from generator.diagnostics import Rule
from generator.press.faults import Fault, fault
from generator.press.geometry import Box
from generator.press.job import qr_rows
from generator.press.order import Order
from generator.press.page_rooms import rooms_of
from generator.press.preflight.delivery import Delivery
from generator.press.qr import Code, codes_in, differing
from generator.press.strips import corner

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
_ROUND = 0.2
"""Of the room of the code: so much of what lies round it is looked at as well."""

_TOLERATED = 0.02  # share of modules: the code itself mends up to a quarter of its words


def check(file: Delivery) -> Iterator[Fault]:
    """The code, decoded from the picture as a telephone does, against the address."""
    if file.order is None or not file.order.artwork.link:
        return
    link = file.order.artwork.link
    read = _codes(file, file.order, link)
    if not read:
        yield fault(NO_CODE, "template")
    elif link not in read:
        yield fault(OTHER_CODE, "piece", "id", link=link, found=next(iter(read)))
    else:
        expected = qr_rows(link)
        count = differing(read[link].rows(len(expected)), expected)
        if count > _TOLERATED * len(expected) ** 2:
            yield fault(COVERED_MODULES, "template", count=count)


def _codes(file: Delivery, order: Order, link: str) -> dict[str, Code]:
    """The code where the order puts it; where it is not there, all those on the page."""
    drawn, box = file.drawing_of(file.pdf), _box(order)
    if box is not None:
        read = {code.text: code for code in codes_in(drawn, box)}
        if link in read:
            return read
    return {code.text: code for code in codes_in(drawn)}


def _box(order: Order) -> Box | None:
    """The room of the code, in points of the page; None where a template is not known here."""
    room = rooms_of(order.artwork).get("qr")
    if room is None:
        return None
    (x, y), beyond = corner(order.artwork), _ROUND * room.width
    left, top = order.sheet.at(x + room.x - beyond, y + room.y - beyond)
    right, bottom = order.sheet.at(
        x + room.x + room.width + beyond, y + room.y + room.height + beyond
    )
    return left, bottom, right, top
