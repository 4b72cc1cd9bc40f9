"""How large the templates of the package show a picture, so that a coarse one is told at once.

The templates alone say where it stands; a test holds these figures to what they draw.
"""

import math
from collections.abc import Collection

from generator.diagnostics import Refusal, Rule
from generator.model.artwork import Artwork
from generator.press.faults import figure
from generator.press.photographs import Photograph
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
_ILLUSTRATED = "panel-illustrated"
_DRAWN_FOR = (3000, 2000)  # mm: the size at which its lengths are written down
_ACROSS = 1400  # mm of them


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
        room = _of_logo(artwork)
        scale = min(room[0] / width, room[1] / height) if room else 0.0
    else:
        room = _of_illustration(artwork)
        scale = max(room[0] / width, room[1] / height) if room else 0.0
    inches = scale * width / INCH
    return (width / inches if inches > 0 else float("inf")), inches


def _of_illustration(artwork: Artwork) -> tuple[float, float] | None:
    """A photograph fills the right of a panel to the bleed, and is cut where it is larger."""
    if artwork.template != _ILLUSTRATED:
        return None
    wide, high = left_of(artwork)
    unit = min(wide / _DRAWN_FOR[0], high / _DRAWN_FOR[1])
    return _ACROSS * unit + artwork.bleed, high + 2 * artwork.bleed


def _of_logo(artwork: Artwork) -> tuple[float, float] | None:
    """A logo stands in its part of the sponsor's strip, whole."""
    if artwork.sponsor is None:
        return None
    (wide, high), gap = _strip(artwork)
    stands = artwork.sponsor.at in _STANDS
    return (wide, high / 2 - gap) if stands else (min(wide / 3, 3 * high), high)


def sponsor_room(artwork: Artwork) -> tuple[float, float, float]:
    """How wide the strip of who pays is, and the width and height of the room of the name in it."""
    if artwork.sponsor is None:
        return 0.0, 0.0, 0.0
    left, stands = left_of(artwork), artwork.sponsor.at in _STANDS
    side = artwork.trim.width - left[0] if stands else artwork.trim.height - left[1]
    (wide, high), gap = _strip(artwork)
    if artwork.sponsor.logo:
        high = high / 2 if stands else high
        wide = wide if stands else wide - min(wide / 3, 3 * high) - gap
    return side, wide, high


def _strip(artwork: Artwork) -> tuple[tuple[float, float], float]:
    """Width and height of what may be used of the strip, and the gap within it."""
    at, (wide, high) = artwork.sponsor.at if artwork.sponsor else "", left_of(artwork)
    stands = at in _STANDS
    wide = artwork.trim.width - wide if stands else wide
    high = high if stands else artwork.trim.height - high
    gap = min(wide, high) * 0.08

    def inset(*sides: str) -> float:
        return sum(gap if side == at else max(artwork.safe, gap) for side in sides)

    return (wide - inset("left", "right"), high - inset("top", "bottom")), gap


def left_of(artwork: Artwork) -> tuple[float, float]:
    """Width and height of a piece without the strip of who pays."""
    strip, trim = artwork.sponsor, artwork.trim
    stands, lies = (strip is not None and strip.at in sides for sides in (_STANDS, _LIES))
    kept = 1 - strip.share / 100 if strip else 1.0
    return trim.width * (kept if stands else 1), trim.height * (kept if lies else 1)


_STANDS, _LIES = ("left", "right"), ("top", "bottom")
