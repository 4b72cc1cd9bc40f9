"""What a layout gives a text or a picture: its room on the page."""

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageRoom:
    """The room of a picture, the emblem or the code; lengths are millimetres on a piece."""

    x: float
    y: float
    width: float
    height: float

    def by(self, unit: float) -> "PageRoom":
        """The same in other units."""
        return PageRoom(*(round(v * unit, 3) for v in (self.x, self.y, self.width, self.height)))


@dataclass(frozen=True, slots=True)
class TextSlot:
    """The room of a text: millimetres, and `pitch` and `tracking` in em.

    `least` and `most` are heights of a capital. A slot of no `lines` is one of running text, which
    breaks where it will. `share` is what part of the main words' height is the most. Figures are
    `figures` times as high as the letters beside them. `part` is 1 or 2 of a text of which the two
    halves stand apart.
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
    x: float = 0.0
    y: float = 0.0
    figures: float = 1.0
    part: int = 0

    @property
    def key(self) -> str:
        """Its name for templates; halves have one each: «headline-1»."""
        return f"{self.name}-{self.part}" if self.part else self.name

    def by(self, unit: float) -> "TextSlot":
        """The same in other units."""
        rooms = (self.width, self.height, self.least, self.most)
        wide, high, least, most = (v * unit if math.isfinite(v) else v for v in rooms)
        rest = (self.lines, self.weight, self.pitch, self.tracking, self.share)
        return TextSlot(
            *(self.name, wide, high, least, most, *rest),
            *(self.x * unit, self.y * unit, self.figures, self.part),
        )
