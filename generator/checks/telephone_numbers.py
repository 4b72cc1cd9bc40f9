"""Telephone numbers have as many digits as there are: not «0251 38 22», not «0168 …» any more."""

from collections.abc import Iterator
from typing import Final

from generator.diagnostics import Diagnostic, warning
from generator.text.piece_texts import ReadText
from generator.vietnamese.forms import RareForm
from generator.vietnamese.telephones import is_telephone, plain_telephone, today_telephone

NO_NUMBER = warning(
    "no-such-telephone",
    "“{said}” is no telephone number of today.",
    "Look it up: a mobile number has 10 digits, that of a line 11 with 02 in front, 1800 and 1900 "
    "have 8 or 10.",
)
OLD_NUMBER = NO_NUMBER.with_hint("Since 2018 it is {now}: ring there, and write that.")
_NUMBER: Final = RareForm(
    r"(?<!\w)(?i:điện thoại(?: di động| bàn| liên hệ)?|ĐTDĐ|ĐT|SĐT|hotline|đường dây nóng|di động"
    r"|số máy|gọi(?: ngay)?(?: đến| tới| vào)?(?: số)?|liên hệ|zalo|tel|fax|máy bàn|nhắn tin)"
    r"(?: số| là|:|\.| qua| theo| điện thoại| zalo)* ?"
    r"(?P<said>(?:\+84|\(?0[1-9][0-9]|84|1[89]00)(?:\)?[ .–-]?\(?[0-9]+)*(?:\)?[ .-]?[0-9])?)"
    r"(?![\w/]|[.,][0-9]| ?%)",
    r"(?<![0-9])(?:\+?84|0[1-9][0-9]|1[89]00)",
)
_FEWEST: Final = 6
_MOST: Final = 13


def check_text(text: ReadText) -> Iterator[Diagnostic]:
    """Every text that readers read."""
    for found in _NUMBER.finditer(text.prose):
        digits = plain_telephone(found["said"])
        if is_telephone(digits) or not _FEWEST <= len(digits) <= _MOST:
            continue
        where, now = text.at(*found.span("said")), today_telephone(digits)
        if now:
            yield OLD_NUMBER.at(where, said=found["said"], now=f"{now[:4]} {now[4:7]} {now[7:]}")
        else:
            yield NO_NUMBER.at(where, said=found["said"])
