"""What the office says that it does not know yet: not stated is not zero."""

from typing import Literal

from generator.model.fields import Text
from generator.model.record import Record


class Unknown(Record):
    """Not known: a field that no source fills, and why.

    Not stated is not zero.
    """

    what: Literal["address", "owner"]
    """What is not known: the address, or the owner.
    Example: address
    Effect: loa check does not ask for it."""
    why: Text
    """Reason: why it is not known, or what is to be done about it.
    Example: Văn bản nguồn không nêu địa chỉ.
    Effect: in the run list, for who prints."""


def why_unknown(gaps: tuple[Unknown, ...], what: str) -> str:
    """The reason why a field is not known, or nothing where none is said."""
    return next((one.why for one in gaps if one.what == what), "")
