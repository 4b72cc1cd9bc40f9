"""Arithmetic of screen colours, written #rrggbb."""

_STEPS = 50
_LINEAR = 0.04045  # below it sRGB is a straight line


def luminance(colour: str) -> float:
    """The relative luminance, 0 for black to 1 for white (WCAG 2.2)."""
    parts = [channel / 255 for channel in _channels(colour)]
    linear = [p / 12.92 if p <= _LINEAR else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(first: str, second: str) -> float:
    """The contrast ratio, 1 to 21 (WCAG 2.2, success criterion 1.4.3)."""
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def mix(colour: str, other: str, share: float) -> str:
    """The colour with a `share` (0 to 1) of another in it."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


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
