"""What becomes of years, days and names when a plan is copied into years to come."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from generator.model.campaign import Campaign
from generator.model.reading import LAST_YEAR

D = TypeVar("D", bound=date)

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_RANGE = re.compile(r"(?<!\d)(\d{4})(\s*[-–—]\s*)(\d{4})(?!\d)")
_TYPED = re.compile(r"(\d{4})(?:\s*[-–]\s*(\d{4}))?")
LEAP_DAY = (2, 29)
FIRST_YEAR = 1990
"""Of a plan; the last is that of `model/reading.py`."""


def read_years(text: str) -> tuple[int, int] | None:
    """The first and the last year as somebody types them: «2027», «2026-2030»; else None."""
    found = _TYPED.fullmatch(text.strip())
    years = (int(found[1]), int(found[2] or found[1])) if found else (0, 0)
    return years if FIRST_YEAR <= years[0] <= years[1] <= LAST_YEAR else None


@dataclass(frozen=True, slots=True)
class YearShift:
    """From the years `first` to `last` of a plan so many `years` on.

    To shift twice is to shift once by both: a leap day becomes 28/2 in every year.
    """

    first: int
    last: int
    years: int

    @staticmethod
    def of(campaign: Campaign, last: int) -> "YearShift":
        """From the years of a plan to as many that end with another year."""
        first = campaign.begins or campaign.period
        return YearShift(first, campaign.period, last - campaign.period)

    @property
    def ends_on(self) -> date:
        """The last day of the new period."""
        return date(self.last + self.years, 12, 31)

    @property
    def period(self) -> str:
        """The new years as they are typed: «2027», «2026-2030»."""
        return self._typed(self.years)

    def day(self, day: D) -> D:
        """The same day of the same month, with its hour if it has one."""
        if (day.month, day.day) == LEAP_DAY:
            day = day.replace(day=28)
        return day.replace(year=day.year + self.years)

    def until(self, until: date, start: date | datetime | None) -> date:
        """As long after its beginning as it was, whatever leap day lies between."""
        if start is None:
            return self.day(until)
        first = start.date() if isinstance(start, datetime) else start
        return self.day(first) + (until - first)

    def year(self, year: int) -> int:
        """A year of the plan as one of the new years; any other stays."""
        return year + self.years if self.first <= year <= self.last else year

    def identity(self, identity: str) -> str:
        """An id with the new years in it, or behind it: «ke-hoach-2027», «lop-1-2027»."""
        old = self._typed(0)
        if old in identity and "-" in old:
            return identity.replace(old, self.period)
        for found in reversed([*_YEAR.finditer(identity)]):
            if self.first <= int(found[0]) <= self.last:
                year = int(found[0]) + self.years
                return f"{identity[: found.start()]}{year}{identity[found.end() :]}"
        return f"{identity}-{self.period}"

    def title(self, title: str) -> str:
        """A title with the new years in the place of the old ones."""
        ranges = _RANGE.sub(self._range, title)
        if self.first < self.last:
            return ranges
        return _YEAR.sub(lambda found: str(self.year(int(found[0]))), title)

    def names_old_years(self, text: str) -> bool:
        """Whether words speak of a year of the old plan."""
        return any(self.first <= int(found[0]) <= self.last for found in _YEAR.finditer(text))

    def _range(self, found: re.Match[str]) -> str:
        if (int(found[1]), int(found[3])) != (self.first, self.last):
            return found[0]
        return f"{self.first + self.years}{found[2]}{self.last + self.years}"

    def _typed(self, years: int) -> str:
        first, last = self.first + years, self.last + years
        return f"{first}-{last}" if first < last else str(last)
