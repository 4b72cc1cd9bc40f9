"""Days that contradict one another: «thứ hai, ngày 12/5/2021», «từ 20/5/2021 đến 15/5/2021»."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from itertools import islice
from typing import Final

from generator.checks import MOST
from generator.diagnostics import Diagnostic, warning
from generator.text.piece_texts import ReadText
from generator.vietnamese.dates import format_date, read_weekday, weekday_name
from generator.vietnamese.forms import RareForm
from generator.vietnamese.reasons import ReadingError

WEEKDAY_DIFFERS = warning(
    "weekday-differs",
    "“{said}”: {day} is a {weekday}.",
    "Look up which of the two is right. If it is the date, write {weekday} there.",
)
_SAID: Final = RareForm(
    r"(?<![^\W_])(?P<weekday>[Tt]hứ (?:[2-7]|[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy)"
    r"|[Cc]hủ [Nn]hật)"
    r",? (?:\(?[Nn]gày )?(?:(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>(?:19|20)\d\d)"
    r"|(?P<day2>\d{1,2}) tháng (?P<month2>\d{1,2}),? năm (?P<year2>(?:19|20)\d\d))(?![\w/])",
    r"(?:19|20)\d\d",
)
ENDS_BEFORE = warning(
    "span-reversed",
    "“{said}” ends before it begins.",
    "Look up both days; the earlier one stands first.",
)
_DAY: Final = r"(?:[Nn]gày )?(?P<day{0}>\d{{1,2}})/(?P<month{0}>\d{{1,2}})"
_SPAN: Final = RareForm(
    rf"(?<![^\W_])[Tt]ừ {_DAY.format(0)}(?:/(?P<year0>(?:19|20)\d\d))?,? (?:đến|tới)(?: hết)? "
    rf"{_DAY.format(1)}/(?P<year1>(?:19|20)\d\d)(?![\w/])",
    r"(?:19|20)\d\d",
)


def check_text(text: ReadText) -> Iterator[Diagnostic]:
    """Every text that readers read."""
    yield from islice(_wrong(text), MOST)
    yield from islice(_reversed(text), MOST)


def _wrong(text: ReadText) -> Iterator[Diagnostic]:
    for found in _SAID.finditer(text.prose):
        said = [int(found[key] or found[f"{key}2"]) for key in ("year", "month", "day")]
        with suppress(ValueError, ReadingError):  # no such day is told by another rule
            day = date(*said)
            if _weekday(found["weekday"]) != day.weekday():
                named = {"day": format_date(day), "weekday": weekday_name(day)}
                yield WEEKDAY_DIFFERS.at(text.at(*found.span()), said=found[0], **named)


def _weekday(said: str) -> int:
    """0 is Monday, which is «thứ 2»."""
    return int(said[-1]) - 2 if said[-1].isdecimal() else read_weekday(said)


def _reversed(text: ReadText) -> Iterator[Diagnostic]:
    for found in _SPAN.finditer(text.prose):
        years = found["year0"] or found["year1"], found["year1"]
        with suppress(ValueError):
            first, last = (
                date(int(year), int(found[f"month{n}"]), int(found[f"day{n}"]))
                for n, year in enumerate(years)
            )
            if last < first:
                yield ENDS_BEFORE.at(text.at(*found.span()), said=found[0])
