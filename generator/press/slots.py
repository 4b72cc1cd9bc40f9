"""Where the templates of the package set the main words, so that too many are told at once.

The templates alone say where they stand; a test holds these figures to what they refuse.
"""

import math
from dataclasses import dataclass

from generator.model.artwork import Artwork
from generator.press.rooms import left_of

LONGEST_SIDE = 3.0
"""How many times as long as its shorter side a panel's longer one may be, in our templates."""


@dataclass(frozen=True, slots=True)
class Slot:
    """The room of a text: millimetres, and `pitch` and `tracking` in em.

    `longest` is how many times as long as its shorter side the longer one of the piece may be.
    """

    name: str
    width: float
    height: float
    most: float
    lines: int
    pitch: float
    tracking: float = 0.0
    longest: float = math.inf


def main_slot(artwork: Artwork) -> Slot | None:
    """That of the slogan or the headline; None of a template that is not known here."""
    known = {
        "banner-horizontal": _horizontal,
        "banner-vertical": _vertical,
        "panel-illustrated": _illustrated,
        "panel-text": _words,
    }
    make = known.get(artwork.template)
    return make(artwork) if make else None


def _has(artwork: Artwork, *names: str) -> int:
    texts = dict(artwork.texts)
    return sum(bool(texts.get(name)) for name in names)


def _tracking(artwork: Artwork) -> float:
    return 0.02 if artwork.capitals else 0.0


def _horizontal(artwork: Artwork) -> Slot:
    wide, high = left_of(artwork)
    unit, below = high / 800, _has(artwork, "foreign", "place")
    foot = max(60 * unit, artwork.safe + 6 * unit) + 96 * unit
    imprint = foot if _has(artwork, "body", "address") else 70 * unit
    under = (30 + below * 105) * unit if below else 0
    height = high - 70 * unit - under - imprint
    track = _tracking(artwork)
    return Slot("slogan", wide - 2100 * unit, height, 230 * unit, 2, 1.35, track)


def _vertical(artwork: Artwork) -> Slot:
    wide, high = left_of(artwork)
    unit = wide / 800
    height = high - (1390 + 90 * _has(artwork, "foreign", "place")) * unit
    track = _tracking(artwork)
    return Slot("slogan", wide - 160 * unit, height, 150 * unit, 6, 1.35, track)


def _illustrated(artwork: Artwork) -> Slot:
    wide, high = left_of(artwork)
    unit = min(wide / 3000, high / 2000)
    return Slot(
        "headline", wide - 2000 * unit, 700 * unit, 130 * unit, 5, 1.3, longest=LONGEST_SIDE
    )


def _words(artwork: Artwork) -> Slot:
    wide, high = left_of(artwork)
    upright = high > wide
    unit = min(wide / 2000, high / 3000) if upright else min(wide / 3000, high / 2000)
    width = wide - (170 + (170 if upright else 1200)) * unit
    return Slot("slogan", width, high - 1310 * unit, 180 * unit, 5, 1.3, longest=LONGEST_SIDE)
