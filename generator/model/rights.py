"""Whose a picture is, and whether those who are seen in it agreed."""

from typing import Literal

from generator.model.fields import Code, Text
from generator.model.record import Record


class Rights(Record):
    """Rights: whose a picture is, and whether those who are seen in it agreed.

    Civil Code 91/2015/QH13, article 32.
    """

    file: Code
    """File: the picture that this is about, as the piece names it.
    Example: assets/anh/ten-anh.jpg
    Effect: loa check tells a picture that the piece does not show."""
    credit: Text = ""
    """Credit: who is named beside the picture.
    Example: Tổ biên tập
    Effect: below the picture on the page, in the story for a paper, and in the paper on rights."""
    source: Text = ""
    """Where from: where the picture comes from, and why it may be used.
    Example: Ảnh tổ biên tập tự chụp
    Effect: in the paper on rights of the pack."""
    people: Literal["none", "recognisable"] | None = None
    """People: whether somebody in the picture can be recognised (recognisable) or not (none).
    Example: none
    Effect: who can be recognised must have agreed, else loa check tells it."""
    consent: Text = ""
    """Consent: how the people in the picture agreed, and where that is kept.
    Example: Giấy đồng ý lưu tại văn phòng
    Effect: in the paper on rights; never on the site."""
