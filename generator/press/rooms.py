"""How large the templates of the package show a picture, so that a coarse one is told at once.

The templates alone say where it stands; a test holds these figures to what they draw.
"""

import math
from collections.abc import Collection

from generator.diagnostics import Refusal, Rule
from generator.model.artwork import Artwork
from generator.press.faults import figure
from generator.press.page_rooms import rooms_of
from generator.press.photographs import Photograph
from generator.press.strips import logo_room
from generator.press.templates import FOLDER, default_names

TOO_COARSE = Rule(
    "picture-too-coarse",
    "A picture has {dpi} dpi on the finished piece; the printer asks for {asked}.",
    "Use a picture of at least {pixels} pixels in width, or show it smaller.",
)
TOO_LOW = TOO_COARSE.with_hint(
    "Use a picture of at least {pixels} pixels in height (what is too wide is cut off at its "
    "sides), or show it smaller."
)
ROUNDING = 0.5  # dots an inch: what nobody counts
INCH = 25.4  # mm


def is_ours(artwork: Artwork, files: Collection[str]) -> bool:
    """Whether a piece is drawn with a template of the package; `files` are those of `assets/`."""
    own = {f"{FOLDER}{name}.typ" for name in (artwork.template, "common")}
    return f"{artwork.template}.typ" in default_names() and own.isdisjoint(files)


def coarse(
    artwork: Artwork, key: str, photograph: Photograph, resolution: int, files: Collection[str] = ()
) -> Refusal | None:
    """Why a picture has too few pixels; `resolution` is how many its printer wants of an inch.

    `files` are those of `assets/`: what a template of somebody's own will draw is not known.
    """
    if not is_ours(artwork, files):
        return None
    dpi, inches = dots(artwork, key, (photograph.width, photograph.height))
    if dpi >= resolution - ROUNDING:
        return None
    if key != "logo" and (room := _of_illustration(artwork)):
        wide, high = photograph.width, photograph.height
        if room[1] * wide > room[0] * high:  # its height decides
            pixels = math.ceil(room[1] / INCH * resolution)
            return Refusal(TOO_LOW, {"dpi": figure(dpi), "asked": resolution, "pixels": pixels})
    pixels = math.ceil(inches * resolution)
    return Refusal(TOO_COARSE, {"dpi": figure(dpi), "asked": resolution, "pixels": pixels})


def dots(artwork: Artwork, key: str, pixels: tuple[int, int]) -> tuple[float, float]:
    """Dots per inch of a picture of so many pixels, and its width in inches.

    `key` says which: the “illustration” of a panel or the “logo” of a sponsor. A piece that shows
    none such has dots without end.
    """
    width, height = pixels
    if key == "logo":
        room = logo_room(artwork)
        scale = min(room[0] / width, room[1] / height) if room else 0.0
    else:
        room = _of_illustration(artwork)
        scale = max(room[0] / width, room[1] / height) if room else 0.0
    inches = scale * width / INCH
    return (width / inches if inches > 0 else float("inf")), inches


def _of_illustration(artwork: Artwork) -> tuple[float, float] | None:
    """A photograph fills its place, to the bleed where that meets an edge, and is cut."""
    place = rooms_of(artwork).get("picture")
    return (place.width, place.height) if place else None
