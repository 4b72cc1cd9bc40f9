"""The stamp of artwork that is only to be looked at, drawn over the page that a template drew.

It does not trust the template to draw it, and covers neither the words nor the code of the piece.
"""

import json
from collections.abc import Iterator
from io import BytesIO

from generator.ports import Typesetter
from generator.press.geometry import Box
from generator.press.glyphs import glyphs_of
from generator.press.job import qr_rows
from generator.press.order import Order
from generator.press.outlines import letters_as_paths
from generator.press.previews import STAMP, WORDS
from generator.press.qr import QUIET, codes_on
from generator.press.vacancy import vacant

TEMPLATE = "stamp"
_SHAPE = 3.2  # its width by its height
_MAIN = 0.6  # of the highest letter: the main words


def with_stamp(order: Order, drawing: bytes, typesetter: Typesetter) -> bytes:
    """The page that a template drew, with the stamp where the order is only to be looked at."""
    import pikepdf

    if not order.preview:
        return drawing
    box = _box_on(order, drawing)
    mark = letters_as_paths(typesetter.pdf(TEMPLATE, {"job": _job(order, box)}))
    with pikepdf.open(BytesIO(drawing)) as document, pikepdf.open(BytesIO(mark)) as source:
        page = document.pages[0]
        form = document.copy_foreign(source.pages[0].as_form_xobject())
        page.add_resource(form, pikepdf.Name.XObject, pikepdf.Name(f"/{STAMP}"))
        page.contents_add(f"q 1 0 0 1 {box[0]:.4f} {box[1]:.4f} cm /{STAMP} Do Q".encode())
        page.contents_coalesce()
        target = BytesIO()
        document.save(target, deterministic_id=True)
        return target.getvalue()


def stamped_svg(order: Order, drawing: bytes, svg: bytes, typesetter: Typesetter) -> bytes:
    """The same page as SVG, with the stamp where it stands in `drawing`, the page as PDF."""
    if not order.preview:
        return svg
    box = _box_on(order, drawing)
    mark = typesetter.svg(TEMPLATE, {"job": _job(order, box)}).decode()
    at = f'<svg x="{box[0]:.3f}" y="{_page(order)[1] - box[3]:.3f}"'
    whole, end, rest = svg.decode().rpartition("</svg>")
    return f"{whole}{mark[mark.index('<svg') :].replace('<svg', at, 1)}{end}{rest}".encode()


def _job(order: Order, box: Box) -> str:
    left, bottom, right, top = box
    size = {"width": round(right - left, 3), "height": round(top - bottom, 3)}
    content = {**size, "family": order.family, "words": WORDS}
    return json.dumps(content, ensure_ascii=False, sort_keys=True)


def _page(order: Order) -> tuple[float, float]:
    """The size of the page that a template draws, to the bleed, in points."""
    left, bottom, right, top = order.sheet.bleed_box
    return right - left, top - bottom


def _box_on(order: Order, drawn: bytes) -> Box:
    """Where the stamp stands, in points of the page."""
    glyphs = [glyph for glyph in glyphs_of(drawn) if not glyph.text.isspace()]
    tallest = max((glyph.top - glyph.bottom for glyph in glyphs), default=0)
    words = [(one.left, one.bottom, one.right, one.top) for one in glyphs]
    main = [box for box in words if box[3] - box[1] > _MAIN * tallest]
    codes = list(_codes(order, drawn))
    keep = order.sheet.points(order.artwork.bleed + order.artwork.safe)
    return vacant(_page(order), keep, _SHAPE, ([*words, *codes], [*main, *codes], main))


def _codes(order: Order, drawn: bytes) -> Iterator[Box]:
    """The QR code of the piece with the quiet zone that it needs."""
    if order.artwork.link:
        wide, high = _page(order)
        count = len(qr_rows(order.artwork.link))
        for code in codes_on(drawn):
            xs, ys = code.corners.T * (wide / code.picture.shape[1])
            quiet = QUIET / count * max(xs.max() - xs.min(), ys.max() - ys.min())
            yield (
                float(xs.min() - quiet),
                float(high - ys.max() - quiet),
                float(xs.max() + quiet),
                float(high - ys.min() + quiet),
            )
