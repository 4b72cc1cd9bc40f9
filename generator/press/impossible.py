"""What no file can be made of: what a printer asks for, against the size of a piece."""

import math
from collections.abc import Iterator

from generator.diagnostics import Rule, warning
from generator.model.artwork import Artwork
from generator.model.brand import Brand
from generator.model.printer import Printer
from generator.press.faults import Fault, fault, figure
from generator.press.geometry import PressSheet
from generator.press.plates import frame

TOO_MANY_PIXELS = Rule(
    "tiff-too-large",
    "The TIFF would have {pixels} billion pixels at {dpi} dpi; {most} billion is the most.",
    "Write resolution: {least} or less for a printer of pieces so large, or formats: [pdf].",
)
MOST_PIXELS = 3_000_000_000
NO_ROOM = Rule(
    "printer-margin",
    "{key}: {length} mm leave no room on a piece of {size}.",
    "Correct it: a margin is written in millimetres, for example {key}: 50 mm, or give such pieces "
    "a printer of their own.",
)
MUCH_INK = warning(
    "brand-ink",
    "“{name}” takes {share} % of ink, and {limit} % at most are printed: what is filled with it is "
    "refused.",
    "Take less of cmyk: in assets/brand.yml; {printer} has this limit.",
)
MUCH_ASSUMED_INK = MUCH_INK.with_hint("Take less of cmyk: in assets/brand.yml.")
_WIDE = 200  # mm: no margin is wider, so that a smaller one speaks against the piece's size
_LEFT = 0.4  # of the shorter side: less between two margins holds no words


def impossible(artwork: Artwork, printer: Printer) -> Iterator[Fault]:
    """Margins that meet, and pictures that no machine should have to make or to open."""
    side = min(artwork.trim.width, artwork.trim.height)
    for key in ("safe", "hem", "pocket", "bleed"):
        length: float = getattr(printer, key)
        if length >= _WIDE and side - 2 * length < _LEFT * side:
            size = artwork.trim
            yield fault(NO_ROOM, "printer", key, key=key, length=figure(length), size=size)
    rings = printer.eyelets
    if rings and 2 * rings.inset >= side:
        details = {"key": "inset", "length": figure(rings.inset), "size": artwork.trim}
        yield fault(NO_ROOM, "printer", "eyelets", **details)
    if "tiff" in printer.formats:
        yield from too_many_pixels(artwork, printer)


def too_much_ink(brand: Brand, printer: Printer) -> Iterator[Fault]:
    """Colours of which a whole field would be too wet."""
    for key, colour in brand.colours.items():
        if (share := sum(colour.cmyk)) > printer.ink_limit:
            said = {"share": figure(share), "limit": printer.ink_limit, "printer": printer.name}
            rule = MUCH_ASSUMED_INK if printer.is_assumed else MUCH_INK
            yield fault(rule, "brand", "colours", key, "cmyk", name=colour.name, **said)


def too_many_pixels(artwork: Artwork, printer: Printer) -> Iterator[Fault]:
    """A TIFF that is too large."""
    plate = frame(PressSheet(artwork.trim, artwork.bleed), printer.resolution)
    pixels = plate.width * plate.height
    if pixels > MOST_PIXELS:
        yield fault(
            TOO_MANY_PIXELS,
            "printer",
            "resolution",
            pixels=figure(pixels / 1e9),
            most=figure(MOST_PIXELS / 1e9),
            dpi=printer.resolution,
            least=math.floor(printer.resolution * math.sqrt(MOST_PIXELS / pixels)),
        )
