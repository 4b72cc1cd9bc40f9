"""The number plates of vehicles as they are written: «60C-123.45», «60A1 12345», «51F-1234»."""

from typing import Final

_PLACE: Final = "[1-9][0-9]"
_SERIES: Final = "-?[A-ZĐ]{1,2}[0-9]?"

PLATE: Final = (
    rf"(?:{_PLACE}{_SERIES}(?: ?[-–] ?[0-9]{{3}}\.?[0-9]{{2}}| [0-9]{{3}}\.[0-9]{{2}})"
    rf"|{_PLACE}-?[A-ZĐ][0-9] [0-9]{{5}}|{_PLACE}[A-ZĐ]-[0-9]{{4}})"
)
"""A plate, as a pattern: the province, the series, and a number of five digits or of four."""
