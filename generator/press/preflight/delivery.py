"""A delivered file as the points of preflight see it: opened once, with its order beside it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from typing import TYPE_CHECKING

from generator.diagnostics import RefusalError
from generator.press.drawn_file import DrawnFile
from generator.press.glyphs import Glyph, glyphs_on
from generator.press.order import Order
from generator.press.plates import picture_of_plates
from generator.press.preflight.content import Operation, operations
from generator.press.tiffread import shrunk, tags

if TYPE_CHECKING:
    import numpy as np
    import pikepdf
    from numpy.typing import NDArray

PIXELS = 1200
"""Width and height of the picture on which ink is measured, at most."""


CELLS = 240
"""Cells along the longer side in which TIFF and PDF are compared: each is of several pixels."""


class Unreadable(Exception):  # noqa: N818 - not an error of the program
    """The bytes are no PDF that can be opened."""


class LockedError(Exception):
    """The bytes are a PDF that opens with a password alone."""


@dataclass(eq=False)
class Delivery:
    """A PDF, the TIFF made of it if one was, and the order; without an order fewer points say much.

    `siblings` are the names of all files of the piece, `missing` places for which there is none.
    `is_outlined` says that its letters are paths; `live` is the twin whose words are all drawn.
    `is_reduced` says that it is the 1:10 file, without its `UserUnit`; `pages` is how many to
    expect. `fresh` says that it was made from this order just now, `has_condition` that a printing
    condition is named for it: a file of several pages is looked at without its order.
    """

    pdf: bytes = field(repr=False)
    order: Order | None = None
    tiff: bytes = field(default=b"", repr=False)
    siblings: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    is_outlined: bool = False
    live: bytes = field(default=b"", repr=False)
    is_reduced: bool = False
    pages: int = 1
    fresh: bool = False
    has_condition: bool = True
    document: "pikepdf.Pdf" = field(init=False, repr=False)
    _drawn: dict[bytes, DrawnFile] = field(default_factory=dict, init=False, repr=False)

    @classmethod
    def of_pages(cls, pdf: bytes, order: Order, pages: int) -> "Delivery":
        """A file of several pages, of which each was held to its order before."""
        return cls(pdf, pages=pages, has_condition=order.intent is not None)

    @property
    def is_plain(self) -> bool:
        """Whether it is to be a PDF and no more, since no printing condition is named."""
        return not self.has_condition or (self.order is not None and self.order.intent is None)

    @property
    def page(self) -> "pikepdf.Page":
        """The one page."""
        return self.document.pages[0]

    @cached_property
    def unit(self) -> float:
        """Millimetres of the finished piece in one unit of the page."""
        dropped = self.order.sheet.scale if self.order and self.is_reduced else 1
        return float(self.page.obj.get("/UserUnit", dropped)) * 25.4 / 72

    @property
    def slug(self) -> str:
        """The line that its margin must bear; nothing where nobody knows what was ordered."""
        order = self.order
        if order is None:
            return ""
        return order.slug_at(order.sheet.scale) if self.is_reduced else order.slug

    @cached_property
    def operations(self) -> "tuple[Operation, ...]":
        """Every operator of the page and of its forms."""
        return tuple(operations(self.page))

    @cached_property
    def inks(self) -> "NDArray[np.uint8] | None":
        """The page up to the bleed as a small picture of four inks; None if it cannot be made."""
        return self.inks_of(self.pdf)

    @cached_property
    def ink_sums(self) -> "NDArray[np.uint16] | None":
        """All four inks of each pixel together, of 1020; None where there is no picture."""
        if self.inks is None:
            return None
        sums = self.inks[:, :, 0].astype("uint16")
        for ink in range(1, self.inks.shape[2]):
            sums += self.inks[:, :, ink]
        return sums

    def inks_of(self, pdf: bytes) -> "NDArray[np.uint8] | None":
        """The same of another file, in the same size."""
        if self.order is None:
            return None
        try:
            return picture_of_plates(pdf, self.order.sheet, PIXELS)
        except (RefusalError, ValueError, RuntimeError):  # a stranger's file may hold anything
            return None

    @cached_property
    def small_tiff(self) -> "NDArray[np.float32]":
        """The TIFF, decoded to its last row, as a picture of few cells. Raises RefusalError."""
        return shrunk(self.tiff, tags(self.tiff), CELLS)

    @cached_property
    def glyphs(self) -> "tuple[Glyph, ...]":
        """Every character inside the media box that is drawn, or stands in the live twin."""
        data = self.live if self.is_outlined else self.pdf
        return tuple(glyphs_on(self.drawing_of(data))) if data else ()

    def drawing_of(self, pdf: bytes) -> DrawnFile:
        """This file, or its twin, as PDFium draws it; held open with the document."""
        if pdf not in self._drawn:
            self._drawn[pdf] = DrawnFile(pdf)
        return self._drawn[pdf]

    def let_go(self) -> None:
        """Close what is drawn."""
        while self._drawn:
            self._drawn.popitem()[1].close()


@contextmanager
def open_delivery(delivery: Delivery) -> Iterator[None]:
    """Hold the document open. Raises Unreadable and LockedError."""
    import pikepdf

    try:
        document = pikepdf.open(BytesIO(delivery.pdf))
    except pikepdf.PasswordError as error:
        raise LockedError from error
    except (pikepdf.PdfError, ValueError) as error:
        raise Unreadable from error
    with document:
        if not len(document.pages):
            raise Unreadable
        delivery.document = document
        try:
            yield
        finally:
            delivery.let_go()
