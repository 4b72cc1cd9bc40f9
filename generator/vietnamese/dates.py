"""Dates, times and quarters: read as Vietnamese editors type them, written as they are printed.

Readers ignore case, diacritics and space around; they return the value or raise `ReadingError`.
"""

import re
from calendar import day_name
from datetime import date, datetime, time, timedelta, timezone
from typing import Final

from generator.vietnamese.reasons import ReadingError, Reason
from generator.vietnamese.text import fold

HANOI: Final = timezone(timedelta(hours=7))
"""Vietnam's legal time all year round, without the history that zone databases carry."""

WEEKDAYS: Final = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
"""Names from Monday on."""
WEEKDAYS_IN_ENGLISH: Final = tuple(day_name)
WEEKDAYS_SHORT: Final = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")
"""Column heads of calendars, from Monday on."""
QUARTERS: Final = ("I", "II", "III", "IV")
"""Quarters are numbered in Roman numerals."""

_YEARS: Final = range(1900, 2200)
_LONGEST: Final = 60
_FIRST_UNPADDED_MONTH: Final = 3
_LEAP_YEAR: Final = 2000

_DATES: Final = (
    r"(?:ngay )?(?P<day>\d\d?)(?P<mark>[/.-])(?P<month>\d\d?)(?P=mark)(?P<year>\d+)",
    r"(?P<year>\d{4})(?P<mark>[/.-])(?P<month>\d\d?)(?P=mark)(?P<day>\d\d?)",
    r"(?:ngay )?(?P<day>\d\d?) thang (?P<month>\d\d?) nam (?P<year>\d+)",
)
_CLOCK: Final = r"\d\d?(?::\d\d(?::\d\d)?| ?(?:h|g|gio)(?: ?\d\d(?: ?phut)?)?)"
_MOMENTS: Final = (
    rf"(?P<time>{_CLOCK}),? (?P<date>.+)",
    rf"(?P<date>.+?)(?:t|,? (?:luc )?)(?P<time>{_CLOCK})(?:\+07:?00)?",
)
# What programs write: with fractions of a second, in the time of another zone.
_ZONED: Final = (
    r"(?P<date>\d{4}-\d\d-\d\d)[t ](?P<time>\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)? ?"
    r"(?:(?P<utc>z)|(?P<sign>[+-])(?P<hours>\d\d):?(?P<minutes>\d\d)?)"
)
_YEAR = r"(?: ?[/-] ?| (?:nam )?)(?P<year>\d+)"
_QUARTERS: Final = (
    rf"(?P<name>quy ?|q\.? ?)?(?P<number>[ivx]+|\d\d?)(?:{_YEAR})?",
    r"(?P<year>\d{4}) ?[/-]? ?(?P<name>quy ?|q)(?P<number>[ivx]+|\d\d?)",
)


def read_date(s: str) -> date:
    """Read 17/3/2021, 17-3-2021, 17.3.2021, 2021-03-17 or «ngày 17 tháng 3 năm 2021».

    A moment as programs write it, with its zone, is the day that it lies in at Hanoi:
    2026-01-01T17:00:00.000Z is 2 January 2026.
    """
    found = _match((*_DATES, _ZONED), s)
    if "time" in found.groupdict():
        return _zoned(found).date()
    year, month, day = _year(found["year"]), int(found["month"]), int(found["day"])
    try:
        return date(year, month, day)
    except ValueError:
        raise ReadingError(Reason.IMPOSSIBLE) from None


def read_time(s: str) -> time:
    """Read 15:30, 6:05, 06:30, 06:30:00, 6h30, 6h, «6 giờ», «6 giờ 30» or «6 giờ 30 phút»."""
    parts = re.findall(r"\d+", _match((_CLOCK,), s)[0])
    hour, minute, second = (int(part) for part in [*parts, 0, 0][:3])
    try:
        return time(hour, minute, second)
    except ValueError:
        raise ReadingError(Reason.IMPOSSIBLE) from None


def read_datetime(s: str) -> datetime:
    """Read a date with a time, in either order, as a moment of Hanoi time.

    12/5/2021 06:30, 06:30 12/5/2021, 2021-05-12T06:30, «6 giờ 30 ngày 12/5/2021»; also with another
    zone, as programs write it: 2021-05-11T23:30:00.000Z.
    """
    found = _match((_ZONED, *_MOMENTS), s)
    if "utc" in found.groupdict():
        return _zoned(found)
    return datetime.combine(read_date(found["date"]), read_time(found["time"]), HANOI)


def _zoned(found: re.Match[str]) -> datetime:
    """The moment of Hanoi time that is written in another zone."""
    ahead = timedelta(hours=int(found["hours"] or 0), minutes=int(found["minutes"] or 0))
    try:
        zone = timezone(-ahead if found["sign"] == "-" else ahead)
        moment = datetime.combine(read_date(found["date"]), read_time(found["time"]), zone)
        return moment.astimezone(HANOI)
    except (ValueError, OverflowError):
        raise ReadingError(Reason.IMPOSSIBLE) from None


