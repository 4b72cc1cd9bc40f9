"""What the seven colours of a brand become on a screen, by day and by night.

Each name is a custom property of the style sheet. Colours of text are moved as far as their ground
asks for; `checks/brand_colours.py` tells when a pair of the brand itself cannot be read.
"""

from collections.abc import Mapping

from generator.model.brand import FAMILY, Brand
from generator.model.colours import mix, readable

KEYS = ("la", "mam", "nang", "nuoc", "dat", "muc", "giay")
"""Leaf, sprout, sun, water, clay, ink and paper: what every brand names."""

PAIRS = (
    ("muc", "giay", 4.5),
    ("giay", "la", 4.5),
    ("nuoc", "giay", 4.5),
    ("dat", "giay", 4.5),
    ("nang", "la", 3.0),  # large letters of banners, the mark of the focus
)
"""Foreground, ground, and the least contrast between them (WCAG 2.2, 1.4.3 and 1.4.11)."""

NIGHT_SHADE = 0.14
"""How much darker drawings and their grounds are by night (`site.css`)."""

_WHITE, _BLACK = "#ffffff", "#000000"
_GREY, _PALE = "#444444", "#bbbbbb"
_UNBRANDED = {
    **dict.fromkeys(("text", "brand", "link", "clay-text", "field-text"), _BLACK),
    **dict.fromkeys(("ground", "sheet", "field"), _WHITE),
    "picture": _WHITE,
    "soft": _GREY,
    "line": _PALE,
}
_INTERFACE = 3.0  # of lines and marks that carry meaning


def colours_of(brand: Brand | None) -> Mapping[str, str]:
    """The screen colours by key, lower case; none where the brand lacks one."""
    found = {key: c.screen.lower() for key, c in brand.colours.items()} if brand else {}
    return found if all(key in found for key in KEYS) else {}


def look(brand: Brand | None) -> dict[str, str]:
    """The `family`, and the colours by day, of papers and workbooks; black where there are none."""
    named = colours_of(brand)
    return {"family": brand.type.family if brand else FAMILY} | (
        day(named) if named else _UNBRANDED
    )


def day(colours: Mapping[str, str]) -> dict[str, str]:
    """The colours on paper."""
    la, mam, nang, nuoc, dat, muc, giay = (colours[key] for key in KEYS)
    ground, quiet = giay, mix(giay, muc, 0.05)
    field = readable(la, _WHITE)
    brand_quiet = mix(la, giay, 0.9)
    tints = {
        "brand-quiet": brand_quiet,
        "sun-quiet": mix(nang, giay, 0.75),
        "clay-quiet": mix(dat, giay, 0.86),
        "water-quiet": mix(nuoc, giay, 0.88),
    }
    return {
        "ground": ground,
        "sheet": mix(giay, _WHITE, 0.8),
        "picture": giay,
        "quiet": quiet,
        "text": muc,
        "soft": readable(mix(muc, giay, 0.26), quiet),
        "line": mix(giay, muc, 0.15),
        "edge": readable(mix(giay, muc, 0.45), ground, quiet, ratio=_INTERFACE),
        "heading": readable(mix(la, _BLACK, 0.26), quiet, brand_quiet),
        "brand": readable(la, ground, quiet, brand_quiet),
        "leaf-ground": la,
        "water-ground": nuoc,
        "clay-ground": dat,
        "on-ground": giay,
        "on-paper": muc,
        "sprout": mam,
        "sun": nang,
        "water": nuoc,
        "clay": dat,
        "link": readable(mix(nuoc, _BLACK, 0.12), quiet),
        "link-hover": readable(la, quiet),
        **tints,
        "sun-text": readable(mix(nang, muc, 0.6), tints["sun-quiet"]),
        "clay-text": readable(mix(dat, _BLACK, 0.22), tints["clay-quiet"]),
        "water-text": readable(mix(nuoc, _BLACK, 0.2), tints["water-quiet"]),
        "hatch": mix(la, giay, 0.7),
        **_fields(field, mix(field, _BLACK, 0.42), nang),
    }


def night(colours: Mapping[str, str]) -> dict[str, str]:
    """The colours in the dark: the ink as ground, the brand lightened until it can be read."""
    la, mam, nang, nuoc, dat, muc, giay = (colours[key] for key in KEYS)
    ground = mix(mix(muc, la, 0.05), _BLACK, 0.28)
    sheet, quiet = mix(ground, giay, 0.05), mix(ground, giay, 0.085)
    field = readable(mix(la, _BLACK, 0.28), _WHITE)
    tints = {
        "brand-quiet": mix(ground, mam, 0.16),
        "sun-quiet": mix(ground, nang, 0.22),
        "clay-quiet": mix(ground, dat, 0.32),
        "water-quiet": mix(ground, nuoc, 0.34),
    }
    return {
        "ground": ground,
        "sheet": sheet,
        "picture": giay,  # what is drawn on nothing is drawn for paper
        "quiet": quiet,
        "text": mix(giay, ground, 0.07),
        "soft": readable(mix(giay, ground, 0.28), quiet),
        "line": mix(ground, giay, 0.16),
        "edge": readable(mix(ground, giay, 0.42), quiet, ratio=_INTERFACE),
        "heading": readable(mix(mam, _WHITE, 0.68), quiet, tints["brand-quiet"]),
        "brand": readable(mix(mam, _WHITE, 0.2), quiet, tints["brand-quiet"]),
        "leaf-ground": mix(la, _BLACK, NIGHT_SHADE),
        "water-ground": mix(nuoc, _BLACK, NIGHT_SHADE),
        "clay-ground": mix(dat, _BLACK, NIGHT_SHADE),
        "on-ground": giay,
        "on-paper": muc,
        "sprout": mam,
        "sun": nang,
        "water": readable(mix(nuoc, _WHITE, 0.5), quiet, ratio=_INTERFACE),
        "clay": readable(mix(dat, _WHITE, 0.4), quiet, ratio=_INTERFACE),
        "link": readable(mix(nuoc, _WHITE, 0.5), quiet),
        "link-hover": readable(mix(mam, _WHITE, 0.5), quiet),
        **tints,
        "sun-text": readable(mix(nang, _WHITE, 0.45), tints["sun-quiet"]),
        "clay-text": readable(mix(dat, _WHITE, 0.62), tints["clay-quiet"]),
        "water-text": readable(mix(nuoc, _WHITE, 0.62), tints["water-quiet"]),
        "hatch": mix(ground, mam, 0.4),
        **_fields(field, mix(field, _BLACK, 0.3), nang),
    }


def _fields(field: str, foot: str, nang: str) -> dict[str, str]:
    """What stands on a field of the brand's main colour: header, hero, foot."""
    return {
        "field": field,
        "field-text": _WHITE,
        "field-soft": readable(mix(_WHITE, field, 0.15), field),
        "field-sun": readable(nang, field, ratio=_INTERFACE),
        "foot": foot,
        "on-sun": readable("#000000", nang),
    }
