"""Point 11: the TIFF has the pixels, the tags and every row that was ordered."""

from collections.abc import Iterator

from generator.diagnostics import RefusalError, Rule
from generator.press.faults import Fault, fault
from generator.press.plates import frame
from generator.press.preflight.delivery import Delivery
from generator.press.tiffread import Tags, tags

WRONG_PIXELS = Rule(
    "tiff-pixels",
    "The TIFF has {found} pixels; {ordered} were ordered.",
    "Correct size: of the piece or resolution: of the printer, and build again.",
)
WRONG_TAG = Rule(
    "tiff-tag",
    "The TIFF says {tag} = {found}; it must be {ordered}.",
    "Build it again with loa build print --format tiff.",
)


def check(file: Delivery) -> Iterator[Fault]:
    """Tags, then every row."""
    if not file.tiff:
        return
    try:
        yield from _tags(file, tags(file.tiff))
        _ = file.small_tiff
    except RefusalError as error:
        yield fault(error.refusal.rule, "file", **error.refusal.details)


def _tags(file: Delivery, found: Tags) -> Iterator[Fault]:
    must = {"inks": (found.samples, 4), "bits": (found.bits, 8), "colours": (found.photometric, 5)}
    if file.order is not None:
        order = file.order
        plate = frame(order.plain_sheet, order.printer.resolution)
        if (found.width, found.height) != (plate.width, plate.height):
            yield fault(
                WRONG_PIXELS,
                "printer",
                "resolution",
                found=f"{found.width} × {found.height}",
                ordered=f"{plate.width} × {plate.height}",
            )
        must["dpi"] = (round(found.dpi), order.printer.resolution)
        must["ICC"] = (len(found.icc), len(order.intent.icc) if order.intent else 0)
    for tag, (value, ordered) in must.items():
        if value != ordered:
            yield fault(WRONG_TAG, "file", tag=tag, found=value, ordered=ordered)
