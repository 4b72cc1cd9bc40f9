"""Arithmetic of screen colours, written #rrggbb."""

import math
from collections.abc import Sequence
from functools import lru_cache

_STEPS = 50
_DARK = 216 / 24389  # CIE 15: below it L* is a straight line
_LINEAR = 0.04045  # below it sRGB is a straight line


def luminance(colour: str) -> float:
    """The relative luminance, 0 for black to 1 for white (WCAG 2.2)."""
    return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), _linear(colour), strict=True))


def contrast(first: str, second: str) -> float:
    """The contrast ratio, 1 to 21 (WCAG 2.2, success criterion 1.4.3)."""
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def of_inks(inks: Sequence[float]) -> str:
    """About the colour of four inks in per cent, as a screen shows it without a profile."""
    light = [(1 - ink / 100) * (1 - inks[3] / 100) for ink in inks[:3]]
    return "#" + "".join(f"{round(255 * value):02x}" for value in light)


def distance(first: str, second: str) -> float:
    """How far apart two colours are (CIE 1976 ΔE*): 2 is just seen, 100 is black and white."""
    return math.dist(_lab(first), _lab(second))


def _linear(colour: str) -> list[float]:
    """Red, green and blue as light, 0 to 1 (sRGB)."""
    parts = [channel / 255 for channel in _channels(colour)]
    return [p / 12.92 if p <= _LINEAR else ((p + 0.055) / 1.055) ** 2.4 for p in parts]


def _lab(colour: str) -> tuple[float, float, float]:
    red, green, blue = _linear(colour)
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    f, g, h = (_root(value) for value in (x, y, z))
    return 116 * g - 16, 500 * (f - g), 200 * (g - h)


def _root(value: float) -> float:
    return value ** (1 / 3) if value > _DARK else (24389 / 27 * value + 16) / 116


def mix(colour: str, other: str, share: float) -> str:
    """The colour with a `share` (0 to 1) of another in it."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


@lru_cache(maxsize=256)  # each paper, table and page asks for the same of its brand
def readable(colour: str, *grounds: str, ratio: float = 4.5) -> str:
    """The colour, so much lighter or darker that it keeps the ratio on every one of the grounds."""
    end = max(("#000000", "#ffffff"), key=lambda end: min(contrast(end, g) for g in grounds))
    for step in range(_STEPS + 1):
        found = mix(colour, end, step / _STEPS)
        if min(contrast(found, ground) for ground in grounds) >= ratio:
            return found
    return end


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
