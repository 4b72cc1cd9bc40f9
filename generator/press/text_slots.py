"""Where the templates of the package set every text, so that too much of one is told at once.

The templates alone say where texts stand; a test holds these figures to what they refuse.
"""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from generator.model.artwork import Artwork
from generator.press.rooms import left_of, sponsor_room

MAIN = frozenset({"slogan", "headline"})
"""The slots of the main words; a template has one of them."""

LONGEST_SIDE = 3.0
"""How many times as long as its shorter side a panel's longer one may be, in our templates."""


@dataclass(frozen=True, slots=True)
class TextSlot:
    """The room of a text: millimetres, and `pitch` and `tracking` in em.

    `least` and `most` are heights of a capital. A slot of no `lines` is one of running text, which
    breaks where it will. `share` is what part of the main words' height is the most, `longest` how
    many times as long as its shorter side the longer one of the piece may be.
    """

    name: str
    width: float
    height: float
    least: float
    most: float
    lines: int = 1
    weight: int = 400
    pitch: float = 1.35
    tracking: float = 0.0
    share: float = 0.0
    longest: float = math.inf


def slots(artwork: Artwork) -> tuple[TextSlot, ...]:
    """Those of the texts of an artwork, the main words first; none of a template not known here."""
    make = _TEMPLATES.get(artwork.template)
    if make is None:
        return ()
    texts = dict(artwork.texts)
    every = (*make(artwork), *_sponsor(artwork))
    return tuple(slot for slot in every if texts.get(slot.name))


def kept_clear(artwork: Artwork) -> float:
    """How far from the edges all words stand for certain, in millimetres."""
    wide, high = left_of(artwork)
    match artwork.template:
        case "banner-horizontal":
            return 70 * high / 800
        case "banner-vertical":
            return 80 * wide / 800
        case "panel-illustrated":
            return 140 * min(wide / 3000, high / 2000)
        case "panel-text":
            return 150 * _scale(wide, high)
    return 0.0


def _scale(wide: float, high: float) -> float:
    """Of a panel of words, against the size for which it is drawn, upright or across."""
    return min(wide / 2000, high / 3000) if high > wide else min(wide / 3000, high / 2000)


def _has(artwork: Artwork, *names: str) -> int:
    texts = dict(artwork.texts)
    return sum(bool(texts.get(name)) for name in names)


def _below(width: float, height: float, most: float) -> Iterator[TextSlot]:
    """Another language and the way to a place, below the main words."""
    for name in ("foreign", "place"):
        yield TextSlot(name, width, height, 0.2 * height, most, weight=600, share=0.7)


def _sponsor(artwork: Artwork) -> Iterator[TextSlot]:
    if artwork.sponsor is None:
        return
    side, width, height = sponsor_room(artwork)
    least, most = min(0.06 * side, 0.2 * artwork.letter), min(0.3 * side, 0.6 * artwork.letter)
    yield TextSlot("sponsor", width, height, least, most, 3, 700, 1.3)


def _horizontal(artwork: Artwork) -> Iterator[TextSlot]:
    wide, high = left_of(artwork)
    k, below = high / 800, _has(artwork, "foreign", "place")
    foot = max(60 * k, artwork.safe + 6 * k) + 96 * k
    imprint = foot if _has(artwork, "body", "address") else 70 * k
    width, under = wide - 2100 * k, (30 + below * 105) * k if below else 0
    height, track = high - 70 * k - under - imprint, 0.02 if artwork.capitals else 0.0
    yield TextSlot("slogan", width, height, artwork.letter, 230 * k, 2, 800, tracking=track)
    yield TextSlot("programme", 640 * k, 190 * k, 20 * k, 46 * k, 3, 700, 1.3)
    shares = {"body": 0.46, "address": 0.54}
    alone = _has(artwork, *shares) == 1
    for name, share in shares.items():
        part = width if alone else share * (width - 60 * k)
        weight = 600 if name == "body" else 400
        yield TextSlot(name, part, 46 * k, 12 * k, 24 * k, weight=weight)
    yield TextSlot("contact", 400 * k, 60 * k, 12 * k, 30 * k, weight=700)
    yield from _below(width, 105 * k, 62 * k)


def _vertical(artwork: Artwork) -> Iterator[TextSlot]:
    wide, high = left_of(artwork)
    k, width = wide / 800, wide - 160 * wide / 800
    height = high - (1390 + 90 * _has(artwork, "foreign", "place")) * k
    track = 0.02 if artwork.capitals else 0.0
    yield TextSlot("slogan", width, height, artwork.letter, 150 * k, 6, 800, tracking=track)
    yield TextSlot("programme", 410 * k, 190 * k, 20 * k, 40 * k, 3, 700, 1.3)
    yield TextSlot("contact", 270 * k, 60 * k, 9 * k, 20 * k, weight=700)
    yield TextSlot("body", width, 44 * k, 9 * k, 20 * k, weight=600)
    yield TextSlot("address", width, 44 * k, 9 * k, 20 * k)
    yield from _below(width, 90 * k, 44 * k)


def _illustrated(artwork: Artwork) -> Iterator[TextSlot]:
    wide, high = left_of(artwork)
    k = min(wide / 3000, high / 2000)
    column, small = wide - 2000 * k, TextSlot("", 640 * k, 90 * k, 10 * k, 17 * k)
    room = (column, 700 * k, artwork.letter, 130 * k, 5, 800, 1.3)
    yield TextSlot("headline", *room, longest=LONGEST_SIDE)
    yield TextSlot("programme", 700 * k, 190 * k, 20 * k, 38 * k, 3, 700, 1.3)
    yield TextSlot("fact", 940 * k, 290 * k, 18 * k, 32 * k, 0)
    yield replace(small, name="source", width=940 * k, lines=2)
    yield replace(small, name="contact", most=26 * k, weight=700)
    yield replace(small, name="body", most=20 * k, lines=2, weight=600)
    yield replace(small, name="address", lines=3)
    yield from _below(column, 90 * k, 52 * k)


def _words(artwork: Artwork) -> Iterator[TextSlot]:
    wide, high = left_of(artwork)
    upright = high > wide
    k = _scale(wide, high)
    width = wide - (170 + (170 if upright else 1200)) * k
    small = TextSlot("", 900 * k, 90 * k, 10 * k, 18 * k)
    room = (width, high - 1310 * k, artwork.letter, 180 * k, 5, 800, 1.3)
    yield TextSlot("slogan", *room, longest=LONGEST_SIDE)
    yield TextSlot("programme", 900 * k, 210 * k, 22 * k, 42 * k, 3, 700, 1.3)
    yield TextSlot("fact", 1380 * k, 230 * k, 18 * k, 32 * k, 0)
    yield replace(small, name="source")
    yield replace(small, name="contact", most=30 * k, weight=700)
    yield replace(small, name="body", most=22 * k, lines=2, weight=600)
    yield replace(small, name="address", lines=2)
    yield from _below(width, 90 * k, 60 * k)


_TEMPLATES: dict[str, Callable[[Artwork], Iterator[TextSlot]]] = {
    "banner-horizontal": _horizontal,
    "banner-vertical": _vertical,
    "panel-illustrated": _illustrated,
    "panel-text": _words,
}
