"""Days and hours of a text that do not exist: «ngày 31/2/2021», «ngày 5/25/2021», «lúc 25h30»."""

import re
from calendar import monthrange
from collections.abc import Iterator
from typing import Final

from generator.diagnostics import Diagnostic, Rule, warning
from generator.text.piece_texts import ReadText
from generator.vietnamese.forms import RareForm

NO_DAY = warning(
    "no-such-day",
    "There is no such day: “{said}”.",
    "Look it up; the day stands before the month: 25/5/2021.",
)
NO_HOUR = warning(
    "no-such-hour",
    "There is no such hour: “{said}”.",
    "Look it up; an hour goes from 0 to 24, its minutes to 59: 15h30.",
)
_DAY: Final = RareForm(
    r"(?<![\w/.,-])(?:(?P<word>[Nn]gày )(?P<day>\d{1,2})(?P<mark>[/.-])(?P<month>\d{1,2})"
    r"(?:(?P=mark)(?P<year>(?:19|20)\d\d))?(?![\w/-]|[.,]\d)"
    r"|(?<!số )(?P<day2>[0-3]?\d)/(?P<month2>[0-3]?\d)/(?P<year2>(?:19|20)\d\d)(?![\w/-]))",
    r"\d[/.-]\d",
)
_LONG_DAY: Final = re.compile(
    r"(?<!\w)[Nn]gày (?P<day>\d{1,2}) tháng (?P<month>\d{1,2})"
    r"(?: năm (?P<year>(?:19|20)\d\d))?(?!\w)"
)
_MONTH: Final = re.compile(
    r"háng (?:1[3-9]|[2-9]\d|0)(?:/(?:19|20)\d\d| năm (?:(?:19|20)\d\d|nay|sau|tới|ngoái)"
    r"|(?=[.,;:!?)\n]|$))(?!\w)"
)
_LUNAR_DAY: Final = RareForm(
    r"(?<!\w)(?:(?P<early>[Mm][ùồ]ng )(?P<day>[0-9]{1,2})(?![\w/,.][0-9]|\w)"
    r"|(?:[Nn]gày )?(?P<day2>3[1-9]|[4-9][0-9]|0) (?:tháng (?:[Gg]iêng|[Cc]hạp)|Tết"
    r"|âm lịch)(?!\w))",
    r"(?<!\w)(?:[Mm][ùồ]ng|[Gg]iêng|[Cc]hạp|Tết|âm)(?!\w)",
)
NO_LUNAR_DAY = NO_DAY.with_hint(
    "Look it up: mùng is said from 1 to 10, and a lunar month has 29 or 30 days."
)
_EARLY: Final = range(1, 11)
_HOUR: Final = RareForm(
    r"(?<!\w)(?:[Ll]úc|[Hh]ồi) (?P<hour>\d{1,2})"
    r"(?:(?:[hg:]|h:| giờ )(?P<minutes>\d\d)|h|g| giờ)(?!\w)",
    r"(?:[Ll]úc|[Hh]ồi)$",
)
_CLOCK: Final = RareForm(
    r"(?<![\w.,:/+-])(?<![Ll]úc )(?<![Hh]ồi )(?P<hour>[0-9]{1,2})(?:[hg]|h:"
    r"| giờ )(?P<minutes>[0-9][0-9])"
    r"(?![\w.,:/][0-9]|\w)",
    r"[0-9](?:[hg]|h:)[0-9][0-9]|^giờ$",
)
"""Without a word that says that it is an hour: only what is none by its minutes, or past 24."""
_LEAP_YEAR: Final = 2000
_HOURS: Final = 24
_MINUTES: Final = 60


def check_text(text: ReadText) -> Iterator[Diagnostic]:
    """Every text that readers read."""
    for rule, found in _impossible(text.prose):
        start = found.start() - (found[0][0] == "h")  # «tháng» without its t
        yield rule.at(text.at(start, found.end()), said=text.prose[start : found.end()])


def _impossible(prose: str) -> Iterator[tuple[Rule, re.Match[str]]]:
    for found in _DAY.finditer(prose):
        day, month, year = (found[key] or found[f"{key}2"] for key in ("day", "month", "year"))
        if not _is_day(day, month, year):
            yield NO_DAY, found
    for found in _LONG_DAY.finditer(prose) if "gày " in prose else ():
        if not _is_day(found["day"], found["month"], found["year"]):
            yield NO_DAY, found
    yield from ((NO_DAY, found) for found in _MONTH.finditer(prose))
    for found in _LUNAR_DAY.finditer(prose):
        if not found["early"] or int(found["day"]) not in _EARLY:
            yield NO_LUNAR_DAY, found
    for found in (*_HOUR.finditer(prose), *_CLOCK.finditer(prose)):
        hour, minutes = int(found["hour"]), int(found["minutes"] or 0)
        if minutes >= _MINUTES or hour > _HOURS or (hour == _HOURS and minutes):
            yield NO_HOUR, found


def _is_day(day: str, month: str, year: str | None) -> bool:
    if not 1 <= int(month) <= 12:  # noqa: PLR2004
        return False
    return 1 <= int(day) <= monthrange(int(year or _LEAP_YEAR), int(month))[1]
