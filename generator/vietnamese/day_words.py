"""Days without a year as they are read aloud, or typed: «mười hai tháng năm», «12/5»."""

import re
from typing import Final

from generator.vietnamese.number_words import in_words

_DAYS: Final = {in_words(number): number for number in range(1, 32)}
_DAYS_AND_OTHERS: Final = _DAYS | {"hai mươi bốn": 24, "mùng một": 1, "mồng một": 1}
_MONTHS: Final = {in_words(number): number for number in range(1, 13)} | {"tư": 4}


def _any(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


DAY_AND_MONTH: Final = (
    r"(?P<day>[0-9]{1,2})(?:/| tháng )(?P<month>[0-9]{1,2})"
    rf"|(?i:(?P<said_day>{_any(_DAYS_AND_OTHERS)}) tháng (?P<said_month>{_any(_MONTHS)}))"
)
"""A form of them, which `day_and_month` reads."""


def day_and_month(match: re.Match[str]) -> tuple[int, int]:
    """What `DAY_AND_MONTH` has found."""
    if match["day"]:
        return int(match["day"]), int(match["month"])
    day = _DAYS_AND_OTHERS[" ".join(match["said_day"].lower().split())]
    return day, _MONTHS[match["said_month"].lower()]