def read_quarter(s: str) -> tuple[int | None, int]:
    """Read II, ii, 2, Q2, «Quý II», II/2021, Q2/2021, 2021-Q2, «quy 2 nam 2021».

    Returns:
        The year, or None where none is given, and the quarter's number from 1 to 4.
    """
    found = _match(_QUARTERS, s)
    numeral, year = found["number"].upper(), found["year"]
    number = int(numeral) if numeral.isdigit() else (*QUARTERS, numeral).index(numeral) + 1
    if not 1 <= number <= len(QUARTERS):
        raise ReadingError(Reason.IMPOSSIBLE)
    if year and numeral.isdigit() and not found["name"]:
        raise ReadingError(Reason.AMBIGUOUS)
    return (_year(year) if year else None), number


def read_weekday(s: str) -> int:
    """Read «thứ Tư», «T4», «Chủ nhật» or «CN»: 0 is Monday, as Python counts."""
    text = " ".join(fold(s).split())
    names = [fold(name) for name in (*WEEKDAYS, *WEEKDAYS_SHORT)]
    if text not in names:
        raise ReadingError
    return names.index(text) % len(WEEKDAYS)


def read_day_of_year(s: str) -> tuple[int, int]:
    """Read 5/6 or «ngày 5 tháng 6» as month and day."""
    found = _match((r"(?:ngay )?(?P<day>\d\d?)(?:[/.-]| thang )(?P<month>\d\d?)",), s)
    month, day = int(found["month"]), int(found["day"])
    try:
        date(_LEAP_YEAR, month, day)
    except ValueError:
        raise ReadingError(Reason.IMPOSSIBLE) from None
    return month, day


def _match(forms: tuple[str, ...], s: str) -> re.Match[str]:
    """Return the first form that all of `s` has, folded and with single spaces."""
    text = " ".join(fold(s).split())
    matches = (re.fullmatch(form, text, re.ASCII) for form in forms)
    found = next(filter(None, matches), None) if len(text) <= _LONGEST else None
    if found is None:
        raise ReadingError
    return found


def _year(digits: str) -> int:
    if re.fullmatch(r"\d\d", digits, re.ASCII):
        raise ReadingError(Reason.SHORT_YEAR)
    if not re.fullmatch(r"\d{4}", digits, re.ASCII):
        raise ReadingError
    if int(digits) not in _YEARS:
        raise ReadingError(Reason.YEAR)
    return int(digits)


def format_date(d: date) -> str:
    """Write a date as in running text: «17/3/2021»."""
    return f"{d.day}/{d.month}/{d.year}"


def format_long_date(d: date) -> str:
    """Write a date as in the head of an administrative document: «ngày 05 tháng 3 năm 2021».

    Days below 10 and the months 1 and 2 take a leading zero (Decree 30/2020/NĐ-CP, appendix I).
    """
    month = f"{d.month:02}" if d.month < _FIRST_UNPADDED_MONTH else d.month
    return f"ngày {d.day:02} tháng {month} năm {d.year}"


def format_time(t: time) -> str:
    """Write a time of day: «6 giờ 30», «6 giờ 05», «6 giờ»."""
    return f"{t.hour} giờ {t.minute:02}" if t.minute else f"{t.hour} giờ"


def moment_in_words(
    start: date | datetime,
    until: date | None = None,
    *,
    weekday: bool = False,
    language: str = "vi",
) -> str:
    """When something is: «thứ Tư, 12/5/2021, 6 giờ 30», «12/5/2021 – 19/5/2021».

    The one form of a moment in Hanoi time or a day, whoever shows it; `until` is its last day.
    In English hours are «06:30» and days are named in English; authors may type both.

    Raises:
        ReadingError: a moment without a zone, which names no moment.
    """
    hour = ""
    if isinstance(start, datetime):
        if start.tzinfo is None:
            raise ReadingError
        local = start.astimezone(HANOI)
        start, hour = local.date(), format_time(local.time())
        hour = hour if language == "vi" else f"{local:%H:%M}"
    names = WEEKDAYS if language == "vi" else WEEKDAYS_IN_ENGLISH
    last = f" – {format_date(until)}" if until and until != start else ""
    parts = (names[start.weekday()] if weekday else "", format_date(start) + last, hour)
    return ", ".join(filter(None, parts))


def format_length(seconds: int) -> str:
    """Write a length of time in seconds as in running text: «6 phút 10 giây», «7 phút»."""
    minutes, rest = divmod(seconds, 60)
    parts = (f"{minutes} phút" if minutes else "", f"{rest} giây" if rest or not minutes else "")
    return " ".join(filter(None, parts))


def format_timecode(seconds: int) -> str:
    """Write a length of time in seconds as figures: «6:10»."""
    return f"{seconds // 60}:{seconds % 60:02}"


def format_quarter(year: int | None, number: int) -> str:
    """Write a quarter: «Quý II/2021», or «Quý II» without a year."""
    name = f"Quý {QUARTERS[number - 1]}"
    return name if year is None else f"{name}/{year}"


def weekday_name(d: date) -> str:
    """Name the day of the week: «thứ Hai» … «Chủ nhật», capitals as in NĐ 30/2020, appendix II."""
    return WEEKDAYS[d.weekday()]
