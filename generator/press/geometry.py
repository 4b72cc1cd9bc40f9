"""Lengths of a printed sheet: boxes, bleed, and the drawing scale of great pieces.

A PDF page ends at 14,400 units (ISO 32000-1, annex C.2): 5.08 m at 72 units an inch. What is
greater is drawn at 1:10, and `UserUnit` says so: viewers that know it give the true size.
"""

from dataclasses import dataclass

from generator.model.sizes import Size

POINTS_PER_MM = 72 / 25.4
PAGE_LIMIT = 14_400
"""Greatest side of a PDF page, in points."""

DRAWING_SCALE = 10
"""The drawing scale of pieces that do not fit a page at true size: 1:10."""

Box = tuple[float, float, float, float]
"""Left, bottom, right, top in PDF units."""


@dataclass(frozen=True, slots=True)
class PressSheet:
    """A finished size, the bleed round it, and a margin beyond for marks; millimetres.

    `drawn_at` is the drawing scale where it does not follow from the size: a sheet without its
    margin is drawn as the whole one is.
    """

    trim: Size
    bleed: float
    margin: float = 0.0
    drawn_at: int = 0

    @property
    def scale(self) -> int:
        """1 at true size, 10 when drawn at 1:10."""
        if self.drawn_at:
            return self.drawn_at
        longest = max(self.trim.width, self.trim.height) + 2 * (self.bleed + self.margin)
        return 1 if round(longest * POINTS_PER_MM, 4) <= PAGE_LIMIT else DRAWING_SCALE

    def points(self, millimetres: float) -> float:
        """A length on the finished piece as the page draws it."""
        return millimetres * POINTS_PER_MM / self.scale

    @property
    def media_box(self) -> Box:
        """The whole page: trim, bleed and margin on every side."""
        outside = 2 * (self.bleed + self.margin)
        return (
            0.0,
            0.0,
            self.points(self.trim.width + outside),
            self.points(self.trim.height + outside),
        )

    @property
    def bleed_box(self) -> Box:
        """Where the picture must reach."""
        return self._inset(self.margin)

    @property
    def trim_box(self) -> Box:
        """Where the knife goes."""
        return self._inset(self.margin + self.bleed)

    def inside_trim(self, millimetres: float) -> Box:
        """The trim box drawn in on each side: what hems and eyelets leave."""
        return self._inset(self.margin + self.bleed + millimetres)

    def _inset(self, millimetres: float) -> Box:
        _, _, right, top = self.media_box
        inset = self.points(millimetres)
        return (inset, inset, right - inset, top - inset)

    def at(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page from millimetres counted from the trim's left and top."""
        left, _, _, top = self.trim_box
        return left + self.points(x), top - self.points(y)

    def millimetres(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page as millimetres from the trim's left and top."""
        left, top, unit = self.ruler
        return (x - left) / unit, (top - y) / unit

    @property
    def ruler(self) -> tuple[float, float, float]:
        """The trim's left and top, and a millimetre on the piece, in PDF units."""
        left, _, _, top = self.trim_box
        return left, top, POINTS_PER_MM / self.scale
