"""Which days are off, which are worked, and which are for the environment."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache, lru_cache
from importlib import resources

from generator.model.holidays import HolidayFile

SATURDAY = 5
MOST_OFF = 60
"""Days off in a row; who writes more has mistyped one of the two days."""


def days_off(file: HolidayFile, year: int) -> dict[date, str]:
    """Public holidays of Vietnam in a year with their names, and what was decided beside them."""
    found = dict(_public(year))
    for item in file.days_off:
        day, last = item.since, item.until or item.since
        while day <= last and (last - item.since).days < MOST_OFF:
            if day.year == year:
                found[day] = item.name
            day += timedelta(days=1)
    for work in file.work_days:
        found.pop(work.on, None)
    return dict(sorted(found.items()))


def green_days(file: HolidayFile, year: int) -> dict[date, str]:
    """Days for the environment in a year."""
    found: dict[date, str] = {}
    for item in file.green_days:
        if item.on and item.on.year == year:
            found[item.on] = item.name
        elif item.every:
            month, day = item.every
            found[date(year, month, day)] = item.name
    return dict(sorted(found.items()))


def is_off(file: HolidayFile, day: date) -> bool:
    """Whether a day is a holiday."""
    return day in days_off(file, day.year)


def is_worked(file: HolidayFile, day: date) -> bool:
    """Whether offices work on a day."""
    if any(work.on == day for work in file.work_days):
        return True
    return day.weekday() < SATURDAY and not is_off(file, day)


def last_worked(file: HolidayFile, day: date) -> date:
    """The day itself, or else the last worked day before it."""
    while not is_worked(file, day):
        day -= timedelta(days=1)
    return day


def next_worked(file: HolidayFile, day: date) -> date:
    """The day itself, or else the first worked day after it."""
    while not is_worked(file, day):
        day += timedelta(days=1)
    return day


@lru_cache(maxsize=16)
def _public(year: int) -> Mapping[date, str]:
    known = _table().get(year)
    if known is not None:
        return known
    from holidays import country_holidays

    return dict(country_holidays("VN", years=year, language="vi"))


@cache
def _table() -> Mapping[int, Mapping[date, str]]:
    """What that library knows, written down by `tools/daysoff.py`: to load it takes long."""
    days: dict[int, dict[date, str]] = {}
    text = (resources.files("generator") / "planning/public_holidays.csv").read_text("utf-8")
    for line in text.splitlines():
        day, name = line.split(",", 1)
        days.setdefault(int(day[:4]), {})[date.fromisoformat(day)] = name
    return days
