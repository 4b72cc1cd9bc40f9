"""How large a text can stand in a slot, by the widths of its letters, without a typesetter.

Kerning is not reckoned with: it closes a line up by less than `KERNED`, so that only what is too
long by more than that is told here, and the rest by the build.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

from generator.model.artwork import Artwork
from generator.model.typesetting import Overset
from generator.press.fit import proposals
from generator.press.job import bound_text, drawn_text
from generator.press.slots import Slot

CAPITAL = 0.74
"""The height of a capital without marks, in em."""
KERNED = 0.05


@dataclass(frozen=True, slots=True)
class Letters:
    """Widths of letters, and how far their ink goes above and below the line, in em.

    `other` is the width of those that are not known.
    """

    widths: Mapping[str, float] = field(default_factory=dict)
    above: Mapping[str, float] = field(default_factory=dict)
    below: Mapping[str, float] = field(default_factory=dict)
    other: float = 0.5


_ABOVE, _BELOW = 1.1, 0.3
"""As far as any mark goes, in em."""
_ROOMY = {True: Letters(other=0.7), False: Letters(other=0.6)}
"""Wide texts, by whether they are in capitals: what fits so need not be looked at by letters."""


def overset(artwork: Artwork, slot: Slot, text: str) -> Overset | None:
    """By how much a text is too long for its slot, if that is certain."""
    least = artwork.letter
    every = [one.lines for one in proposals(bound_text(artwork, slot.name, text))]
    lines = [each for each in every if len(each) <= slot.lines] or every
    roomy = _ROOMY[artwork.capitals]
    if max(_height(roomy, slot, each) for each in lines) >= least:
        return None  # as nearly always
    fits = max(_height(_letters(), slot, each) for each in lines)
    if fits * (1 + KERNED) >= least:
        return None
    characters = len(drawn_text(artwork, slot.name, text))
    return Overset(slot.name, max(fits, 0.1), least, characters)


def _height(face: Letters, slot: Slot, lines: tuple[str, ...]) -> float:
    """The height of a capital at which these lines stand in a slot, in millimetres."""
    wide = max(_width(face, line, slot.tracking) for line in lines)
    above = [max(face.above.get(char, _ABOVE) for char in line) for line in lines]
    below = [max(face.below.get(char, _BELOW) for char in line) for line in lines]
    meets = (b + a + 0.07 for b, a in zip(below, above[1:], strict=False))
    tall = above[0] + below[-1] + max(slot.pitch, *meets, 0.0) * (len(lines) - 1)
    return min(slot.width / wide, slot.height / tall, slot.most / CAPITAL) * CAPITAL


def _width(face: Letters, line: str, tracking: float) -> float:
    return sum(face.widths.get(char, face.other) + tracking for char in line) - tracking


@cache
def _letters() -> Letters:
    """Those of the weight in which main words stand."""
    from fontTools.ttLib import TTFont

    file = resources.files("fontpkg_be_vietnam_pro") / "files" / "BeVietnamPro-ExtraBold.ttf"
    with resources.as_file(file) as path, TTFont(path, lazy=True) as font:
        unit, named = font["head"].unitsPerEm, font.getBestCmap()
        advances, drawn = font["hmtx"].metrics, font["glyf"]
        widths, above, below = {}, {}, {}
        for code, name in named.items():
            glyph, char = drawn[name], chr(code)
            widths[char] = advances[name][0] / unit
            above[char] = getattr(glyph, "yMax", 0) / unit
            below[char] = -getattr(glyph, "yMin", 0) / unit
    return Letters(widths, above, below)
