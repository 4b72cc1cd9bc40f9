"""Point 6: pictures have enough pixels for the size at which they stand, lines enough width."""

import math
from collections.abc import Iterator

from generator.press.faults import Fault, fault, figure
from generator.press.page_resources import resource
from generator.press.preflight import line_width
from generator.press.preflight.delivery import Delivery
from generator.press.rooms import ROUNDING, TOO_COARSE


def check(file: Delivery) -> Iterator[Fault]:
    """Pixels over inches of every picture that is drawn; then the lines."""
    yield from _pictures(file)
    yield from line_width.check(file)


def _pictures(file: Delivery) -> Iterator[Fault]:
    asked = file.order.printer.resolution if file.order else 0
    for item in file.operations:
        if item.operator != "Do":
            continue
        image = resource(item.resources, "/XObject", item.operands[0])
        if image is None or image.get("/Subtype") != "/Image":
            continue
        a, b, c, d, _, _ = item.state.matrix
        width = math.hypot(a, b) * file.unit / 25.4
        height = math.hypot(c, d) * file.unit / 25.4
        dpi = min(float(image.Width) / width, float(image.Height) / height)
        if dpi < asked - ROUNDING:
            pixels = math.ceil(width * asked)
            key = _key(file, f"/{image.Width}x{image.Height}-")
            yield fault(TOO_COARSE, "piece", *key, dpi=figure(dpi), asked=asked, pixels=pixels)


def _key(file: Delivery, pixels: str) -> tuple[str, ...]:
    """Where the piece names a picture, told by its size."""
    sponsor = file.order.artwork.sponsor if file.order else None
    return ("sponsor", "logo") if sponsor and pixels in sponsor.logo else ("illustration",)
