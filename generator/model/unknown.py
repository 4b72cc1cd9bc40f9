"""What the office says that it does not know yet: not stated is not zero."""

from typing import Literal

from generator.model.fields import Text
from generator.model.record import Record


class Unknown(Record):
    """A field that no source fills (điều chưa biết), and why: the run list says it."""

    what: Literal["address", "owner"]
    why: Text


def why_unknown(said: tuple[Unknown, ...], what: str) -> str:
    """The reason why a field is not known, or nothing where none is said."""
    return next((one.why for one in said if one.what == what), "")
