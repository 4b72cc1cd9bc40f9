"""Days and hours of which several stand where one belongs: «12–14/5/2021», «06:30 đến 06:45»."""

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
