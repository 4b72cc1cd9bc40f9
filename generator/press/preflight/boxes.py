"""Point 2: the finished size is the one that was ordered, with bleed on four sides."""

from collections.abc import Iterator
from itertools import pairwise

from generator.diagnostics import Rule
from generator.press.faults import Fault, fault, figure
from generator.press.geometry import Box
from generator.press.preflight import reach
from generator.press.preflight.delivery import Delivery

TOLERANCE = 0.5
"""Millimetres by which the finished size may differ from the order."""

NO_BOX = Rule(
    "box-missing",
    "The page has no {box}.",
    "Build it again with loa build print.",
)
WRONG_SIZE = Rule(
    "wrong-size",
    "The finished size is {found} mm; {ordered} mm was ordered.",
    "Correct size: in the piece, or build the file again.",
)
NOT_NESTED = Rule(
    "boxes-not-nested",
    "{inner} reaches out of {outer}.",
    "Build it again with loa build print.",
)
NO_BLEED = Rule(
    "bleed-missing",
    "There are {found} mm of bleed on the side {side}; the printer asks for {asked} mm.",
    "Set bleed: of the printer to what the shop asks for, and build again.",
)
_BOXES = ("/TrimBox", "/BleedBox", "/MediaBox")
_SIDES = ("left", "bottom", "right", "top")
_SLACK = 0.01  # units: rounding of four decimals


def check(file: Delivery) -> Iterator[Fault]:
    """Trim × UserUnit against the order, Trim ⊂ Bleed ⊂ Media, bleed on four sides, drawn."""
    found = list(sizes(file))
    yield from found
    if not any(each.rule is NO_BOX for each in found):
        yield from reach.check(file)


def sizes(file: Delivery) -> Iterator[Fault]:
    """The boxes alone, whatever is drawn in them."""
    missing = [name for name in _BOXES if name not in file.page.obj]
    for name in missing:
        yield fault(NO_BOX, "file", box=name[1:])
    if missing:
        return
    trim, bleed, media = (_box(file, name) for name in _BOXES)
    for (inner, inner_name), (outer, outer_name) in pairwise(
        ((trim, "TrimBox"), (bleed, "BleedBox"), (media, "MediaBox"))
    ):
        if not _inside(inner, outer):
            yield fault(NOT_NESTED, "file", inner=inner_name, outer=outer_name)
    if file.order is not None:
        yield from _against_order(file, trim, bleed)


def _against_order(file: Delivery, trim: Box, bleed: Box) -> Iterator[Fault]:
    if file.order is None:
        return
    artwork, unit = file.order.artwork, file.unit
    width, height = (trim[2] - trim[0]) * unit, (trim[3] - trim[1]) * unit
    if max(abs(width - artwork.trim.width), abs(height - artwork.trim.height)) > TOLERANCE:
        ordered = f"{figure(artwork.trim.width)} × {figure(artwork.trim.height)}"
        yield fault(
            WRONG_SIZE,
            "piece",
            "size",
            found=f"{figure(width)} × {figure(height)}",
            ordered=ordered,
        )
    for side, index in zip(_SIDES, range(4), strict=True):
        found = abs(bleed[index] - trim[index]) * unit
        if found < file.order.printer.bleed - TOLERANCE:
            asked = figure(file.order.printer.bleed)
            yield fault(NO_BLEED, "printer", "bleed", found=figure(found), side=side, asked=asked)


def _box(file: Delivery, name: str) -> Box:
    left, bottom, right, top = (float(side) for side in file.page.obj[name])
    return left, bottom, right, top


def _inside(inner: Box, outer: Box) -> bool:
    return (
        inner[0] >= outer[0] - _SLACK
        and inner[1] >= outer[1] - _SLACK
        and inner[2] <= outer[2] + _SLACK
        and inner[3] <= outer[3] + _SLACK
    )
