"""Gaps of a printed form that are filled by hand: «ngày    tháng    năm 2021», «số    /QĐ-UBND».

Where a machine has put one space for many, a day without a number before a year is still one; not
so «những ngày tháng năm 2021», nor «12 tháng năm 2021», which is in May.
"""

import re
from collections.abc import Iterator
from typing import Final

_GAP: Final = r"[^\S\n]"
_NO_DAYS: Final = "".join(
    f"(?<![{word[0].upper()}{word[0]}]{word[1:]} )"
    for word in ("những", "các", "mấy", "nhiều", "trong", "suốt", "qua", "cả")
)
_YEAR: Final = rf"năm{_GAP}+(?:\d{{4}}|20(?!\d))"
_NUMBER: Final = rf"(?:(?<!\w)[Ss]ố:?{_GAP}{{2,}})?"
_FORM: Final = re.compile(
    rf"{_NUMBER}(?<!\w){_NO_DAYS}[Nn]gày{_GAP}+tháng{_GAP}+(?:\d{{1,2}}{_GAP}+)?{_YEAR}(?!\w)"
    rf"|(?<!\w)[Nn]gày{_GAP}{{2,}}tháng{_GAP}{{2,}}năm(?!\w)"
    rf"|(?<!\w)[Nn]gày{_GAP}+\d{{1,2}}{_GAP}+tháng{_GAP}{{2,}}{_YEAR}(?!\w)"
    rf"|(?<!\w)[Tt]háng{_GAP}{{3,}}{_YEAR}(?!\w)"
    rf"|(?<!\w)[Ss]ố:?{_GAP}+/[A-ZĐ][\w-]*"
)

_SIGNS: Final = ("gày tháng", "gày  ", "gày\t", "gày\xa0", "háng  ", " /", "\t/", "\xa0/")


def date_gaps(prose: str) -> Iterator[tuple[int, int]]:
    """From where to where each stands, in order."""
    if any(map(prose.__contains__, _SIGNS)):
        yield from (found.span() for found in _FORM.finditer(prose))
