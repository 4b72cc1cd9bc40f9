"""The page of a studio's file where our sheets have theirs: to be measured, looked at, stamped.

Nothing but what draws is taken over: no notes, no names of programs, no other pages.
"""

from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING

from generator.diagnostics import RefusalError
from generator.press.geometry import PressSheet
from generator.press.studio_file import NO_PAGE, StudioFile, unfit

if TYPE_CHECKING:
    import pikepdf

_KEPT_OF_PAGE = frozenset(("/Type", "/Parent", "/Resources", "/Contents", "/Group"))
_KEPT_OF_ROOT = frozenset(("/Type", "/Pages", "/OCProperties"))
"""Of the document only which layers are shown is part of the picture."""


def studio_page(studio: StudioFile, sheet: PressSheet) -> bytes:
    """The page cut at the bleed of `sheet`, as a template would draw it.

    Raises:
        RefusalError: it cannot be opened, or has no box that says where it is cut.
    """
    import pikepdf

    try:
        with pikepdf.open(BytesIO(studio.data)) as document:
            _become_sheet(document, sheet)
            target = BytesIO()
            document.save(target, deterministic_id=True)
    except (pikepdf.PdfError, AttributeError, KeyError, IndexError, ValueError):
        raise RefusalError(unfit(NO_PAGE, studio.path)) from None
    return target.getvalue()


def _become_sheet(document: "pikepdf.Pdf", sheet: PressSheet) -> None:
    import pikepdf

    page = document.pages[0]
    left, bottom, *_ = (float(side) for side in page.obj.TrimBox)
    share = float(page.obj.get("/UserUnit", 1)) / sheet.scale
    bleed = sheet.points(sheet.bleed)
    across, down = bleed - left * share, bleed - bottom * share
    page.obj.Resources = page.resources  # also those that it has from above
    moved = f"q {share:.6f} 0 0 {share:.6f} {across:.4f} {down:.4f} cm\n"
    page.contents_add(moved.encode(), prepend=True)
    page.contents_add(b"\nQ")
    page.contents_coalesce()
    for key in set(page.obj.keys()) - _KEPT_OF_PAGE:
        del page.obj[key]
    for key in set(document.Root.keys()) - _KEPT_OF_ROOT:
        del document.Root[key]
    inner, lower, outer, upper = sheet.bleed_box
    size = (0, 0, outer - inner, upper - lower)
    page.mediabox = pikepdf.Array([Decimal(f"{side:.4f}") for side in size])
    if "/Info" in document.trailer:
        del document.trailer.Info
