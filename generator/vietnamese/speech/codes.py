"""How numbers are read that count nothing: telephones, accounts, documents, standards."""

import re
from typing import Final

from generator.vietnamese.speech.spoken_figures import SpokenForm, number, one_by_one

_CALLED: Final = r"(?:gọi|tổng đài|đường dây nóng|hotline)(?: số)?:? "
_NUMBERED: Final = r"(?:mã số thuế|MST|tài khoản|căn cước)(?: số)?:? "
_GAP: Final = r"[ .\u00a0-]?"
_END: Final = r"(?!\w|[.,-][0-9])"


def serial(digits: str) -> str:
    """Say the number of a document; its leading zeros are said."""
    return one_by_one(digits) if digits.startswith("0") else number(digits.replace(".", ""))


def _telephone(match: re.Match[str]) -> str:
    said = one_by_one(re.sub(r"\D", "", match[0]))
    return f"cộng {said}" if match[0].startswith("+") else said


def _named(match: re.Match[str]) -> str:
    return match[1].replace("MST", "mã số thuế") + one_by_one(match[2])


def _long(least: int, most: int) -> str:
    """A number of so many digits, with gaps between them."""
    return rf"(?=(?:[() .\u00a0+-]{{0,2}}[0-9]){{{least},{most}}}{_END})"


CODES: Final = (
    SpokenForm(
        rf"(?<![\w.,])(?:{_long(9, 11)}\(?0[0-9]{{1,3}}\)?|{_long(11, 12)}\+84)"
        rf"(?:{_GAP}[0-9]{{1,8}}){{1,4}}{_END}",
        _telephone,
    ),
    SpokenForm(rf"(?<![\w.,])1[89]00[ .][0-9]{{4}}(?:[0-9]{{2}})?{_END}", _telephone),
    SpokenForm(rf"(?<!\w)({_CALLED})(11[1-5]){_END}", _named),
    SpokenForm(rf"(?<!\w)({_NUMBERED})([0-9]{{6,19}}){_END}", _named),
    SpokenForm(
        r"(?<=[0-9]{2}):((?:19|20)[0-9]{2})(?![0-9])", lambda match: f" năm {number(match[1])}"
    ),
)
"""What is said digit by digit, and the year of a standard («TCVN 6909:2001»)."""
