"""A piece wider than the roll as one PDF: the key drawing, then each panel as a page."""

import json
from io import BytesIO
from typing import TYPE_CHECKING

from generator.ports import Typesetter
from generator.press.finish import pdf_bytes, set_metadata
from generator.press.geometry import PressSheet
from generator.press.intent import set_intent
from generator.press.metadata import xmp
from generator.press.order import Order
from generator.press.preflight.delivery import Delivery, open_delivery
from generator.press.tiles import BoxMm, Tile, tiles

if TYPE_CHECKING:
    import pikepdf

KEY_TEMPLATE = "tile-key"
_FORM = "LoaPiece"


def panels_pdf(pdf: bytes, order: Order, typesetter: Typesetter) -> bytes:
    """The key drawing and the panels; every panel shares its overlap with its neighbour."""
    import pikepdf

    panels = tiles(order, letters(pdf, order))
    key = typesetter.pdf(KEY_TEMPLATE, {"job": _key_job(order, panels)})
    with pikepdf.open(BytesIO(pdf)) as source, pikepdf.open(BytesIO(key)) as document:
        # pikepdf's own form would follow `UserUnit`, ten times too large, and end at the trim.
        part = source.pages[0].as_form_xobject(handle_transformations=False)
        part.BBox = pikepdf.Array(list(source.pages[0].mediabox))
        form = document.copy_foreign(part)
        for panel in panels:
            _add(document, form, order.sheet, panel)
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


def _add(document: "pikepdf.Pdf", form: "pikepdf.Object", sheet: PressSheet, panel: Tile) -> None:
    """A page that shows the part of the piece which the panel covers."""
    import pikepdf

    left, top = sheet.at(panel.left, panel.top)
    right, bottom = sheet.at(panel.right, panel.bottom)
    page = document.add_blank_page(page_size=(right - left, top - bottom))
    page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary({f"/{_FORM}": form}))
    clip = f"0 0 {right - left:.4f} {top - bottom:.4f} re W n"
    content = f"q {clip} 1 0 0 1 {-left:.4f} {-bottom:.4f} cm /{_FORM} Do Q"
    page.Contents = document.make_stream(content.encode())
    page.bleedbox = page.trimbox = page.mediabox
    if sheet.scale > 1:
        page.obj.UserUnit = sheet.scale


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
