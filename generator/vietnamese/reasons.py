"""Why what somebody typed is not read."""

from enum import StrEnum


class Reason(StrEnum):
    """What keeps a reader from its value."""

    FORM = "form"
    """It is no such value at all."""
    IMPOSSIBLE = "impossible"
    """It has the form, but there is none such: 31/02/2021, 25:00, «Quý V», a banner of 51 m."""
    YEAR = "year"
    """A year that nobody here plans or remembers: 5/5/2201."""
    SHORT_YEAR = "short year"
    """A year of two digits: 17/3/21."""
    AMBIGUOUS = "ambiguous"
    """It reads as something else as well: 2/2021 can be a month and a quarter."""


class ReadingError(ValueError):
    """What was typed is not read as such a value; `reason` says why."""

    def __init__(self, reason: Reason = Reason.FORM) -> None:
        super().__init__(reason)
        self.reason = reason
