"""What belongs to one person in a text: telephones, identity numbers, addresses of mail.

Signs between the figures are of no matter, and neither is what stands before them: names of files
hold such numbers as well. A moment that is typed with figures alone is none of them.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Final

from generator.vietnamese.text import fold

NUMBERS, TELEPHONES, MAIL, SECRETS = (
    "identity numbers",
    "telephones",
    "mail addresses",
    "what opens something",
)
"""Sorts of it (msgids)."""
_MAY_BE: Final = re.compile(
    r"(?:\d[ .()_-]{0,3}){7}|@|[(\[]at[)\]]|gmail|yahoo|hotmail|outlook|icloud|"
    r"kh[ẩa]u|password|passcode|otp|pin",
    re.IGNORECASE,
)
"""Without such a sign nothing is looked for: most texts have none."""
_MAIL: Final = re.compile(r"[^\s@/<>()\"“”,;:]+@[^\s@/<>()\"“”,;:]+\.[a-z]{2,}", re.IGNORECASE)
_MAIL_TYPED: Final = re.compile(
    r"[\w.-]+ ?[(\[]at[)\]] ?[\w.-]+\.[a-z]{2,}"
    r"|[\w.-]+[-_](?:gmail|yahoo|hotmail|outlook|icloud)[-_.]com(?:[-_.]vn)?",
    re.IGNORECASE,
)
"""As in a name of a file: «a (at) b.vn», «a-nguyen-gmail-com»."""
_TELEPHONE: Final = re.compile(
    r"(?<!\d)(?<!\d[.,])(?:\+?84|\(?0)[ .-]?[235789]\d{1,2}\)?(?:[ .-]?\d{2,4}){2,4}(?!\d)"
)
_OF_TELEPHONE: Final = re.compile(r"(?:84|0)(?:[35789]\d{8}|2\d{8,9})")
_IDENTITY: Final = re.compile(r"(?<![\d.,])0\d{2}[ .-]?\d{1,3}(?:[ .-]?\d{3,6}){1,3}(?!\d)")
_OF_IDENTITY: Final = re.compile(r"0(?!00)\d{2}[0-3]\d{8}")
"""Of citizens: the province, sex with century, the year of birth, six figures (Decree 137/2015)."""
_OLD: Final = re.compile(r"(?<![\w.,])(?!00)\d{9}(?:\d{3})?(?![\w.,]\d|\w)")
_NAMED: Final = re.compile(
    r"(?:cccd|cmnd|cmt|can cuoc|chung minh(?: nhan dan)?|ho chieu|dinh danh|passport)[^\d]{0,24}"
    r"(?:[a-z]?\d[\d .-]{5,14}\d)"
)
_SECRET: Final = re.compile(
    r"(?<![a-z])(?:(?:so )?tai khoan|stk|tk)(?: so)?[ :_-]*\d[\d .-]{6,}\d"
    r"|(?:mat khau|password|passcode|ma otp|ma pin)(?: wi-?fi)?(?: la)?[ :_-]*(?=\S*\d)\S{4,}"
)
_MOMENTS: Final = ("%d%m%Y", "%d%m%Y%H", "%d%m%Y%H%M", "%d%m%y%H%M", "%d%m%Y%H%M%S")


def private_words(text: str, *, is_of_person: bool = False) -> Iterator[tuple[str, str]]:
    """Each such part of a text, and of what sort it is (a msgid).

    Where a name of a person stands, any number of nine or twelve figures is one of identity.
    """
    if not _MAY_BE.search(text):
        return
    plain = fold(text)
    shown = text if len(plain) == len(text) else plain
    found = [(m[0], MAIL) for m in _MAIL.finditer(text)]
    found += [(m[0], MAIL) for m in _MAIL_TYPED.finditer(text)]
    found += [(shown[slice(*m.span())], NUMBERS) for m in _NAMED.finditer(plain)]
    found += [(shown[slice(*m.span())], SECRETS) for m in _SECRET.finditer(plain)]
    found += [(m[0], TELEPHONES) for m in _TELEPHONE.finditer(plain) if _is(_OF_TELEPHONE, m[0])]
    found += [(m[0], NUMBERS) for m in _IDENTITY.finditer(plain) if _is(_OF_IDENTITY, m[0])]
    if is_of_person:
        found += [(m[0], NUMBERS) for m in _OLD.finditer(plain)]
    told: list[str] = []
    for words, what in found:
        if not any(words in each or each in words for each in told):
            told.append(words)
            yield words, what


def _is(form: re.Pattern[str], text: str) -> bool:
    figures = re.sub(r"\D", "", text)
    return form.fullmatch(figures) is not None and not _is_moment(text, figures)


def _is_moment(text: str, figures: str) -> bool:
    """Whether figures are a day, with an hour perhaps: «05062021 08», «010620210812»."""
    for form in _MOMENTS:
        try:
            found = datetime.strptime(figures, form)  # noqa: DTZ007 - only whether it is one
        except ValueError:
            continue
        is_typed = len(figures) != len("0912202145") or not text.isdigit()
        return 2000 <= found.year <= 2100 and is_typed  # noqa: PLR2004 - of our time
    return False
