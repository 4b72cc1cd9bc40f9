"""The emblem as pixels: for the icons of phones, and for pictures that go with shared links."""

from typing import TYPE_CHECKING

from generator.model.artifact import digest_of
from generator.ports import Typesetter

if TYPE_CHECKING:
    from PIL.Image import Image

TEMPLATE = "icon"
_POINTS = 100  # the side of the template's page


def raster(typesetter: Typesetter, svg: bytes, side: int) -> "Image":
    """A drawing in a square of so many pixels, on nothing; same drawing, same pixels."""
    import pypdfium2

    name = f"icon-{digest_of(svg)[:16]}.svg"
    document = pypdfium2.PdfDocument(typesetter.pdf(TEMPLATE, {"file": name}, {name: svg}))
    try:
        bitmap = document[0].render(
            scale=side / _POINTS, fill_color=(0, 0, 0, 0), rev_byteorder=True
        )
        picture: Image = bitmap.to_pil().convert("RGBA")
    finally:
        document.close()
    return picture


def raster_digest(typesetter: Typesetter, svg: bytes) -> str:
    """Names everything that the pixels depend on."""
    return digest_of(typesetter.digest(TEMPLATE), svg)
