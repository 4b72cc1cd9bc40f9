"""The lunar calendar of Vietnam, reckoned from the moon and the sun, from 1976 on.

A month begins on the day, at Hanoi (UTC+7), on which the moon is new; the winter solstice lies in
month 11; of thirteen months between two of these, the first in which the sun enters no sign is the
leap month. New moons and the longitude of the sun are reckoned as J. Meeus has them, Astronomical
Algorithms, 2nd edition (1998), chapters 49 (with the terms of more than three minutes) and 25.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import floor, radians, sin
from typing import Final

from generator.vietnamese.reasons import ReadingError, Reason

STEMS: Final = ("Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý")
BRANCHES: Final = (
    "Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi",
)  # fmt: skip
FIRST_YEAR: Final = 1976
"""From then on the whole country has one calendar, reckoned at UTC+7 (Decision 121/CP of 1967)."""
_FIRST_OF_CYCLE: Final = 4  # the year 4 was a Giáp Tý
_HANOI: Final = 7 / 24
_MONTH: Final = 29.530588861
_FIRST_MOON: Final = 2451550.09766  # the new moon of 6 January 2000, in Julian days
_SOLSTICE_MONTH: Final = 11
_EPOCH: Final = 1721425  # the Julian day that began at noon of the day before 1 January 1
_SIGN: Final = 30  # degrees
_MONTHS: Final = 12
_EARLY: Final = 10  # days that are counted with «mùng»


@dataclass(frozen=True, slots=True)
class LunarDay:
    """A day of the lunar calendar; `is_leap` of a month that has the number of the one before."""

    year: int
    month: int
    day: int
    is_leap: bool = False


def year_name(year: int) -> str:
    """The name of a lunar year, by stem and branch: 2021 is «Tân Sửu»."""
    at = year - _FIRST_OF_CYCLE
    return f"{STEMS[at % len(STEMS)]} {BRANCHES[at % len(BRANCHES)]}"


def lunar_day(day: date) -> LunarDay:
    """A day as the lunar calendar has it."""
    number = day.toordinal()
    for year in (day.year + 1, day.year, day.year - 1):
        months = _months(year)
        if months[0][2] <= number:
            month, is_leap, first = next(each for each in reversed(months) if each[2] <= number)
            return LunarDay(year, month, number - first + 1, is_leap)
    raise AssertionError  # the year before begins before


def solar_day(lunar: LunarDay) -> date:
    """The day of the usual calendar.

    Raises:
        ReadingError: there is no such day, or no such leap month.
    """
    months = _months(lunar.year)
    ends = [*(first for _, _, first in months[1:]), _months(lunar.year + 1)[0][2]]
    for (month, is_leap, first), end in zip(months, ends, strict=True):
        if (month, is_leap) == (lunar.month, lunar.is_leap):
            number = first + lunar.day - 1
            if lunar.day >= 1 and number < end:
                return date.fromordinal(number)
    raise ReadingError(Reason.IMPOSSIBLE)


@lru_cache(maxsize=32)
def _months(year: int) -> tuple[tuple[int, bool, int], ...]:
    """The months of a lunar year: number, whether leap, and the first day (as `date` counts)."""
    before, after = _between_solstices(year), _between_solstices(year + 1)
    new_year = next(at for at, (month, _, _) in enumerate(before) if month == 1)
    end = next(at for at, (month, _, _) in enumerate(after) if month == 1)
    return (*before[new_year:], *after[:end])


@lru_cache(maxsize=32)
def _between_solstices(year: int) -> tuple[tuple[int, bool, int], ...]:
    """The months from the eleventh of the year before to the tenth of this one."""
    first, end = _eleventh(year - 1), _eleventh(year)
    days = [_new_moon(moon) for moon in range(first, end + 1)]
    signs = [_sign(day) for day in days]
    leap = -1
    if end - first > _MONTHS:
        leap = next(at for at in range(1, _MONTHS + 1) if signs[at] == signs[at + 1])
    months, number = [], _SOLSTICE_MONTH - 1
    for at, day in enumerate(days[:-1]):
        number += at != leap
        months.append(((number - 1) % _MONTHS + 1, at == leap, day))
    return tuple(months)


def _eleventh(year: int) -> int:
    """The number of the new moon with which the month of the winter solstice begins."""
    last = date(year, 12, 31).toordinal()
    moon = floor((last + _EPOCH - _FIRST_MOON) / _MONTH) + 1
    while _new_moon(moon) > last or _sign(_new_moon(moon)) >= _MONTHS - 3:
        moon -= 1
    return moon


def _sign(day: int) -> int:
    """In which twelfth of its way the sun is as a day begins at Hanoi; from 9 on, past winter."""
    return floor(_longitude(day + _EPOCH - 0.5 - _HANOI) / _SIGN)


@lru_cache(maxsize=512)
def _new_moon(moon: int) -> int:
    """The day at Hanoi on which the moon is new, counted from that of 6 January 2000."""
    t = moon / 1236.85
    mean = _FIRST_MOON + _MONTH * moon + 0.00015437 * t**2 - 0.00000015 * t**3
    e = 1 - 0.002516 * t - 0.0000074 * t**2
    sun = radians(2.5534 + 29.1053567 * moon - 0.0000014 * t**2)
    own = radians(201.5643 + 385.81693528 * moon + 0.0107582 * t**2 + 0.00001238 * t**3)
    node = radians(160.7108 + 390.67050284 * moon - 0.0016118 * t**2)
    way = radians(124.7746 - 1.56375588 * moon + 0.0020672 * t**2)
    shift = (
        -0.4072 * sin(own)
        + 0.17241 * e * sin(sun)
        + 0.01608 * sin(2 * own)
        + 0.01039 * sin(2 * node)
        + 0.00739 * e * sin(own - sun)
        - 0.00514 * e * sin(own + sun)
        + 0.00208 * e**2 * sin(2 * sun)
        - 0.00111 * sin(own - 2 * node)
        - 0.00057 * sin(own + 2 * node)
        + 0.00056 * e * sin(2 * own + sun)
        - 0.00042 * sin(3 * own)
        + 0.00042 * e * sin(sun + 2 * node)
        + 0.00038 * e * sin(sun - 2 * node)
        - 0.00024 * e * sin(2 * own - sun)
        - 0.00017 * sin(way)
        - 0.00007 * sin(own + 2 * sun)
        + 0.00032 * sin(radians(299.77 + 0.107408 * moon - 0.009173 * t**2))
    )
    return floor(mean + shift - _late(t) + 0.5 + _HANOI) - _EPOCH


def _longitude(moment: float) -> float:
    """The apparent longitude of the sun in degrees, at a moment in Julian days of world time."""
    t = (moment - 2451545) / 36525
    t += _late(t) / 36525
    anomaly = radians(357.52911 + 35999.05029 * t - 0.0001537 * t**2)
    centre = (
        (1.914602 - 0.004817 * t - 0.000014 * t**2) * sin(anomaly)
        + (0.019993 - 0.000101 * t) * sin(2 * anomaly)
        + 0.000289 * sin(3 * anomaly)
    )
    true = 280.46646 + 36000.76983 * t + 0.0003032 * t**2 + centre
    return (true - 0.00569 - 0.00478 * sin(radians(125.04 - 1934.136 * t))) % 360


def _late(t: float) -> float:
    """How far the even time of the formulas is ahead of the clocks, in days (about a minute)."""
    return (62.92 + 32.217 * t + 55.89 * t**2) / 86400


def format_lunar_day(lunar: LunarDay) -> str:
    """Write a lunar day: «mùng 9 tháng Giêng năm Tân Sửu», «ngày 15 tháng 8 năm Tân Sửu»."""
    day = f"{'mùng' if lunar.day <= _EARLY else 'ngày'} {lunar.day}"
    month = {1: "Giêng", _MONTHS: "Chạp"}.get(lunar.month, str(lunar.month))
    leap = " nhuận" if lunar.is_leap else ""
    return f"{day} tháng {month}{leap} năm {year_name(lunar.year)}"
