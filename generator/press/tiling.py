"""A piece wider than the roll as one PDF: the key drawing, then each panel as a page.

A panel bears a strip beyond both of its ends: its number, where its top is, its neighbours.
"""

import json
from io import BytesIO
from typing import TYPE_CHECKING

from generator.ports import Typesetter
from generator.press.faults import figure
from generator.press.finish import pdf_bytes, set_metadata
from generator.press.intent import set_intent
from generator.press.marks import LEAST_MARGIN
from generator.press.metadata import xmp
from generator.press.order import Order
from generator.press.preflight.delivery import Delivery, open_delivery
from generator.press.tiles import BoxMm, Tile, is_upright, tiles

if TYPE_CHECKING:
    import pikepdf

KEY_TEMPLATE, STRIP_TEMPLATE = "tile-key", "tile-strip"
_FORM, _STRIP = "LoaPiece", "LoaStrip"


def panels_pdf(pdf: bytes, order: Order, typesetter: Typesetter) -> bytes:
    """The key drawing and the panels; every panel shares its overlap with its neighbour."""
    import pikepdf

    panels = tiles(order, letters(pdf, order))
    key = typesetter.pdf(KEY_TEMPLATE, {"job": _key_job(order, panels)})
    marked = typesetter.pdf(STRIP_TEMPLATE, {"job": _strip_job(order, panels)})
    with (
        pikepdf.open(BytesIO(pdf)) as source,
        pikepdf.open(BytesIO(marked)) as strips,
        pikepdf.open(BytesIO(key)) as document,
    ):
        # pikepdf's own form would follow `UserUnit`, ten times too large, and end at the trim.
        part = source.pages[0].as_form_xobject(handle_transformations=False)
        part.BBox = pikepdf.Array(list(source.pages[0].mediabox))
        form = document.copy_foreign(part)
        for panel, strip in zip(panels, strips.pages, strict=True):
            marks = document.copy_foreign(strip.as_form_xobject())
            _add(document, (form, marks), order, panel)
        if order.intent is not None:
            set_intent(document, order.intent)
        packet = xmp(order.facts, order.slug.encode(), pdfx=order.intent is not None)
        set_metadata(document, order.facts, packet)
        _boxes_of_key(document.pages[0])
        return pdf_bytes(document)


def letters(pdf: bytes, order: Order) -> list[BoxMm]:
    """The boxes of all characters on the piece, in millimetres from the trim's left and top."""
    file = Delivery(pdf, order)
    with open_delivery(file):
        boxes = [
            (
                *order.sheet.millimetres(glyph.left, glyph.top),
                *order.sheet.millimetres(glyph.right, glyph.bottom),
            )
            for glyph in file.glyphs
            if not glyph.text.isspace()
        ]
    trim = order.artwork.trim
    return [b for b in boxes if 0 <= b[0] <= trim.width and 0 <= b[1] <= trim.height]


def _add(
    document: "pikepdf.Pdf",
    forms: "tuple[pikepdf.Object, pikepdf.Object]",
    order: Order,
    panel: Tile,
) -> None:
    """A page that shows the part of the piece which the panel covers, and a strip at both ends."""
    import pikepdf

    sheet, margin = order.sheet, order.sheet.points(_margin(order))
    left, top = sheet.at(panel.left, panel.top)
    right, bottom = sheet.at(panel.right, panel.bottom)
    wide, high = right - left, top - bottom
    is_along = is_upright(order)  # strips lie above and below, else on the left and the right
    x, y = (0.0, margin) if is_along else (margin, 0.0)
    page = document.add_blank_page(page_size=(wide + 2 * x, high + 2 * y))
    held = {f"/{_FORM}": forms[0], f"/{_STRIP}": forms[1]}
    page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(held))
    clip = f"{x:.4f} {y:.4f} {wide:.4f} {high:.4f} re W n"
    content = f"q {clip} 1 0 0 1 {x - left:.4f} {y - bottom:.4f} cm /{_FORM} Do Q"
    ends = (0.0, high + margin) if is_along else (margin, wide + 2 * margin)
    turn = "1 0 0 1 0 {:.4f}" if is_along else "0 1 -1 0 {:.4f} 0"
    content += "".join(f" q {turn.format(end)} cm /{_STRIP} Do Q" for end in ends)
    page.Contents = document.make_stream(content.encode())
    page.bleedbox = page.trimbox = pikepdf.Array([x, y, x + wide, y + high])
    if sheet.scale > 1:
        page.obj.UserUnit = sheet.scale


def _margin(order: Order) -> float:
    """How high a strip is, in millimetres."""
    return max(order.sheet.margin, LEAST_MARGIN)


def _strip_job(order: Order, panels: tuple[Tile, ...]) -> str:
    """What stands in the strips; those of panels above each other are read from below upwards."""
    is_along, count = is_upright(order), len(panels)
    following = [at + 1 if at < count else None for at in range(1, count + 1)]
    before = [at - 1 or None for at in range(1, count + 1)]
    ends = zip(*((before, following) if is_along else (following, before)), strict=True)
    content = {
        "family": order.family,
        "scale": order.sheet.scale,
        "height": _margin(order),
        "turned": not is_along,
        "overlap": order.printer.overlap,
        "shared": f"{figure(order.printer.overlap)}\u00a0mm",
        "slug": order.slug,
        "panels": [
            {
                "length": p.right - p.left if is_along else p.bottom - p.top,
                "left": left,
                "right": right,
            }
            for p, (left, right) in zip(panels, ends, strict=True)
        ],
    }
    return json.dumps(content, ensure_ascii=False, sort_keys=True)


def _boxes_of_key(page: "pikepdf.Page") -> None:
    page.bleedbox = page.trimbox = page.mediabox


def _key_job(order: Order, panels: tuple[Tile, ...]) -> str:
    content = {
        "family": order.family,
        "title": order.facts.title,
        "name": order.name,
        "slug": order.slug,
        "roll": order.printer.roll,
        "overlap": order.printer.overlap,
        "bleed": order.artwork.bleed,
        "trim": {"width": order.artwork.trim.width, "height": order.artwork.trim.height},
        "panels": [
            {"left": p.left, "top": p.top, "right": p.right, "bottom": p.bottom} for p in panels
        ],
    }
    return json.dumps(content, ensure_ascii=False, sort_keys=True)
