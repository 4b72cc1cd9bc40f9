"""What belongs to one person alone, or opens something for whoever reads it, is not published."""

from collections.abc import Iterator
from typing import Final

from generator.diagnostics import Diagnostic, warning
from generator.text.piece_texts import ReadText
from generator.vietnamese.forms import RareForm

PRIVATE = warning(
    "private-data",
    "“{text}” is for one person or one office alone; here everybody reads it.",
    "Remove it from the text.",
)
_FORM: Final = RareForm(
    r"(?<!\w)(?i:(?:CCCD|CMND|căn cước(?: công dân)?|chứng minh nhân dân|hộ chiếu)(?: số)?:? ?"
    r"\d{8,12}"
    r"|(?:mật khẩu|password|passcode|mã OTP|mã PIN)(?: wi-?fi)?(?: là)?:? ?(?=\S*\d)\S{4,}"
    r"|(?:số tài khoản|STK)(?: số)?:? ?\d[\d .]{6,}\d)",
    r"(?i:khẩu|password|passcode|otp|pin|khoản|stk)|\d{8}",
)


def check_text(text: ReadText) -> Iterator[Diagnostic]:
    """Every text that readers read."""
    for found in _FORM.finditer(text.prose):
        yield PRIVATE.at(text.at(*found.span()), text=found[0])
