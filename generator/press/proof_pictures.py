"""Pictures of finished PDFs, for screens: the piece as it will hang, or with its lines drawn."""

from collections.abc import Sequence
from io import BytesIO
from struct import pack
from typing import TYPE_CHECKING
from zlib import Z_RLE, compress, crc32

from generator.diagnostics import Refusal
from generator.model.sizes import Size
from generator.press.geometry import Box, PressSheet
from generator.source.raster import pixels as pixels_of

if TYPE_CHECKING:
    from PIL.Image import Image

PROOF_WIDTH = 1600
"""Pixels of the proof on the site."""

THUMB_WIDTH = 360
"""Pixels of the picture in the run list."""
_ABREAST = 3  # double pages
_TRIM_LINE = (210, 0, 120)
_SAFE_LINE = (0, 120, 220)
_PNG = frozenset({"PNG"})
_FLAT = 0.3
"""Bytes a pixel of a picture without photographs, at most: banners have 0.1, posters 0.05."""

_SMALL, _QUICK, _THOROUGH = 500_000, 3, 6
"""Pixels up to which a picture is packed quickly, as a banner; larger ones thoroughly."""

_GAP = 60  # of the width: what parts two sides


def proof(pdf: bytes, sheet: PressSheet, width: int) -> bytes:
    """The first page cut at the trim, as PNG, `width` pixels wide; same PDF, same bytes."""
    return png_bytes(_draw(pdf, sheet, width, sheet.trim_box))


def proof_with_lines(pdf: bytes, sheet: PressSheet, width: int, safe: float) -> bytes:
    """The whole page as PNG, trim drawn magenta and safe area blue; `safe` in millimetres."""
    from PIL import ImageDraw

    picture = _draw(pdf, sheet, width, sheet.media_box)
    pen = ImageDraw.Draw(picture)
    zoom = picture.width / (sheet.media_box[2] - sheet.media_box[0])
    thick = max(1, width // 900)
    for box, colour in ((sheet.trim_box, _TRIM_LINE), (sheet.inside_trim(safe), _SAFE_LINE)):
        left, bottom, right, top = (side * zoom for side in box)
        frame = (left, picture.height - top, right, picture.height - bottom)
        pen.rectangle(frame, outline=colour, width=thick)
    return png_bytes(picture)


def one_below_other(pictures: Sequence[bytes]) -> bytes:
    """Proofs of equal width as one PNG, such as both sides of a sheet; one alone as it is."""
    from PIL import Image

    if len(pictures) == 1:
        return pictures[0]
    read = (pixels_of(each, _PNG) for each in pictures)
    opened = [each for each in read if not isinstance(each, Refusal)]
    gap = opened[0].width // _GAP
    high = sum(each.height + gap for each in opened) - gap
    whole = Image.new("RGB", (opened[0].width, high), "white")
    top = 0
    for each in opened:
        whole.paste(each, (0, top))
        top += each.height + gap
    return png_bytes(whole)


def double_pages(pdf: bytes, sheet: PressSheet, width: int, count: int) -> bytes:
    """All pages as one PNG, as they lie open: the first one and the last one alone."""
    from PIL import Image

    wide, high = pixels_of_pages(sheet.trim, width, count)
    gap = width // _GAP
    across = (width - (_ABREAST - 1) * gap) // (2 * _ABREAST)
    down = round(across * sheet.trim.height / sheet.trim.width)
    whole = Image.new("RGB", (wide, high), (226, 226, 222))
    for number in range(count):
        place = number + 1  # of the halves of double pages, the first of which is empty
        row, column = divmod(place // 2, _ABREAST)
        x = column * (2 * across + gap) + place % 2 * across
        page = _draw(pdf, sheet, across, sheet.trim_box, number).resize((across, down))
        whole.paste(page, (x, row * (down + gap)))
    return png_bytes(whole)


def pixels_of_pages(page: Size, width: int, count: int) -> tuple[int, int]:
    """The size of such a picture `width` pixels wide."""
    gap = width // _GAP
    across = (width - (_ABREAST - 1) * gap) // (2 * _ABREAST)
    rows = -(-(count // 2 + 1) // _ABREAST)
    return width, rows * (round(across * page.height / page.width) + gap) - gap


def pixels(trim: Size, width: int) -> tuple[int, int]:
    """The size of a proof `width` pixels wide."""
    return width, max(1, round(width * trim.height / trim.width))


def _draw(pdf: bytes, sheet: PressSheet, width: int, box: Box, number: int = 0) -> "Image":
    import pypdfium2
    from PIL.Image import Image, Resampling

    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[number]
        page.set_mediabox(*(round(side, 4) for side in sheet.media_box))  # as it is finished
        left, bottom, right, top = box
        media_width, media_height = sheet.media_box[2:]
        # Drawn at twice the size and halved: thin lines and small type stay even.
        zoom = 2 * width / (right - left)
        crop = (left, bottom, media_width - right, media_height - top)
        # Four bytes a pixel are drawn faster, and halved where they lie.
        bitmap = page.render(scale=zoom, crop=crop, prefer_bgrx=True, rev_byteorder=True)
        height = max(1, round(width * (top - bottom) / (right - left)))
        drawn: Image = bitmap.to_pil()
        return drawn.resize((width, height), Resampling.BOX, reducing_gap=1.0).convert("RGB")
    finally:
        document.close()


def png_bytes(picture: "Image") -> bytes:
    """A picture in RGB as PNG, which holds it without loss.

    Flat colours are packed as they are: in less time, and fewer bytes, than through filters. What
    shows a photograph takes filters.
    """
    data = _unfiltered(picture)
    if len(data) <= _FLAT * picture.width * picture.height:
        return data
    target = BytesIO()
    picture.save(target, "PNG", optimize=False, compress_level=6, compress_type=Z_RLE)
    return target.getvalue()


def _unfiltered(picture: "Image") -> bytes:
    """The same (ISO/IEC 15948), its rows without filters."""
    wide, high = picture.size
    level = _QUICK if wide * high <= _SMALL else _THOROUGH
    values, row = picture.tobytes(), 3 * wide
    rows = b"".join(b"\0" + values[at : at + row] for at in range(0, row * high, row))
    head = pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", compress(rows, level)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        pack(">I", len(data)) + name + data + pack(">I", crc32(name + data)) for name, data in parts
    )
