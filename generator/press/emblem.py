"""The emblem of a workspace, as its drawing and as pixels."""

from importlib import resources
from importlib.metadata import version
from typing import TYPE_CHECKING

from generator.diagnostics import Location
from generator.model.artifact import digest_of
from generator.model.brand import EMBLEMS
from generator.model.workspace import Workspace
from generator.ports import Typesetter, Workers, WorkLostError
from generator.press.lost import lost
from generator.source.svg import Drawing, drawing

if TYPE_CHECKING:
    from PIL.Image import Image

TEMPLATE = "icon"
_POINTS = 100  # the side of the template's page


def emblem(workspace: Workspace) -> bytes:
    """The emblem in one colour as SVG: the workspace's, else the package's."""
    for own in (workspace.assets[name] for name in EMBLEMS if name in workspace.assets):
        drawn = drawing(own.read())
        if isinstance(drawn, Drawing):
            return drawn.data
    neutral = resources.files("generator") / "templates/site/brand/emblem.svg"
    return neutral.read_bytes().rstrip()


def mask(typesetter: Typesetter, workers: Workers, svg: bytes, side: int) -> "Image":
    """Where a drawing covers a square of so many pixels; same drawing, same pixels."""
    from PIL import Image

    try:
        covered = workers.run(_covered, (typesetter, svg, side))
    except WorkLostError:
        raise lost(Location(EMBLEMS[-1]), EMBLEMS[-1]) from None
    return Image.frombytes("L", (side, side), covered)


def mask_digest(typesetter: Typesetter, svg: bytes) -> str:
    """Names everything that the pixels depend on."""
    return digest_of(typesetter.digest(TEMPLATE), version("pypdfium2"), svg)


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
