"""The drawings of the package: templates/print/drawing-NAME.typ, what each shows, and as SVG.

A drawing is made for a field of leaf green. What it shows may ask for another ground, which its
template then names (`#let ground = "nuoc"`): water, clay. There the ground takes the place of the
leaf, and whatever had its ink becomes a paler one.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from generator.diagnostics import Location
from generator.model.colours import mix
from generator.ports import Typesetter, Workers, WorkLostError
from generator.press.lost import lost
from generator.press.templates import default_names

if TYPE_CHECKING:
    from PIL.Image import Image

TEMPLATE = "drawing"
SIDE = 1000
"""Points of the square on which they are drawn."""
LEAF = "la"
_PREFIX = "drawing-"
_GROUND = re.compile(r'^#let ground = "(\w+)"$', re.MULTILINE)
_PALER = 0.5


@dataclass(frozen=True, slots=True)
class PackageDrawing:
    """A drawing: what it `shows` in one sentence (a msgid), and the brand colour it stands on."""

    shows: str
    ground: str


@cache
def package_drawings() -> Mapping[str, PackageDrawing]:
    """Every drawing by name; what it shows is the first comment of its template."""
    folder = resources.files("generator") / "templates/print"
    found = {}
    for name in default_names():
        if name.startswith(_PREFIX):
            text = (folder / name).read_text("utf-8")
            lines = [line.removeprefix("//").strip() for line in text.split("\n\n")[0].splitlines()]
            ground = _GROUND.search(text)
            drawn = PackageDrawing(" ".join(lines), ground[1] if ground else LEAF)
            found[name.removeprefix(_PREFIX).removesuffix(".typ")] = drawn
    return found


def drawing_svg(typesetter: Typesetter, name: str, colours: Mapping[str, str]) -> bytes:
    """A drawing without ground, in colours of the screen by their names in the brand."""
    return typesetter.svg(TEMPLATE, {"job": _job(name, colours)})


def drawing_picture(
    typesetter: Typesetter, workers: Workers, name: str, colours: Mapping[str, str], side: int
) -> "Image":
    """A drawing on its ground, as pixels; raises NotMadeError where the process is lost."""
    from PIL import Image

    try:
        drawn = workers.run(_pixels, (typesetter, _job(name, colours), side))
    except WorkLostError:
        raise lost(Location(TEMPLATE), name) from None
    return Image.frombytes("RGB", (side, side), drawn)


def _pixels(task: tuple[Typesetter, str, int]) -> bytes:
    """In a process of its own: PDFium must not be used by two threads at once."""
    import pypdfium2

    typesetter, job, side = task
    document = pypdfium2.PdfDocument(typesetter.pdf(TEMPLATE, {"job": job}))
    try:
        picture: Image = document[0].render(scale=side / SIDE).to_pil().convert("RGB")
    finally:
        document.close()
    return picture.resize((side, side)).tobytes()


def drawing_digest(typesetter: Typesetter, name: str, colours: Mapping[str, str]) -> str:
    """Names everything that its bytes depend on."""
    return typesetter.digest(TEMPLATE, f"{_PREFIX}{name}") + _job(name, colours)


def screen_palette(name: str, colours: Mapping[str, str]) -> dict[str, str]:
    """The colours with which a drawing stands on its ground."""
    ground, palette = package_drawings()[name].ground, dict(colours)
    if ground != LEAF:
        palette |= {LEAF: colours[ground], ground: mix(colours[ground], colours["giay"], _PALER)}
    return palette


def _job(name: str, colours: Mapping[str, str]) -> str:
    palette = screen_palette(name, colours)
    return json.dumps({"illustration": name, "palette": palette}, sort_keys=True)
