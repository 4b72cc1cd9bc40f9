"""How large the page of an SVG drawing is; without a page nobody knows what of it is to be seen.

https://www.w3.org/TR/SVG2/coords.html: viewBox, else width and height in units of print or screen.
"""

import re
from typing import TYPE_CHECKING

from generator.diagnostics import Refusal, RefusalError, Rule

if TYPE_CHECKING:
    from lxml import etree

NO_SIZE = Rule(
    "drawing-without-size",
    "The drawing “{file}” does not say how large its page is: it has no viewBox.",
    "Save it again from the drawing program (Inkscape: Edit, Resize Page to Selection), or type "
    'within its <svg …>, with its own numbers: viewBox="0 0 600 400"',
)
BAD_BOX = Rule(
    "drawing-viewbox",
    "The drawing “{file}” says viewBox=“{found}”, which is no page: it takes four "
    "numbers, of which the last two, width and height, are from 1 to 1.000.000.",
    "Save it again from the drawing program (Inkscape: Edit, Resize Page to Selection), or type "
    'within its <svg …>, with its own numbers: viewBox="0 0 600 400"',
)
_MOST = 1_000_000  # pixels of a side
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?")
_LENGTH = re.compile(rf"({_NUMBER.pattern})\s*(px|in|cm|mm|q|pt|pc|)", re.IGNORECASE)
_PIXELS = {"": 1, "px": 1, "in": 96, "cm": 96 / 2.54, "mm": 96 / 25.4, "q": 96 / 101.6} | {
    "pt": 96 / 72,
    "pc": 16,
}
_SHOWN = 40  # characters of what stands there


def size_of(root: "etree._Element") -> tuple[int, int]:
    """Width and height of a drawing in CSS pixels, by its root. Raises RefusalError."""
    box = root.get("viewBox", "").strip()
    width, height = _of_box(box) if box else map(_length, (root.get("width"), root.get("height")))
    if 1 <= width < _MOST and 1 <= height < _MOST:
        return round(width), round(height)
    raise RefusalError(Refusal(BAD_BOX, {"found": box[:_SHOWN]}) if box else Refusal(NO_SIZE))


def _of_box(text: str) -> tuple[float, float]:
    numbers = re.split(r"\s*,\s*|\s+", text)
    if len(numbers) != 4 or not all(map(_NUMBER.fullmatch, numbers)):  # noqa: PLR2004 - left, top, width, height
        return 0, 0
    return float(numbers[2]), float(numbers[3])


def _length(text: str | None) -> float:
    """A length in pixels; 0 of one that depends on where the drawing stands."""
    found = _LENGTH.fullmatch((text or "").strip())
    return float(found[1]) * _PIXELS[found[2].casefold()] if found else 0
