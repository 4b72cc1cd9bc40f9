"""A quarter of a year (quý), the unit in which plans promise."""

from dataclasses import dataclass
from datetime import date, timedelta

from generator.vietnamese.dates import format_quarter

ROMAN = ("I", "II", "III", "IV")


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """One quarter: year and number 1 to 4."""

    year: int
    number: int

    def __str__(self) -> str:
        return f"{ROMAN[self.number - 1]}/{self.year}"

    @property
    def name(self) -> str:
        """«Quý II/2021»."""
        return format_quarter(self.year, self.number)

    @property
    def first_day(self) -> date:
        """The first day of the quarter."""
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def last_day(self) -> date:
        """The last day of the quarter."""
        return self.next.first_day - timedelta(days=1)

    @property
    def next(self) -> "Quarter":
        """The quarter that follows."""
        return Quarter(self.year + self.number // 4, self.number % 4 + 1)

    @classmethod
    def of(cls, day: date) -> "Quarter":
        """The quarter that a day lies in."""
        return cls(day.year, (day.month + 2) // 3)
