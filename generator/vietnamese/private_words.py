"""What belongs to one person in a text: telephones, numbers of identity and of tax, days of birth.

Signs between the figures are of no matter, and neither is what stands before them: names of files
hold such numbers as well. A moment that is typed with figures alone is none of them, and the tax
code of a company belongs to nobody.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Final

from generator.vietnamese.text import fold

NUMBERS, TELEPHONES, MAIL, SECRETS, TAX_CODES, BIRTHS = (
    "identity numbers",
    "telephones",
    "mail addresses",
    "what opens something",
    "tax codes of persons",
    "days of birth",
)
"""Sorts of it (msgids)."""
_MAY_BE: Final = re.compile(
    r"(?:\d[ .()_-]{0,3}){7}|@|[(\[]at[)\]]|gmail|yahoo|hotmail|outlook|icloud|"
    r"kh[ẩa]u|password|passcode|otp|pin|sinh|(?<!\w)(?:ns|dob|birth)",
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
_TAX_NAMED: Final = re.compile(
    r"(?<![a-z])(?:mst|ma[ ._-]so[ ._-]thue)(?:"
    r"[ :._-]*8\d{3}|[ ._-]*(?:cn|ca[ ._-]nhan)[ :._-]*\d{4})[ .-]?\d{3}[ .-]?\d{3}(?!\d)"
)
_TAX: Final = re.compile(r"(?<![\d.,])8\d{9}(?![\d.,]\d|\d)")
"""Of persons; those of bodies begin with the number of a province (Circular 105/2020/TT-BTC)."""
_TAX_WEIGHTS: Final = (31, 29, 23, 19, 17, 13, 7, 5, 3)
_BORN: Final = re.compile(
    r"(?<![a-z])(?:(?:(?:ngay|nam|thang)[ ._-])+sinh|sinh[ ._-](?:ngay|nam)|dob|birth(?:day|date)?)"
    r"[ :._-]*\d[\d ./_-]{0,8}\d"
    r"|(?<![a-z])(?:sinh|ns)[ :._-]*(?:\d{1,2}[ ./_-]?\d{1,2}[ ./_-]?(?:19\d|200)|19\d)\d(?!\d)"
)
_OLD_DAY: Final = re.compile(
    r"(?<!\d)(?:(\d{2})(\d{2})|(\d{1,2})[ ._-](\d{1,2})[ ._-])(19[3-9]\d|200[0-5])(?!\d)"
    r"|(?<!\d)(19[3-9]\d|200[0-5])(?:(\d{2})(\d{2})|[ ._-](\d{1,2})[ ._-](\d{1,2}))(?!\d)"
)
_OF_PAPERS: Final = re.compile(
    r"(?<![a-z])(?:qd|nd|tt|nq|ct|cv|kh|bc|tb|hd|luat|quyet|nghi|thong|cong|ke|hop)(?![a-z])"
)
"""Begins the name of a paper that has a day: a decision, a circular, a contract."""
_MOMENTS: Final = ("%d%m%Y", "%d%m%Y%H", "%d%m%Y%H%M", "%d%m%y%H%M", "%d%m%Y%H%M%S")


def private_words(
    text: str, *, is_of_person: bool = False, is_of_file: bool = False
) -> Iterator[tuple[str, str]]:
    """Each such part of a text, and of what sort it is (a msgid).

    Where a name of a person stands, any number of nine or twelve figures is one of identity. In a
    name of a file a day too long ago for anything of the plan is one of birth.
    """
    if not is_of_file and not _MAY_BE.search(text):
        return
    plain = fold(text)
    shown = text if len(plain) == len(text) else plain
    found = [(m[0], MAIL) for m in _MAIL.finditer(text)]
    found += [(m[0], MAIL) for m in _MAIL_TYPED.finditer(text)]
    found += [(shown[slice(*m.span())], NUMBERS) for m in _NAMED.finditer(plain)]
    found += [(shown[slice(*m.span())], SECRETS) for m in _SECRET.finditer(plain)]
    found += [(m[0], TELEPHONES) for m in _TELEPHONE.finditer(plain) if _is(_OF_TELEPHONE, m[0])]
    found += [(m[0], NUMBERS) for m in _IDENTITY.finditer(plain) if _is(_OF_IDENTITY, m[0])]
    found += [(shown[slice(*m.span())], TAX_CODES) for m in _TAX_NAMED.finditer(plain)]
    found += [(shown[slice(*m.span())], BIRTHS) for m in _BORN.finditer(plain)]
    if is_of_person:
        found += [(m[0], NUMBERS) for m in _OLD.finditer(plain)]
    if is_of_person or is_of_file:
        found += [(m[0], TAX_CODES) for m in _TAX.finditer(plain) if _is_tax_code(m[0])]
    if is_of_file and not _OF_PAPERS.search(plain):
        found += [(m[0], BIRTHS) for m in _OLD_DAY.finditer(plain) if _is_day(m)]
    told: list[str] = []
    for words, what in found:
        if not any(words in each or each in words for each in told):
            told.append(words)
            yield words, what


def _is(form: re.Pattern[str], text: str) -> bool:
    figures = re.sub(r"\D", "", text)
    return form.fullmatch(figures) is not None and not _is_moment(text, figures)


def _is_tax_code(figures: str) -> bool:
    """Whether the last figure is that of a tax code."""
    known = zip(_TAX_WEIGHTS, map(int, figures), strict=False)
    return 10 - sum(weight * figure for weight, figure in known) % 11 == int(figures[-1])


def _is_day(found: re.Match[str]) -> bool:
    parts = [int(each) for each in found.groups() if each]
    day, month = (parts[0], parts[1]) if found[5] else (parts[2], parts[1])
    return 1 <= day <= 31 and 1 <= month <= 12  # noqa: PLR2004 - of any month


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
