"""A picture of `assets/`, be it of pixels or drawn."""

from generator.diagnostics import Refusal, Rule
from generator.model.picture import Picture
from generator.source.forms import form_of_name
from generator.source.raster import PAGE, refusal, whole
from generator.source.svg import Drawing, drawing

STRIP = Rule(
    "picture-strip",
    "The picture “{file}” is {width} × {height} pixels: nobody would see anything on it.",
    "Cut out of the original what is to be seen, and use that; lines and spaces are no pictures.",
)
_LEAST, _MOST_WIDE, _MOST_TALL = 2, 50, 10  # pixels; the width by the height, and the height by it


def picture(name: str, data: bytes) -> Picture | Refusal:
    """What it is, decoded to its end; `name` must end as its form does."""
    if form_of_name(name) == "SVG":
        seen = refusal(data, {"SVG"}, name) or drawing(data)
        return seen.picture if isinstance(seen, Drawing) else seen
    read = whole(data, PAGE, name)
    return read if isinstance(read, Refusal) else _unseen(read) or read


def _unseen(head: Picture) -> Refusal | None:
    """Why nobody would see anything on a picture, by its sides."""
    short, tall = min(head.size), head.height > _MOST_TALL * head.width
    if short >= _LEAST and not tall and head.width <= _MOST_WIDE * head.height:
        return None
    return Refusal(STRIP, {"width": head.width, "height": head.height})
