"""Hours that the part of the day beside them does not have: «13 giờ sáng», «chiều từ 7 giờ 30»."""

import re
from collections.abc import Iterator
from typing import Final

from generator.diagnostics import Diagnostic, warning
from generator.text.piece_texts import ReadText
from generator.vietnamese.forms import RareForm

PART_DIFFERS = warning(
    "hour-of-day",
    "“{said}”: {part} has no such hour.",
    "Look up which of the two is right; if it is the hour, write {now}.",
)
_CLOCK: Final = (
    r"(?P<{0}clock>(?P<{0}hour>[01]?[0-9]|2[0-3])"
    r"(?P<{0}more>(?:h|g|:| giờ ?)[0-5][0-9](?: phút)?| giờ rưỡi|h|g| giờ))"
)
_HOUR: Final = RareForm(
    r"(?<![\w.,:/])" + _CLOCK.format("") + r" (?P<part>sáng|trưa|chiều|tối|đêm)"
    r"(?! (?:trưng|choang|suốt|đèn|quắc)|\w)",
    r"^(?:sáng|trưa|chiều|tối|đêm)(?!\w)",
)
_DATE: Final = r",? (?:ngày )?[0-9]{1,2}/[0-9]{1,2}(?:/[0-9]{4})?"
_DAY: Final = (
    r"(?: (?:mai|nay|qua|hôm sau|cùng ngày|thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)"
    rf"(?:{_DATE})?|{_DATE}),?"
)
_PART_FIRST: Final = RareForm(
    r"(?<!\w)(?P<buoi>(?i:buổi) )?(?P<part>(?i:sáng|trưa|chiều|tối))"
    rf"(?i:{_DAY})?(?::| \|)?(?P<since> (?:(?:vào )?lúc|từ|bắt đầu(?: từ| lúc)?))? "
    + _CLOCK.format("")
    + r"(?:(?P<to> ?[-–] ?| đến | tới )"
    + _CLOCK.format("to_")
    + r")?(?![\w:/]|[.,][0-9])",
    r"(?<!\w)(?i:sáng|trưa|chiều|tối)(?!\w)",
)
_PARTS: Final = {
    "sáng": frozenset(range(13)),
    "trưa": frozenset({10, 11, 12, 13, 14, 1, 2}),
    "chiều": frozenset({*range(1, 8), *range(12, 20)}),
    "tối": frozenset({*range(5, 13), *range(17, 24), 0}),
    "đêm": frozenset({*range(6), *range(8, 13), *range(18, 24)}),
}
_SINCE: Final = ((18, "tối"), (13, "chiều"), (11, "trưa"), (0, "sáng"))
_FIRST_OF_TWO: Final = 13
_OF_SHIFTS_OR_LIGHT: Final = re.compile(
    r"(?:(?:đèn|bóng|thắp|chiếu|phát|điện|bảng|bật)[^.,;:\n]*|(?<!\w)ca(?: làm)?(?: việc)?) $",
    re.IGNORECASE,
)
"""A shift goes from one part of the day to another, and a lamp is bright for hours."""
_REACH: Final = 30  # characters
_MINUTES: Final = re.compile("[0-9]")
_MORNING_ENDS: Final = frozenset({10, 11})


def check_text(text: ReadText) -> Iterator[Diagnostic]:
    """Every text that readers read."""
    for found in _HOUR.finditer(text.prose):
        hour, part = int(found["hour"]), found["part"]
        if hour not in _PARTS[part]:
            clock = found["clock"]
            now = f"{clock} {_right(hour)}" if hour < _FIRST_OF_TWO else clock
            yield PART_DIFFERS.at(text.at(*found.span()), said=found[0], part=part, now=now)
    for found in _PART_FIRST.finditer(text.prose):
        part, hour = found["part"].casefold(), int(found["hour"])
        before = text.prose[max(0, found.start() - _REACH) : found.start()]
        if _differs(found, hour, part) and not _OF_SHIFTS_OR_LIGHT.search(before):
            end = found.end("to_clock" if found["to"] else "clock")
            where, said = text.at(found.start(), end), text.text[found.start() : end]
            rest = text.text[found.end("part") : end]
            right = _right(hour) if found["part"].islower() else _right(hour).capitalize()
            now = f"{found['buoi'] or ''}{right}{rest}"
            yield PART_DIFFERS.at(where, said=said, part=part, now=now)


def _right(hour: int) -> str:
    return next(name for since, name in _SINCE if hour >= since)


def _differs(found: re.Match[str], hour: int, part: str) -> bool:
    """Whether a part has no such hour; a bare number of hours may be how long it takes."""
    if found["to"] and part == "chiều" and int(found["to_hour"]) in _MORNING_ENDS:
        return hour < _FIRST_OF_TWO
    is_clock = bool(found["since"] or found["to"] or _MINUTES.search(found["more"]))
    return (is_clock or hour >= _FIRST_OF_TWO) and hour not in _PARTS[part]
