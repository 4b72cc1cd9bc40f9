"""The inks of a colour as they are typed: four figures, told of together where one is wrong."""

import re
from collections.abc import Sequence
from typing import Final

from generator.model.slips import BAD_INKS, fault
from generator.vietnamese.numbers import read_number
from generator.vietnamese.reasons import ReadingError

COUNT: Final = 4
WHOLE: Final = 100
_EXAMPLE: Final = (90, 25, 75, 35)
_FIGURE: Final = re.compile(r"(?<![\w.,-])[CMYKcmyk]?\s?(\d{1,3}(?:[.,]\d+)?)\s?%?(?![\w.,]\d|\w)")
_SHOWN: Final = 60


def figures_of(value: object) -> object:
    """Four figures as they stand, or the mistake in them; it is one, however many are wrong."""
    is_list = isinstance(value, list | tuple)
    held = value if isinstance(value, list | tuple) else (value,)
    items = [item for item in held if isinstance(item, str)]
    if len(items) < len(held):
        return value
    if is_list and all(map(_is_share, items)):
        return value  # too few or too many are told as such
    meant = _meant([found[1] for item in items for found in _FIGURE.finditer(item)], items)
    line = ", ".join(f"{figure:.0f}" for figure in meant or _EXAMPLE)
    raise fault(BAD_INKS, value=", ".join(items)[:_SHOWN], line=f"cmyk: [{line}]")


def _is_share(item: str) -> bool:
    try:
        return 0 <= float(read_number(item)) <= WHOLE
    except ReadingError:
        return False


def _meant(figures: Sequence[str], items: Sequence[str]) -> list[float]:
    """What four figures stand for: shares of one, or per cent with signs."""
    values = [float(figure.replace(",", ".")) for figure in figures]
    if len(values) != COUNT or max(values) > WHOLE or len(items) not in {1, COUNT}:
        return []
    is_of_one = max(values) <= 1 and any(value % 1 for value in values)
    return [value * WHOLE for value in values] if is_of_one else values
