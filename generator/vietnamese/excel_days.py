"""Days as Excel counts them: 44328 is 12/5/2021."""

from datetime import date, timedelta
from typing import Final

from generator.vietnamese.dates import format_date

_FIRST: Final = date(1899, 12, 30)
"""From here it counts; it takes 1900 for a leap year."""


def day_of_excel(number: str) -> str:
    """The day of a number, as readers write it."""
    return format_date(_FIRST + timedelta(days=int(number)))
