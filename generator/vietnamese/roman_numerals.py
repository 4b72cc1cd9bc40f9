"""Roman numerals as they are written right: IV is 4, and IIII is none."""

from typing import Final

_SIGNS: Final = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L")),
    *((40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_VALUES: Final = {sign: value for value, sign in _SIGNS if len(sign) == 1}


def read_roman(numeral: str) -> int:
    """Read a numeral, also one that is written wrongly: less before more is taken off."""
    values = [_VALUES[sign] for sign in numeral]
    total = 0
    for at, value in enumerate(values):
        total += -value if value < max(values[at:]) else value
    return total


def read_numeral(numeral: str) -> int:
    """Read a number that is written in figures or as a Roman numeral: 3 and III."""
    return int(numeral) if numeral.isdecimal() else read_roman(numeral)


def in_roman(number: int) -> str:
    """Write a number from 1 to 3999: 9 is IX."""
    numeral = ""
    for value, sign in _SIGNS:
        times, number = divmod(number, value)
        numeral += sign * times
    return numeral
