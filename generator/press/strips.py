"""The strip of whoever paid for a piece, and what it leaves of the page."""

from generator.model.artwork import Artwork

_STANDS, _LIES = ("left", "right"), ("top", "bottom")


def logo_room(artwork: Artwork) -> tuple[float, float] | None:
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


def corner(artwork: Artwork) -> tuple[float, float]:
    """Where what the strip leaves begins, from the trim's left and top."""
    at, (wide, high) = artwork.sponsor.at if artwork.sponsor else "", left_of(artwork)
    trim = artwork.trim
    return trim.width - wide if at == "left" else 0.0, trim.height - high if at == "top" else 0.0


def left_of(artwork: Artwork) -> tuple[float, float]:
    """Width and height of a piece without the strip of who pays."""
    strip, trim = artwork.sponsor, artwork.trim
    stands, lies = (strip is not None and strip.at in sides for sides in (_STANDS, _LIES))
    kept = 1 - strip.share / 100 if strip else 1.0
    return trim.width * (kept if stands else 1), trim.height * (kept if lies else 1)
