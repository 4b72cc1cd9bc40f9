"""Whose a picture is, and whether those who are seen in it agreed."""

from typing import Literal

from generator.model.fields import Text
from generator.model.record import Record


class Rights(Record):
    """The rights of one picture of a piece (bản quyền ảnh).

    `credit` is who is named beside it, `source` where we have it from and why we may use it.
    `people` says whether somebody in it can be recognised; then `consent` says how they agreed
    and where that is kept (Civil Code 91/2015/QH13, article 32).
    """

    file: Text
    credit: Text = ""
    source: Text = ""
    people: Literal["none", "recognisable"] | None = None
    consent: Text = ""
