"""Telephone numbers of Vietnam: how many digits they have, and what old ones have become.

Mobile numbers have ten digits since 2018, those of lines eleven, with 02 in front, since 2017;
1800 and 1900 are followed by four or six.
"""

import re
from typing import Final

_OF_TEN: Final = {
    "0120": "070", "0121": "079", "0122": "077", "0126": "076", "0128": "078", "0123": "083",
    "0124": "084", "0125": "085", "0127": "081", "0129": "082", "0186": "056", "0188": "058",
    "0199": "059",
}  # fmt: skip
_MOBILE: Final = _OF_TEN | {f"016{n}": f"03{n}" for n in "23456789"}
_LENGTHS: Final = (
    (re.compile("1[89]00"), frozenset({8, 10})),
    (re.compile("02"), frozenset({11})),
    (re.compile("0[35789]"), frozenset({10})),
)
_OLD_LENGTH: Final = 11
_NATION: Final = re.compile(r"^(?:\+?84)(?=[1-9]\d{7,9}$)")


def plain_telephone(number: str) -> str:
    """The digits alone, from the 0 on."""
    digits = re.sub(r"[^\d+]", "", number)
    return _NATION.sub("0", digits).removeprefix("+")


def is_telephone(digits: str) -> bool:
    """Whether there are such numbers today."""
    return any(start.match(digits) and len(digits) in lengths for start, lengths in _LENGTHS)


def today_telephone(digits: str) -> str:
    """What an old mobile number of eleven digits has become; nothing for any other."""
    new = _MOBILE.get(digits[:4]) if len(digits) == _OLD_LENGTH else None
    return new + digits[4:] if new else ""
