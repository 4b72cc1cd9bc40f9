"""Point 6: pictures have enough pixels for the size at which they stand, lines enough width."""

import math
from collections.abc import Iterator

from generator.press.faults import Fault, fault, figure
from generator.press.preflight import lines
from generator.press.preflight.content import held
from generator.press.preflight.file import Delivered
from generator.press.rooms import ROUNDED, TOO_COARSE


def check(file: Delivered) -> Iterator[Fault]:
    """Pixels over inches of every picture that is drawn; then the lines."""
    yield from _pictures(file)
    yield from lines.check(file)


def _pictures(file: Delivered) -> Iterator[Fault]:
    asked = file.order.printer.resolution if file.order else 0
    for item in file.drawn:
        if item.operator != "Do":
            continue
        image = held(item.resources, "/XObject", item.operands[0])
        if image is None or image.get("/Subtype") != "/Image":
            continue
        a, b, c, d, _, _ = item.state.matrix
        width = math.hypot(a, b) * file.unit / 25.4
        height = math.hypot(c, d) * file.unit / 25.4
        dpi = min(float(image.Width) / width, float(image.Height) / height)
        if dpi < asked - ROUNDED:
            pixels = math.ceil(width * asked)
            key = _key(file, f"/{image.Width}x{image.Height}-")
            yield fault(TOO_COARSE, "piece", *key, dpi=figure(dpi), asked=asked, pixels=pixels)


def _key(file: Delivered, pixels: str) -> tuple[str, ...]:
    """Where the piece names a picture, told by its size."""
    sponsor = file.order.artwork.sponsor if file.order else None
    return ("sponsor", "logo") if sponsor and pixels in sponsor.logo else ("illustration",)
