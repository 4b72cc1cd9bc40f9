"""The months beside a quarter or half of a year are those that it has: «quý III (tháng 7–9)»."""

import re
from collections.abc import Iterator
from typing import Final

from generator.diagnostics import Diagnostic, warning
from generator.text.piece_texts import ReadText
from generator.vietnamese.forms import RareForm
from generator.vietnamese.roman_numerals import read_numeral

MONTHS_DIFFER = warning(
    "quarter-months",
    "“{said}”: its months are {now}.",
    "Look up which of the two is right; if it is the first, write {now}.",
)
_YEAR: Final = r"(?:(?:/| năm )?(?:19|20)[0-9][0-9])?"
_TO: Final = r"(?: ?[–-] ?| (?:đến|tới)(?: hết)? |(?:, (?:tháng )?[0-9]{1,2})* và )"
_BESIDE: Final = RareForm(
    r"(?<!\w)(?:[Qq]uý (?P<quarter>IV|I{1,3}|[1-4])|(?:6|[Ss]áu) tháng (?P<half>đầu|cuối) năm"
    rf"|[Nn]ửa (?P<half2>đầu|cuối) năm){_YEAR}(?: \(|, (?=tức|là|gồm))(?:tức |là |gồm )*(?:từ )?"
    rf"(?:(?:các )?tháng (?P<month>[0-9]{{1,2}}){_YEAR}{_TO}"
    rf"(?:tháng )?(?P<last>[0-9]{{1,2}})(?![0-9.])"
    rf"|(?:ngày )?[0-9]{{1,2}}/(?P<month2>[0-9]{{1,2}}){_YEAR}{_TO}"
    rf"(?:ngày )?[0-9]{{1,2}}/(?P<last2>[0-9]{{1,2}})(?![0-9])){_YEAR}\)?",
    r"(?:[Qq]uý|đầu|cuối)$",
)
_MONTHS: Final = {"đầu": (1, 6), "cuối": (7, 12)}


def check_text(text: ReadText) -> Iterator[Diagnostic]:
    """Every text that readers read."""
    for found in _BESIDE.finditer(text.prose):
        first, last = _months(found)
        said = tuple(int(found[key] or found[f"{key}2"]) for key in ("month", "last"))
        is_within = found["month2"] and first <= said[0] <= said[1] <= last
        if said != (first, last) and not is_within:
            where = text.at(*found.span())
            yield MONTHS_DIFFER.at(where, said=found[0], now=f"tháng {first}–{last}")


def _months(found: re.Match[str]) -> tuple[int, int]:
    """The first and the last month."""
    if half := found["half"] or found["half2"]:
        return _MONTHS[half]
    number = read_numeral(found["quarter"])
    return 3 * number - 2, 3 * number
