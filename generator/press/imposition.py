"""Pages laid out on sheets as they are printed, folded and bound (bình trang).

A sheet of two pages a side is folded once. Stapled sheets lie one within the other, so that the
inner ones are pushed out by those round them: their pages move towards the fold by as much. Glued
ones lie in signatures of four sheets, one above the other.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from generator.catalogue import words
from generator.model.artwork import BoundPages
from generator.model.sizes import Size
from generator.ports import Typesetter
from generator.press.faults import figure
from generator.press.finish import Margin, finish, pdf_bytes
from generator.press.folds import fold_marks
from generator.press.geometry import PressSheet
from generator.press.order import Order
from generator.press.shared_fonts import pages_apart
from generator.press.slug import TEMPLATE, slug_job

if TYPE_CHECKING:
    import pikepdf

GLUED_PAGES = 16
"""Pages of a signature that is gathered and glued: four sheets."""


@dataclass(frozen=True, slots=True)
class SheetSide:
    """One side of a sheet: the numbers of its pages from the left, and where it lies.

    `sheet` counts from 1 through all signatures, `depth` from 0 in its own: so many lie round it.
    """

    sheet: int
    is_back: bool
    left: int
    right: int
    depth: int


def sheet_sides(count: int, signature: int) -> Iterator[SheetSide]:
    """Front and back of every sheet of `count` pages, in signatures of so many at most."""
    sheet = 0
    for first in range(1, count + 1, signature):
        last = min(first + signature - 1, count)
        for depth in range((last - first + 1) // 4):
            low, high, sheet = first + 2 * depth, last - 2 * depth, sheet + 1
            yield SheetSide(sheet, False, high, low, depth)  # noqa: FBT003 - a record
            yield SheetSide(sheet, True, low + 1, high - 1, depth)  # noqa: FBT003 - a record


def push(side: SheetSide, book: BoundPages) -> float:
    """How far the pages of a side move towards the fold, in millimetres; glued ones are trimmed."""
    return 0.0 if book.is_glued else round(side.depth * book.sheet, 3)


def imposed_sheets(pages: Sequence[bytes], order: Order, typesetter: Typesetter) -> list[bytes]:
    """A PDF/X-4 file for each side; `pages` reach to the bleed."""
    book = order.artwork.book
    if book is None:
        return []
    per = GLUED_PAGES if book.is_glued else book.count
    sides = list(sheet_sides(book.count, per))
    sheet = _flat(order)
    job = slug_job([(_line(order, side), "") for side in sides], sheet, order.family)
    slugs = pages_apart(typesetter.pdf(TEMPLATE, {"job": job}))
    return [
        _sheet(_side_by_side(pages, order, side), order, sheet, slug)
        for side, slug in zip(sides, slugs, strict=True)
    ]


def _flat(order: Order) -> PressSheet:
    """A sheet before it is folded."""
    page = order.artwork.trim
    flat = Size(2 * page.width, page.height)
    return PressSheet(flat, order.artwork.bleed, order.printer.slug)


def _sheet(drawn: bytes, order: Order, sheet: PressSheet, slug: bytes) -> bytes:
    margin = Margin(slug, fold_marks(sheet, (order.artwork.trim.width,)))
    return finish(drawn, sheet, order.facts, order.intent, margin if sheet.margin else Margin())


def _line(order: Order, side: SheetSide) -> str:
    """What the margin says: piece, sheet, side, pages, how far they are pushed, digest."""
    book = order.artwork.book
    moved = push(side, book) if book else 0.0
    parts = (
        order.artwork.piece,
        words("sheet {number}, {side}", number=side.sheet, side=words(_SIDES[side.is_back])),
        f"{side.left} | {side.right}",
        *((words("pushed in by {moved} mm", moved=figure(moved)),) if moved else ()),
        order.digest[:8],
    )
    return " · ".join(parts)


_SIDES = ("front", "back")


def _side_by_side(pages: Sequence[bytes], order: Order, side: SheetSide) -> bytes:
    """Two pages that meet at the fold, each cut there."""
    import pikepdf

    trim, bleed = order.artwork.trim, order.artwork.bleed
    own = PressSheet(trim, bleed)
    flat = PressSheet(Size(2 * trim.width, trim.height), bleed)
    _, _, wide, high = flat.media_box
    middle, moved = wide / 2, flat.points(push(side, order.artwork.book or _NONE))
    inner = own.points(bleed)
    halves = (
        ("Left", side.left, 0.0, middle, moved),
        ("Right", side.right, middle, wide, middle - inner - moved),
    )
    document = pikepdf.new()
    page = document.add_blank_page(page_size=(wide, high))
    drawn = []
    for name, number, left, right, x in halves:
        form = _form(document, pages[number - 1])
        page.add_resource(form, pikepdf.Name.XObject, pikepdf.Name(f"/{name}"))
        clip = f"{left:.4f} 0 {right - left:.4f} {high:.4f} re W n"
        drawn.append(f"q {clip} 1 0 0 1 {x:.4f} 0 cm /{name} Do Q")
    page.Contents = document.make_stream("\n".join(drawn).encode())
    return pdf_bytes(document)


_NONE = BoundPages(Size(1, 1), 4)


def _form(document: "pikepdf.Pdf", page: bytes) -> "pikepdf.Object":
    import pikepdf

    with pikepdf.open(BytesIO(page)) as source:
        return document.copy_foreign(source.pages[0].as_form_xobject())
