"""Days that are written with more than they need, or several where one belongs.

«12–14/5/2021», «06:30 đến 06:45», «khoảng 1/4/2021», «1/4/2021 (thứ Năm)», «01-Apr-2021».
"""

import re
from typing import Final

_AND: Final = r"\s*(?:[-,;&+/]|và|đến|tới|hoặc|hay|rồi|->)\s*(?:ngày |từ |lúc )?"
_SEVERAL_DAYS = re.compile(
    r"(?P<before>.*?)(?<!\d)(?:từ )?(?:ngày )?(?P<day>\d\d?)"
    r"(?:[/.](?P<month>\d\d?)(?:[/.](?P<year>\d{4}))?)?"
    rf"{_AND}(?:\d\d?{_AND})*\d\d?[/.](?P<later>\d\d?)[/.](?P<last>\d{{4}})(?P<after>(?: .*)?)",
    re.IGNORECASE,
)
_HOUR: Final = r"\d\d?(?:[:.]\d\d|\s?(?:h|g|giờ)\s?(?:\d\d)?)"
_SEVERAL_HOURS = re.compile(rf"(?:từ )?(?P<one>{_HOUR})(?:{_AND}{_HOUR})+(?!\d)", re.IGNORECASE)


def first_of_several(value: str) -> tuple[str, str]:
    """The text with the first of them alone, and no sign that would be to blame."""
    found = _SEVERAL_DAYS.fullmatch(value)
    if found:
        month, year = found["month"] or found["later"], found["year"] or found["last"]
        return f"{found['before']}{found['day']}/{month}/{year}{found['after']}", ""
    return _SEVERAL_HOURS.sub(r"\g<one>", value), ""


_MONTHS: Final = (
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
)
_NAMED: Final = f"(?:{'|'.join(_MONTHS)})"
_TH: Final = "(?:st|nd|rd|th)?"
_ENGLISH = re.compile(
    rf"(?P<day>\d\d?){_TH}[ -]+(?P<month>{_NAMED})[a-z]*[., -]+(?P<year>\d{{4}})"
    rf"|(?P<month2>{_NAMED})[a-z]* +(?P<day2>\d\d?){_TH},? +(?P<year2>\d{{4}})",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"(?<=\d)([/.-])([IVX]{1,4})\1(?=\d{4})")
_ROMANS: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_AROUND = re.compile(
    r"^(?:khoảng|chừng|độ|tầm|dự kiến|sáng|chiều|tối|mùng|mồng|hôm|vào)(?: ngày)? +(?=\d)"
    r"|\s*\([^()]*\)\s*$|\s*\?+\s*$",
    re.IGNORECASE,
)


def without_words(value: str) -> tuple[str, str]:
    """The day alone, without words and signs around it; its month in figures."""
    bare = _AROUND.sub("", _AROUND.sub("", value))
    bare = _ROMAN.sub(_in_figures, bare)
    found = _ENGLISH.search(bare)
    if not found:
        return bare, ""
    day, month, year = (found[key] or found[f"{key}2"] for key in ("day", "month", "year"))
    figures = f"{int(day)}/{_MONTHS.index(month.lower()) + 1}/{year}"
    return bare[: found.start()] + figures + bare[found.end() :], ""


def _in_figures(found: re.Match[str]) -> str:
    if found[2] not in _ROMANS:
        return found[0]
    return f"{found[1]}{_ROMANS.index(found[2]) + 1}{found[1]}"
