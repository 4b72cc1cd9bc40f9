"""Sizes of printed pieces, in millimetres, and how people write them."""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from generator.vietnamese.reasons import ReadingError, Reason

LEAST = 50
"""No printed piece has a shorter side, in millimetres."""

MOST = 50_000
"""No printed piece has a longer side, in millimetres: at 1:10 it still fits a PDF page."""

FARTHEST = 400_000
"""Nothing is read from further away, in millimetres."""

_SHEET = re.compile(r"(?P<series>[AB])(?P<number>[0-6])(?:\s+(?P<way>dọc|ngang))?", re.IGNORECASE)
_MILLIMETRES = {"mm": Decimal(1), "cm": Decimal(10), "dm": Decimal(100), "m": Decimal(1000)}
_FIGURE = r"[-+−]?\d+(?:\.\d{3})*(?:[.,]\d+)?"
_UNIT = r"mm|cm|dm|m"
_FORM = re.compile(
    rf"(?P<width>{_FIGURE})\s*(?P<first>{_UNIT})?\s*[x×*]\s*(?P<height>{_FIGURE})\s*(?P<unit>{_UNIT})",
    re.IGNORECASE,
)
_LENGTH = re.compile(rf"(?P<figure>{_FIGURE})\s*(?P<unit>{_UNIT})|0", re.IGNORECASE)
_THOUSANDS = re.compile(r"[-+]?[1-9]\d{0,2}(?:\.\d{3})+")


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height of the finished piece, in millimetres."""

    width: float
    height: float

    def __str__(self) -> str:
        """As a plan prints it: «6 × 0,8 m», «80 × 200 mm»."""
        small = max(self.width, self.height) < 1000  # noqa: PLR2004 - a metre
        sides = (side if small else side / 1000 for side in (self.width, self.height))
        written = " × ".join(f"{side:g}".replace(".", ",") for side in sides)
        return f"{written} {'mm' if small else 'm'}"

    @property
    def slug(self) -> str:
        """For names of files: «6000x800mm»."""
        return f"{self.width:g}x{self.height:g}mm"


_LARGEST = {"A": (841, 1189), "B": (1000, 1414)}  # millimetres (ISO 216)


def sheet_of_paper(number: int, *, lies: bool = False, series: str = "A") -> Size:
    """The size of a sheet A0 to A6, or of the series B, upright or lying."""
    short, long = _LARGEST[series]
    for _ in range(number):
        short, long = long // 2, short
    return Size(long, short) if lies else Size(short, long)


def parse_size(text: str) -> Size:
    """Read «6 x 0,8 m», «800 x 2000 mm», «80x200cm», «6 m x 80 cm», «A2», «A2 ngang», «B5».

    A comma is the decimal sign; a point is too, unless three digits follow it («2.000 mm»).
    One unit at the end counts for both sides.

    Raises:
        ReadingError: there are no two figures with a unit, or a side is nothing, negative, or
            beyond `LEAST` and `MOST`: impossible.
    """
    if sheet := _SHEET.fullmatch(text.strip()):
        lies = (sheet["way"] or "").casefold() == "ngang"
        series = sheet["series"].upper()
        return sheet_of_paper(int(sheet["number"]), lies=lies, series=series)
    match = _FORM.fullmatch(text.strip())
    if match is None:
        raise ReadingError
    width = _millimetres(match["width"], match["first"] or match["unit"])
    height = _millimetres(match["height"], match["unit"])
    if not all(LEAST <= side <= MOST for side in (width, height)):
        raise ReadingError(Reason.IMPOSSIBLE)
    return Size(width, height)


def parse_length(text: str, most: float = MOST) -> float:
    """Read «30 mm», «50 cm», «1,6 m» as millimetres; «0» needs no unit.

    Raises:
        ReadingError: there is no figure with a unit, or it is negative or beyond `most`:
            impossible.
    """
    match = _LENGTH.fullmatch(text.strip())
    if match is None:
        raise ReadingError
    length = _millimetres(match["figure"] or "0", match["unit"] or "mm")
    if not 0 <= length <= most:
        raise ReadingError(Reason.IMPOSSIBLE)
    return length


def parse_distance(text: str) -> float:
    """Read «30 m» as millimetres, up to `FARTHEST`; raises ReadingError as `parse_length` does."""
    return parse_length(text, FARTHEST)


def _millimetres(figure: str, unit: str) -> float:
    plain = figure.replace("−", "-")
    if _THOUSANDS.fullmatch(plain):
        plain = plain.replace(".", "")
    elif "," in plain:
        plain = plain.replace(".", "").replace(",", ".")
    try:
        return float(Decimal(plain) * _MILLIMETRES[unit.lower()])
    except InvalidOperation:  # «1.000.5»
        raise ReadingError from None
