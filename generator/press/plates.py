"""CMYK pictures of a page, by four grey renderings: strips of pixels, memory bounded."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.press.geometry import Box, PressSheet
from generator.press.separations import separate
from generator.press.tiff import Plate, tiff

if TYPE_CHECKING:
    from generator.press.tiff import Strip

ROWS = 128
"""Rows of a strip: 12 MB of a banner of 6 m at 100 dpi."""

COLUMN = 16_000
"""Pixels that are drawn at once: beyond 32,000 PDFium draws no letter and no line."""
_MM_PER_INCH = 25.4


@dataclass(frozen=True, slots=True)
class _View:
    """Which part of a page falls on which pixels."""

    box: Box
    media: Box
    plate: Plate


def cmyk_tiff(pdf: bytes, sheet: PressSheet, dpi: float, icc: bytes = b"") -> Iterator[bytes]:
    """The page up to the bleed as CMYK TIFF, in chunks; `dpi` counts on the finished piece.

    Raises:
        RefusalError: the page holds what cannot be taken apart into plates (see `separate`).
    """
    plate = frame(sheet, dpi, icc)
    yield from tiff(plate, _strips(separate(pdf), _View(sheet.bleed_box, sheet.media_box, plate)))


def picture_of_plates(pdf: bytes, sheet: PressSheet, most: int) -> "Strip":
    """The page up to the bleed in four inks, its longer side `most` pixels; 255 is full ink.

    Raises:
        RefusalError: as `cmyk_tiff`.
    """
    longest = max(sheet.trim.width, sheet.trim.height) + 2 * sheet.bleed
    plate = frame(sheet, most / longest * _MM_PER_INCH)
    view = _View(sheet.bleed_box, sheet.media_box, plate)
    (whole,) = _strips(separate(pdf), view, plate.height)
    return whole


def frame(sheet: PressSheet, dpi: float, icc: bytes = b"") -> Plate:
    """The pixels of the piece with its bleed: millimetres × dpi."""
    width, height = (
        round((side + 2 * sheet.bleed) / _MM_PER_INCH * dpi)
        for side in (sheet.trim.width, sheet.trim.height)
    )
    return Plate(width, height, ROWS, dpi, icc)


def _strips(plates: bytes, view: _View, most: int = ROWS) -> "Iterator[Strip]":
    """Strips of so many rows at `most`, from the top."""
    import numpy as np
    import pypdfium2

    plate, document = view.plate, pypdfium2.PdfDocument(plates)
    try:
        pages = list(document)
        for top in range(0, plate.height, most):
            rows = min(most, plate.height - top)
            strip = np.empty((rows, plate.width, len(pages)), np.uint8)
            for ink, page in enumerate(pages):
                strip[:, :, ink] = 255 - _rendered(page, view, top, rows)
            yield strip
    finally:
        document.close()


def _rendered(page: Any, view: _View, top: int, rows: int) -> "Strip":  # noqa: ANN401 - untyped
    """Rows of one grey page, exactly on the pixels of `plate`, column by column."""
    import numpy as np

    wide = view.plate.width
    starts = range(0, wide, COLUMN)
    return np.hstack(
        [_part(page, view, (left, top), (min(COLUMN, wide - left), rows)) for left in starts]
    )


def _part(page: Any, view: _View, at: tuple[int, int], size: tuple[int, int]) -> "Strip":  # noqa: ANN401 - untyped
    """So many pixels across and down, from a place of the plate."""
    import numpy as np
    import pypdfium2
    from pypdfium2 import raw

    plate, (left, bottom, right, upper), (wide, rows) = view.plate, view.box, size
    across, down = plate.width / (right - left), plate.height / (upper - bottom)
    begin = -left * across - at[0], -(view.media[3] - upper) * down - at[1]
    matrix, clip = raw.FS_MATRIX(across, 0, 0, down, *begin), raw.FS_RECTF(0, 0, wide, rows)
    bitmap = pypdfium2.PdfBitmap.new_native(wide, rows, raw.FPDFBitmap_Gray)
    bitmap.fill_rect((255, 255, 255, 255), 0, 0, wide, rows)
    raw.FPDF_RenderPageBitmapWithMatrix(bitmap, page, matrix, clip, raw.FPDF_GRAYSCALE)
    return np.asarray(bitmap.to_numpy(), np.uint8).reshape(rows, wide)
