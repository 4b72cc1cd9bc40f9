"""A part in per cent, or from one to another, as targets of plans have it."""

import re
from dataclasses import dataclass
from decimal import Decimal

from generator.vietnamese.numbers import format_number, read_number
from generator.vietnamese.reasons import ReadingError, Reason

_FIGURE = r"[0-9]{1,3}(?:,[0-9]{1,2})?"
_FORM = re.compile(
    rf"(?:từ\s+)?(?P<least>{_FIGURE})\s?%?(?:\s?(?:[-–]|đến)\s?(?P<most>{_FIGURE}))?\s?%",
    re.IGNORECASE,
)
_WHOLE = 100


@dataclass(frozen=True, slots=True)
class Percentages:
    """From `least` to `most` per cent; the same for «90%»."""

    least: int | Decimal
    most: int | Decimal

    def __str__(self) -> str:
        first, last = format_number(self.least), format_number(self.most)
        return f"{last}%" if first == last else f"{first}–{last}%"

    @classmethod
    def parse(cls, text: str) -> "Percentages":
        """Read «90%», «8-13%», «từ 8 đến 13%».

        Raises:
            ReadingError: it is neither; impossible, above 100, or the second is not the larger.
        """
        found = _FORM.fullmatch(text.strip())
        if found is None:
            raise ReadingError
        least = read_number(found["least"])
        most = read_number(found["most"] or found["least"])
        if most > _WHOLE or least > most or (found["most"] and least == most):
            raise ReadingError(Reason.IMPOSSIBLE)
        return cls(least, most)
