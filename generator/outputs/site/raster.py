"""The emblem as pixels: for the icons of phones, and for pictures that go with shared links."""

from typing import TYPE_CHECKING

from generator.model.artifact import digest_of
from generator.outputs import Context
from generator.ports import Typesetter

if TYPE_CHECKING:
    from PIL.Image import Image

TEMPLATE = "icon"
_POINTS = 100  # the side of the template's page


def mask(context: Context, svg: bytes, side: int) -> "Image":
    """Where a drawing covers a square of so many pixels; same drawing, same pixels."""
    from PIL import Image

    covered = context.workers.run(_covered, (context.typesetter, svg, side))
    return Image.frombytes("L", (side, side), covered)


def mask_digest(context: Context, svg: bytes) -> str:
    """Names everything that the pixels depend on."""
    return digest_of(context.typesetter.digest(TEMPLATE), svg)


def _covered(task: tuple[Typesetter, bytes, int]) -> bytes:
    """In a process of its own: PDFium must not be used by two threads at once."""
    import pypdfium2

    typesetter, svg, side = task
    name = f"icon-{digest_of(svg)[:16]}.svg"
    document = pypdfium2.PdfDocument(typesetter.pdf(TEMPLATE, {"file": name}, {name: svg}))
    try:
        bitmap = document[0].render(scale=side / _POINTS, fill_color=(0, 0, 0, 0))
        picture: Image = bitmap.to_pil().convert("RGBA")
    finally:
        document.close()
    return picture.getchannel("A").tobytes()
