"""What belongs to one person alone, or opens something for whoever reads it, is not published."""

import re
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
    r"|(?:số tài khoản|STK)(?: số)?:? ?\d[\d .]{6,}\d"
    r"|(?:mã số thuế|MST)(?: cá nhân)?(?: số| là)?:? ?(?:8\d{9}|0\d{11})(?!\d))",
    r"(?i:khẩu|password|passcode|otp|pin|khoản|stk)|\d{8}",
)
"""Of tax codes those of persons: they begin with 8, or are the number of a citizen."""
_MOBILE: Final = r"0[35789]\d{2}[ .]?\d{3}[ .]?\d{3}(?!\d)"
_CAPITAL: Final = "A-ZĐÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝĂĨŨƠƯẠ-Ỹ"
_TELEPHONE: Final = RareForm(
    rf"^[ >*_-]*(?P<said>(?:ĐT(?:DĐ)?|SĐT|(?:Số )?[Đđ]iện thoại(?: di động| riêng)?|Di động|Zalo)"
    rf" ?: ?{_MOBILE})(?=[ .*_]*$)"
    rf"|(?<!\w)(?:[Aa]nh|[Cc]hị|[Ôô]ng|[Bb]à|[Cc]ô|[Cc]hú|[Bb]ác|[Ee]m)"
    rf"(?: [{_CAPITAL}][^\W\d_]*){{1,4}}[ ,(;:–-]{{1,3}}"
    rf"(?P<beside>(?:(?:số )?(?:điện thoại|di động|ĐT|SĐT|Zalo)(?: số| là)?:? ?)?{_MOBILE})",
    r"0[35789]\d\d",
    re.MULTILINE,
)
"""A mobile telephone by itself, or beside the name of a person."""
_MEANT: Final = re.compile(
    r"(?i:liên (?:hệ|lạc)|đầu mối|nóng|hotline|tổng đài|gọi|đăng ký|tư vấn|hỗ trợ|phản ánh|báo)"
)
"""Readers are asked to ring there."""
_NEAR: Final = 200  # characters before a number in which they are asked


def check_text(text: ReadText) -> Iterator[Diagnostic]:
    """Every text that readers read."""
    prose = text.prose
    for found in _FORM.finditer(prose):
        yield PRIVATE.at(text.at(*found.span()), text=found[0])
    for found in _TELEPHONE.finditer(prose):
        start, end = found.span("said" if found["said"] else "beside")
        if not _MEANT.search(prose, max(0, start - _NEAR), start):
            yield PRIVATE.at(text.at(start, end), text=prose[start:end])
