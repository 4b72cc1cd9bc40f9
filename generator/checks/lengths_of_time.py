"""A length of time and the years or days beside it agree: «5 năm (2016–2020)»."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import Final

from generator.diagnostics import Diagnostic, warning
from generator.text.piece_texts import ReadText
from generator.vietnamese.forms import RareForm

LENGTH_DIFFERS = warning(
    "span-length",
    "“{said}”: from the first to the last these are {count} {unit}.",
    "Look up which of them is wrong.",
)
_YEAR: Final = r"(?:19|20)[0-9][0-9]"
_TO: Final = r"(?: ?[–-] ?| (?:đến|tới)(?: hết)?(?: năm| ngày| tháng)? )"
_BESIDE: Final = r"(?: [^\W\d_]+){0,6}?,? \(?(?:giai đoạn |từ |năm |tháng |ngày )*"
_COUNT: Final = r"(?<![\w.,/–-])(?P<count>[0-9]{1,3}|(?i:hai|ba|bốn|năm|sáu|bảy|tám|chín|mười))"
_YEARS: Final = RareForm(
    rf"{_COUNT} năm(?! (?:[0-9]{{1,2}}(?![0-9])|nay|sau))(?P<what>{_BESIDE})"
    rf"(?:[0-9]{{1,2}}/[0-9]{{1,2}}/)?(?P<first>{_YEAR}){_TO}(?:[0-9]{{1,2}}/[0-9]{{1,2}}/)?"
    rf"(?P<last>{_YEAR})(?![\w/–-])\)?",
    _YEAR,
)
_RANGE: Final = re.compile(rf"{_YEAR}{_TO}(?:[0-9/]*/)?{_YEAR}")
_DAYS: Final = RareForm(
    rf"{_COUNT} ngày(?! (?:[0-9]|nay))(?P<what>{_BESIDE})(?P<day>[0-9]{{1,2}})"
    rf"(?:/(?P<month>[0-9]{{1,2}}))?(?:/{_YEAR})?{_TO}(?P<day2>[0-9]{{1,2}})/(?P<month2>[0-9]{{1,2}})"
    rf"(?:/(?P<year>{_YEAR}))?(?![\w/–-])\)?",
    r"^ngày,?$",
)
_MONTHS: Final = RareForm(
    rf"{_COUNT} tháng(?! (?:[0-9]|nay|đầu|cuối))(?P<what>{_BESIDE.replace('năm ', '')})"
    rf"(?<=tháng )(?P<first>1[0-2]|[0-9]){_TO}(?P<last>1[0-2]|[0-9])(?![0-9]|/{_YEAR} )\)?",
    r"^tháng,?$",
)
_NAMES: Final = ("hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_WORDS: Final = {word: at for at, word in enumerate(_NAMES, 2)}
_SINCE: Final = ("thành lập", "truyền thống", "ngày sinh")


def check_text(text: ReadText) -> Iterator[Diagnostic]:
    """Every text that readers read."""
    for look in (_years, _months, _days):
        yield from look(text)


def _years(text: ReadText) -> Iterator[Diagnostic]:
    """The first and the last year counted, or only what lies between; of an anniversary that."""
    for found in _YEARS.finditer(text.prose) if _RANGE.search(text.prose) else ():
        count, between = _number(found["count"]), int(found["last"]) - int(found["first"])
        is_since = any(words in found["what"] for words in _SINCE)
        if between >= 0 and count not in ({between} if is_since else {between, between + 1}):
            named = {"said": found[0], "count": str(between + (not is_since)), "unit": "năm"}
            yield LENGTH_DIFFERS.at(text.at(*found.span()), **named)


def _months(text: ReadText) -> Iterator[Diagnostic]:
    for found in _MONTHS.finditer(text.prose):
        count, between = _number(found["count"]), int(found["last"]) - int(found["first"])
        if between >= 0 and count not in {between, between + 1}:
            named = {"said": found[0], "count": str(between + 1), "unit": "tháng"}
            yield LENGTH_DIFFERS.at(text.at(*found.span()), **named)


def _days(text: ReadText) -> Iterator[Diagnostic]:
    for found in _DAYS.finditer(text.prose):
        year, month2 = int(found["year"] or 2000), int(found["month2"])
        with suppress(ValueError):  # told as such
            first = date(year, int(found["month"] or month2), int(found["day"]))
            between = (date(year, month2, int(found["day2"])) - first).days
            if between >= 0 and _number(found["count"]) not in {between, between + 1}:
                named = {"said": found[0], "count": str(between + 1), "unit": "ngày"}
                yield LENGTH_DIFFERS.at(text.at(*found.span()), **named)


def _number(said: str) -> int:
    return int(said) if said.isdecimal() else _WORDS[said.lower()]
