"""Spans that end before they begin: «từ 20/5/2021 đến 15/5/2021», «giai đoạn 2025–2021»."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import Final

from generator.diagnostics import Diagnostic, warning
from generator.text.piece_texts import ReadText
from generator.vietnamese.forms import RareForm
from generator.vietnamese.roman_numerals import read_numeral

ENDS_BEFORE = warning(
    "span-reversed",
    "“{said}” ends before it begins.",
    "Look up both days; the earlier one stands first.",
)
YEARS = ENDS_BEFORE.with_hint("If both years are right, write {now}.")
NUMBERS = ENDS_BEFORE.with_hint("If both numbers are right, write {now}.")
HOURS = ENDS_BEFORE.with_hint(
    "Look up both hours; if it ends on the next day, say so: đến 6 giờ hôm sau."
)
_DAY: Final = r"(?:[Nn]gày )?(?P<day{0}>[0-9]{{1,2}})/(?P<month{0}>[0-9]{{1,2}})"
_YEAR: Final = r"(?:19|20)[0-9][0-9]"
_DAYS: Final = RareForm(
    rf"(?<![^\W_])[Tt]ừ {_DAY.format(0)}(?:/(?P<year0>{_YEAR}))?,? (?:đến|tới)(?: hết)? "
    rf"{_DAY.format(1)}/(?P<year1>{_YEAR})(?![\w/])",
    _YEAR,
)
_YEARS: Final = RareForm(
    rf"(?<![\w/.,:–-])(?P<from>{_YEAR})(?: ?[–-] ?|,? (?:đến|tới)(?: hết)?(?: năm)? )"
    rf"(?P<to>{_YEAR})(?![\w%/–-]|[.,:][0-9]| ?%| (?:đồng|triệu|tỷ|kg|kWh|tấn|người|hộ|cơ sở"
    rf"|lượt|m))",
    _YEAR,
)
_NAMED: Final = (
    r"quý|tháng|bước|trang|điều|khoản|mục|bài|tập|hình|bảng|chương|phần|tuần|kỳ|câu|dòng"
    r"|khu phố|tổ|ấp"
)
_NUMBERS: Final = RareForm(
    rf"(?<!\w)[Tt]ừ (?P<noun>(?i:{_NAMED})) (?P<from>[0-9]{{1,3}}|[IVX]{{1,5}})"
    rf"(?:/(?P<year0>{_YEAR}))?,?"
    r" (?:đến|tới)(?: hết)? (?P=noun) (?P<to>[0-9]{1,3}|[IVX]{1,5})(?!\w)"
    rf"(?:(?:/| năm )(?P<year1>{_YEAR}))?",
    rf"^(?i:{'|'.join(sorted({word.split()[0] for word in _NAMED.split('|')}))})$",
)
_OF_TIME: Final = frozenset({"quý", "tháng", "tuần", "kỳ"})
_HOUR: Final = (
    r"(?P<hour{0}>[01]?[0-9]|2[0-4])"
    r"(?:(?:h|g|:| giờ ?)(?P<minutes{0}>[0-5][0-9])|h|g| giờ)(?![0-9])"
)
_HOURS: Final = RareForm(
    rf"(?<![\w.,:/])(?:[Tt]ừ )?(?:lúc )?{_HOUR.format(0)}"
    r"(?P<part> (?:sáng|trưa|chiều|tối|đêm|khuya))?"
    rf"(?: ?[–-] ?|,? (?:đến|tới)(?: hết)? ){_HOUR.format(1)}"
    r"(?! (?:sáng|trưa|chiều|tối|đêm|khuya|(?:ngày |hôm )?(?:sau|mai)))",
    r"[0-9](?:h|g|:[0-9][0-9])|^giờ",
)
_SAME_DAY: Final = re.compile(r"[^.;\n]{0,20}?(?:cùng ngày|ngày [0-9]{1,2}/[0-9])")
_NIGHT: Final = 17
"""What begins at this hour or later may end on the next day."""


def check_text(text: ReadText) -> Iterator[Diagnostic]:
    """Every text that readers read."""
    for look in (_days, _years, _numbers, _hours):
        yield from look(text)


def _days(text: ReadText) -> Iterator[Diagnostic]:
    for found in _DAYS.finditer(text.prose):
        years = found["year0"] or found["year1"], found["year1"]
        with suppress(ValueError):
            first, last = (
                date(int(year), int(found[f"month{n}"]), int(found[f"day{n}"]))
                for n, year in enumerate(years)
            )
            if last < first:
                yield ENDS_BEFORE.at(text.at(*found.span()), said=found[0])


def _years(text: ReadText) -> Iterator[Diagnostic]:
    for found in _YEARS.finditer(text.prose):
        if int(found["to"]) < int(found["from"]):
            yield YEARS.at(text.at(*found.span()), said=found[0], now=_turned(found))


def _numbers(text: ReadText) -> Iterator[Diagnostic]:
    """Of one thing, both with its name; quarters and months only within one year."""
    for found in _NUMBERS.finditer(text.prose):
        first, last = read_numeral(found["from"]), read_numeral(found["to"])
        is_of_time = found["noun"].lower() in _OF_TIME
        is_apart = is_of_time and (
            not found["year1"] or found["year0"] not in {None, found["year1"]}
        )
        if last < first and not is_apart:
            yield NUMBERS.at(text.at(*found.span()), said=found[0], now=_turned(found))


def _turned(found: re.Match[str]) -> str:
    """The same with both ends in the other order."""
    said, start = found[0], found.start()
    (a, b), (c, d) = (tuple(at - start for at in found.span(key)) for key in ("from", "to"))
    return f"{said[:a]}{found['to']}{said[b:c]}{found['from']}{said[d:]}"


def _hours(text: ReadText) -> Iterator[Diagnostic]:
    """Both of one day: said so, or too early for a night."""
    for found in _HOURS.finditer(text.prose):
        first, last = ((int(found[f"hour{n}"]), int(found[f"minutes{n}"] or 0)) for n in (0, 1))
        is_same = _SAME_DAY.match(text.prose, found.end()) is not None
        is_day = first[0] < _NIGHT and not found["part"]
        if last < first and (is_same or is_day):
            yield HOURS.at(text.at(*found.span()), said=found[0])
