"""Days that contradict one another: «thứ hai, ngày 12/5/2021», «từ 20/5/2021 đến 15/5/2021»."""

import re
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
_NAME: Final = "Hai|Ba|Tư|Năm|Sáu|Bảy|[2-7]"
_APART: Final = RareForm(
    r"(?<![^\W_])(?:(?:(?i:sáng|trưa|chiều|tối|đêm|ngày|hôm|vào) )"
    rf"(?P<weekday>[Tt]hứ (?i:{_NAME})|[Cc]hủ [Nn]hật)"
    rf"|(?P<weekday2>[Tt]hứ (?:{_NAME})|Chủ [Nn]hật))"
    r"(?P<between>,? [^\n.;:!?()]{1,60}) \((?:[Nn]gày )?"
    r"(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>(?:19|20)\d\d)\)",
    r"/(?:19|20)\d\d\)",
)
"""With other words between: «thứ Hai, mùng 1 Tết (12/2/2021)»."""
_OTHER_DAY: Final = re.compile(
    r"(?<!\w)(?:[Tt]hứ (?i:hai|ba|tư|năm|sáu|bảy|[2-7])|[Cc]hủ [Nn]hật|hằng|hàng"
    r"|mỗi|các|những|đến|tới|trước|sau|qua|kể từ|trừ|ngày \d{1,2}/)(?!\w)|\d/\d"
)
_ORDINAL: Final = re.compile(
    r"(?:lần|kỳ|khóa|khoá|đợt|tập|số|lớp|bài|hạng|vòng|bước) $", re.IGNORECASE
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
        said = [found[key] or found[f"{key}2"] for key in ("year", "month", "day")]
        yield from _unlike(text, found, found["weekday"], said)
    for found in _APART.finditer(text.prose):
        weekday = "weekday" if found["weekday"] else "weekday2"
        is_ordinal = _ORDINAL.search(text.prose, 0, found.start(weekday))
        if not (is_ordinal or _OTHER_DAY.search(found["between"])):
            said = [found[key] for key in ("year", "month", "day")]
            yield from _unlike(text, found, found[weekday], said)


def _unlike(
    text: ReadText, found: re.Match[str], weekday: str, said: list[str]
) -> Iterator[Diagnostic]:
    with suppress(ValueError, ReadingError):  # no such day is told by another rule
        day = date(*map(int, said))
        if _weekday(weekday) != day.weekday():
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
