"""Weekdays that their day does not have: «thứ hai, ngày 12/5/2021», «12/5/2021 (thứ Hai)»."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta
from typing import Final

from generator.diagnostics import Diagnostic, warning
from generator.model.piece import day_of
from generator.text.piece_texts import ReadText
from generator.vietnamese.dates import format_date, read_weekday, weekday_name
from generator.vietnamese.day_words import DAY_AND_MONTH, day_and_month
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
    r",? (?P<loose>\(|[-–—] )?(?:[Nn]gày )?(?:(?P<day>\d{1,2})/(?P<month>\d{1,2})/"
    r"(?P<year>(?:19|20)\d\d)"
    r"|(?P<day2>\d{1,2}) tháng (?P<month2>\d{1,2}),? năm (?P<year2>(?:19|20)\d\d))(?![\w/])",
    r"(?:19|20)\d\d",
)
_NAME: Final = "Hai|Ba|Tư|Năm|Sáu|Bảy|[2-7]"
_WEEKDAY: Final = rf"[Tt]hứ (?i:{_NAME})|[Cc]hủ [Nn]hật"
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
    rf"(?<!\w)(?:{_WEEKDAY}|hằng|hàng"
    r"|mỗi|các|những|đến|tới|trước|sau|qua|kể từ|trừ|ngày \d{1,2}/)(?!\w)|\d/\d"
)
_ORDINAL: Final = re.compile(
    r"(?:lần|kỳ|khóa|khoá|đợt|tập|số|lớp|bài|hạng|vòng|bước|buổi|phiên|họp|nghị|người|mẻ|lô|mục"
    r"|phần|chương|chuyến|cuốn|quyển|tuần|tháng|năm|quý|ca|hội thảo|mẫu) $",
    re.IGNORECASE,
)
_NAMED: Final = rf"(?:{_WEEKDAY}|T[2-7]|CN)"
_AND: Final = r"(?:,|;| và| hay| hoặc| đến| tới| [-–—]|[-–—])"
_ONE_MORE_BEFORE: Final = re.compile(rf"{_NAMED}{_AND} ?$")
_ONE_MORE_BEHIND: Final = re.compile(rf"{_AND} ?{_NAMED}(?!\w)")
"""Several weekdays belong to several days: «20 và 21/5/2021 (thứ Năm và thứ Sáu)»."""
_YEARS: Final = r"(?:19|20)[0-9][0-9]"
_BEHIND: Final = RareForm(
    rf"(?<![\w/.,-])(?P<day>[0-9]{{1,2}})/(?P<month>[0-9]{{1,2}})/(?P<year>{_YEARS})"
    rf"(?:,? \((?:là |nhằm |đúng )?|,? (?:là |nhằm |đúng )?)(?:ngày )?"
    rf"(?P<weekday>{_WEEKDAY}|T[2-7]|CN)"
    r"(?=[),.;:!?\n]|$| và| hằng| tuần)",
    rf"/{_YEARS}[,(]*$",
)
"""The weekday behind its day: «12/5/2021 (thứ Hai)»."""
_SHORT: Final = RareForm(
    r"(?<![\w/.-])(?P<weekday>T[2-7]|CN),? (?:ngày |\(|[-–—] )?"
    rf"(?P<day>[0-9]{{1,2}})/(?P<month>[0-9]{{1,2}})/(?P<year>{_YEARS})(?![\w/])",
    r"(?:T[2-7]|CN),?$",
)
_NO_YEAR: Final = RareForm(
    rf"(?<![^\W_])(?P<weekday>{_WEEKDAY})"
    rf",? (?:\(|[-–—] )?(?:[Nn]gày )?(?:{DAY_AND_MONTH})"
    r"(?![\w/–-]|[.,][0-9]| ?%|,? năm [0-9])",
    r"^\(?[0-9]{1,2}/[0-9]{1,2}(?:\W|$)|^(?i:tháng)$",
)
"""Of the year in which the piece is broadcast, printed or published."""
_TODAY: Final = RareForm(
    r"(?<![^\W_])(?P<when>(?i:hôm nay|sáng nay|trưa nay|chiều nay|tối nay|ngày mai|hôm qua))"
    rf"(?:,| là| \(| -| –)? (?P<weekday>{_WEEKDAY})(?! (?:tuần|sau|trước|tới|hằng|hàng|đầu|cuối)"
    r"|,? (?:ngày )?[0-9]{1,2}/[0-9]|,? (?:ngày )?[0-9]{1,2} tháng|\w)",
    r"^(?i:nay|mai|qua)(?:,|$)",
)
"""The day on which a piece is heard or printed, by its weekday."""
_FROM_TODAY: Final = {"ngày mai": 1, "hôm qua": -1}
_AGO: Final = re.compile(r"(?:19|20)\d\d[^\d.\n]*$|(?:trước|cũ|ngoái|sau)[^.\n]*$")
_REACH: Final = 40
_SUNDAY: Final = 6
_NEAR: Final = timedelta(days=120)


def check_text(text: ReadText) -> Iterator[Diagnostic]:
    """Every text that readers read."""
    for found in _SAID.finditer(text.prose):
        if found["loose"] and _ORDINAL.search(text.prose, 0, found.start()):
            continue
        said = [found[key] or found[f"{key}2"] for key in ("year", "month", "day")]
        yield from _unlike(text, found, found["weekday"], said)
    for form in (_BEHIND, _SHORT):
        for found in form.finditer(text.prose):
            said = [found[key] for key in ("year", "month", "day")]
            yield from _unlike(text, found, found["weekday"], said)
    yield from _near(text)
    yield from _today(text)
    for found in _APART.finditer(text.prose):
        weekday = "weekday" if found["weekday"] else "weekday2"
        is_ordinal = _ORDINAL.search(text.prose, 0, found.start(weekday))
        if not (is_ordinal or _OTHER_DAY.search(found["between"])):
            said = [found[key] for key in ("year", "month", "day")]
            yield from _unlike(text, found, found[weekday], said)


def _near(text: ReadText) -> Iterator[Diagnostic]:
    """Days without a year, next to the day of the piece; only where no year beside it fits."""
    of_piece = text.day
    if of_piece is None:
        return
    for found in _NO_YEAR.finditer(text.prose):
        if _is_of_several(text, found) or _AGO.search(_before(text, found)):
            continue
        days = [_date(of_piece.year + more, found) for more in (-1, 0, 1)]
        near = sorted(
            (abs(day - of_piece), day) for day in days if day and abs(day - of_piece) <= _NEAR
        )
        if near and weekday_number(found["weekday"]) not in {day.weekday() for _, day in near}:
            _, day = near[0]
            named = {"day": format_date(day), "weekday": weekday_name(day)}
            yield WEEKDAY_DIFFERS.at(text.at(*found.span()), said=found[0], **named)


def _today(text: ReadText) -> Iterator[Diagnostic]:
    """Weekdays of the day itself, of a piece with a slot."""
    moment: date | None = getattr(text.piece, "slot", None)
    for found in _TODAY.finditer(text.prose):
        if moment is None:
            return
        day = day_of(moment) + timedelta(days=_FROM_TODAY.get(found["when"].casefold(), 0))
        if weekday_number(found["weekday"]) != day.weekday():
            named = {"day": format_date(day), "weekday": weekday_name(day)}
            yield WEEKDAY_DIFFERS.at(text.at(*found.span()), said=found[0], **named)


def _date(year: int, found: re.Match[str]) -> date | None:
    with suppress(ValueError):
        day, month = day_and_month(found)
        return date(year, month, day)
    return None


def _before(text: ReadText, found: re.Match[str]) -> str:
    return text.prose[max(0, found.start() - _REACH) : found.start()]


def _is_of_several(text: ReadText, found: re.Match[str]) -> bool:
    """Whether another weekday stands beside its own, as another day may stand beside its day."""
    name = next(key for key in ("weekday", "weekday2") if found.groupdict().get(key))
    start, end = found.span(name)
    before = text.prose[max(0, start - _REACH) : start]
    return bool(_ONE_MORE_BEFORE.search(before) or _ONE_MORE_BEHIND.match(text.prose, end))


def _unlike(
    text: ReadText, found: re.Match[str], weekday: str, said: list[str]
) -> Iterator[Diagnostic]:
    if _is_of_several(text, found):
        return
    with suppress(ValueError, ReadingError):  # no such day is told by another rule
        day = date(*map(int, said))
        if weekday_number(weekday) != day.weekday():
            named = {"day": format_date(day), "weekday": weekday_name(day)}
            yield WEEKDAY_DIFFERS.at(text.at(*found.span()), said=found[0], **named)


def weekday_number(name: str) -> int:
    """The number of a weekday by its name: 0 is Monday, which is «thứ 2»."""
    if name == "CN":
        return _SUNDAY
    return int(name[-1]) - 2 if name[-1].isdecimal() else read_weekday(name)
