"""A page of an order, set from its template, and the file for the print shop round it."""

from collections.abc import Sequence

from generator.ports import Typesetter
from generator.press.conditions import finishing_in_words
from generator.press.eyelets import finishing_marks, obstacles
from generator.press.finish import Margin, finish
from generator.press.folds import fold_marks, folds_of
from generator.press.order import Order
from generator.press.shared_fonts import pages_apart
from generator.press.slug import TEMPLATE, slug_job
from generator.press.stamp import with_stamp
from generator.press.studio_page import studio_page


def page(order: Order, typesetter: Typesetter) -> bytes:
    """The page that the template, or a studio, draws, stamped where it is only to be looked at.

    Raises:
        TypesetError: it cannot be set.
        RefusalError: a studio's file has no such page.
    """
    if order.studio is not None:
        drawn = studio_page(order.studio, order.sheet)
    else:
        drawn = typesetter.pdf(order.artwork.template, {"job": order.job}, order.pictures)
    return with_stamp(order, drawn, typesetter)


def delivery(order: Order, page: bytes, typesetter: Typesetter, slug: bytes = b"") -> bytes:
    """The file for the print shop, from the page that the template drew; its `slug` may be set."""
    sheet = order.sheet
    if not sheet.margin:
        return finish(page, sheet, order.facts, order.intent, stand_ins=order.stand_ins)
    folds = fold_marks(sheet, folds_of(order.artwork))
    marks = finishing_marks(sheet, order.printer) + folds
    taken = obstacles(sheet, order.printer.eyelets)
    margin = Margin(slug or slug_of(order, typesetter), marks, taken)
    return finish(page, sheet, order.facts, order.intent, margin, order.stand_ins)


def slug_of(order: Order, typesetter: Typesetter, scale: int = 1) -> bytes:
    """The strip below a sheet of a file of this scale."""
    lines = (order.slug_at(scale), finishing_in_words(order))
    return typesetter.pdf(TEMPLATE, {"job": slug_job([lines], order.sheet, order.family)})


def slugs_of(orders: Sequence[Order], typesetter: Typesetter) -> list[bytes]:
    """Those of the pages of a bound piece, set in one go."""
    lines = [(each.slug, finishing_in_words(each)) for each in orders]
    first = orders[0]
    job = slug_job(lines, first.sheet, first.family)
    return pages_apart(typesetter.pdf(TEMPLATE, {"job": job}))
