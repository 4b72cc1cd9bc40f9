"""Days as people say them beside another one: «2/9», «+7», «thứ tư sau», «2/9 7 giờ»."""

import re
from contextlib import suppress
from datetime import date, time, timedelta
from typing import Final

from generator.vietnamese.dates import (
    WEEKDAYS,
    WEEKDAYS_SHORT,
    read_date,
    read_day_of_year,
    read_time,
    read_weekday,
)
from generator.vietnamese.reasons import ReadingError, Reason
from generator.vietnamese.text import fold

_LONGEST: Final = 60
_STEP: Final = re.compile(r"(?P<sign>[+-]) ?(?P<days>\d{1,3})(?: ngay)?", re.ASCII)
_WAY: Final = re.compile(" (toi|sau|ke|truoc)$")
_NAMES: Final = frozenset(map(fold, (*WEEKDAYS, *WEEKDAYS_SHORT)))
_HOUR: Final = re.compile(
    r"(?P<day>.+?)(?:, ?| )(?:luc )?(?P<hour>\d\d?(?::\d\d| ?(?:h|g|gio)(?: ?\d\d)?))", re.ASCII
)


def read_near(s: str, near: date) -> tuple[date, time | None]:
    """Read a day that is meant beside another one, and its hour if one is said.

    «2/9» is that day of the year that lies nearest; «+7» and «-7» count days from the other one;
    «thứ tư sau» is the next Wednesday after it, «thứ tư trước» the last one before it. Whole dates
    are read as `read_date` does.

    Raises:
        ReadingError: there is no such day, or none is said.
    """
    text = " ".join(fold(s).split())
    if not text or len(text) > _LONGEST:
        raise ReadingError
    found = _HOUR.fullmatch(text)
    if found is None:
        return _day(text, near), None
    return _day(found["day"], near), read_time(found["hour"])


def _day(text: str, near: date) -> date:
    if step := _STEP.fullmatch(text):
        return _moved(near, int(step["sign"] + step["days"]))
    with suppress(ReadingError):
        return _weekday(text, near)
    try:
        month, day = read_day_of_year(text)
    except ReadingError as error:
        if error.reason is Reason.IMPOSSIBLE:
            raise
        return read_date(text)
    return _nearest(month, day, near)


def _weekday(text: str, near: date) -> date:
    """The next one after a day, or the last one before it; «thứ sáu» ends like «sau» does."""
    found = _WAY.search(text)
    is_named = text in _NAMES
    name = text if is_named or not found else text[: found.start()]
    ahead = (read_weekday(name) - near.weekday()) % 7
    is_before = found is not None and not is_named and found[1] == "truoc"
    return _moved(near, ahead - 7 if is_before else ahead or 7)


def _moved(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        raise ReadingError(Reason.YEAR) from None


def _nearest(month: int, day: int, near: date) -> date:
    """In its own year, the one before or the one after: where that day lies nearest."""
    days = list[date]()
    for year in (near.year - 1, near.year, near.year + 1):
        with suppress(ValueError):
            days.append(date(year, month, day))
    if not days:
        raise ReadingError(Reason.IMPOSSIBLE)
    return min(days, key=lambda each: abs(each - near))
