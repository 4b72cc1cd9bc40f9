"""How numbers are read that count nothing: telephones, accounts, documents, standards."""

import re
from collections.abc import Sequence
from typing import Final

from generator.vietnamese.number_plates import PLATE
from generator.vietnamese.speech.letters import names_of
from generator.vietnamese.speech.spoken_figures import SpokenForm, number, one_by_one
from generator.vietnamese.word_lists import word_lists

_COUNTED: Final = "|".join(
    sorted({*word_lists("generator.vietnamese")["counted"], "cuộc", "máy", "suất"} - {"số", "%"})
)
_ENDS: Final = (" ", ": ", " số ", ": số ")
_CALLED: Final = (
    *("ổng đài", "ường dây nóng", "otline", "đầu số", "ọi số", "ọi đến", "ọi tới", "iễn phí"),
    *(f"{word} {to}" for word in ("tin", "nhắn", "ửi") for to in ("tới", "đến", "về", "đến số")),
)
_NUMBERED: Final = (
    *("mã số thuế", "Mã số thuế", "MST", "tài khoản", "Tài khoản", "STK", "căn cước", "Căn cước"),
    *("công dân", "CCCD", "CMND", "hộ chiếu", "điện thoại", "Điện thoại", "di động", "SĐT", "fax"),
    *("Fax", "Zalo", "zalo", "mã vạch", "bưu chính", "mã hồ sơ", "mã đơn"),
)
"""How words end before a number that names somebody or something."""
_LEADS: Final = {
    "MST": "mã số thuế",
    "STK": "số tài khoản",
    "CCCD": "căn cước công dân",
    "CMND": "chứng minh nhân dân",
    "SĐT": "số điện thoại",
}
_UNCOUNTED: Final = rf"(?!\s?[0-9])(?! (?:{_COUNTED})(?!\w))"
_GAP: Final = r"[ .\u00a0-]?"
_END: Final = r"(?!\w|[.,-][0-9])"


def serial(digits: str) -> str:
    """Say the number of a document; its leading zeros are said."""
    return one_by_one(digits) if digits.startswith("0") else number(digits.replace(".", ""))


def _telephone(match: re.Match[str]) -> str:
    said = one_by_one(re.sub(r"\D", "", match[0]))
    return f"cộng {said}" if match[0].startswith("+") else said


def _behind(leads: Sequence[str]) -> str:
    """A digit behind one of these words."""
    ends = (re.escape(lead + end) for lead in leads for end in _ENDS)
    return f"(?=[0-9])(?:{'|'.join(f'(?<={end})' for end in ends)})"


def _plate(match: re.Match[str]) -> str:
    """«60C-123.45»: letters by name, digits one by one, the number of the province whole."""
    parts = re.findall("[A-ZĐ]+|[0-9]+", re.sub(r"[ .–-]", "", match[0]))
    return " ".join((number(parts[0]), names_of(parts[1]), one_by_one(parts[2])))


def _long(least: int, most: int) -> str:
    """A number of so many digits, with gaps between them."""
    return rf"(?=(?:[() .\u00a0+-]{{0,2}}[0-9]){{{least},{most}}}{_END})"


CODES: Final = (
    SpokenForm(
        rf"(?<![\w.,])(?:{_long(9, 11)}\(?0[0-9]{{1,3}}\)?|{_long(11, 12)}\+84)"
        rf"(?:{_GAP}[0-9]{{1,8}}){{1,4}}{_END}",
        _telephone,
    ),
    SpokenForm(rf"(?<![\w.,])1[89]00[ .]?[0-9]{{4}}(?:[0-9]{{2}})?{_END}", _telephone),
    SpokenForm(rf"(?=1)(?<=ọi )11[1-5]{_END}", _telephone),
    SpokenForm(rf"{_behind(_CALLED)}[0-9]{{3,9}}{_END}{_UNCOUNTED}", _telephone),
    SpokenForm(rf"{_behind(_NUMBERED)}[0-9](?:[ .-]?[0-9]){{4,18}}{_END}{_UNCOUNTED}", _telephone),
    SpokenForm(rf"(?<!\w)(?:{'|'.join(_LEADS)})(?=:? (?:số:? )?[0-9])", lambda m: _LEADS[m[0]]),
    SpokenForm(rf"(?<![\w.,/-]){PLATE}(?!\w|[.,-][0-9])", _plate),
    SpokenForm(rf"(?<![\w.,-])[1-9][0-9]{{9,18}}(?<!000){_END}{_UNCOUNTED}", _telephone),
    SpokenForm(
        r"(?<=[0-9]{2}):((?:19|20)[0-9]{2})(?![0-9])", lambda match: f" năm {number(match[1])}"
    ),
)
"""What is said digit by digit, and the year of a standard («TCVN 6909:2001»)."""
