"""How dates, times, quarters and numbered parts are read aloud.

Months are written as appendix II of Decree 30/2020/NĐ-CP writes them in words: «tháng Ba».
"""

import re
from collections.abc import Iterator
from typing import Final

from generator.vietnamese.dates import QUARTERS
from generator.vietnamese.speech.spoken_figures import SpokenForm, number, ordinal

_MONTHS: Final = 12
_DAYS: Final = 31
_ROMAN: Final = {"I": 1, "V": 5, "X": 10}

_SHARE_OF = re.compile(r"\s(?:số|tổng|lượng|sản lượng|diện tích|thời gian|quãng|bể|thùng|xô|cốc)\b")
_PERHAPS_OF = re.compile(
    r"\s(?:chi phí|hộ|người|doanh nghiệp|cơ sở|công ty|nhà máy|xưởng|công nhân|lao động|dân số"
    r"|cán bộ|nhân viên|học viên|đại biểu|nước|điện|năng lượng|nguyên liệu|công suất|dung tích"
    r"|thể tích|khối lượng|trọng lượng|sản phẩm|doanh thu|tiền|giá|mức|tải|lít|inch|giờ|phút|ca"
    r"|mẻ|bình|chai|chiều|bề|chặng|đoạn|vòng)\b"
)
_ALL_OF = re.compile(r"\s(?:ngày|người|thợ|hộ|xưởng|máy|ca|bài|chương trình|mẫu|lần|lớp|xã)\b")
_SHARE = re.compile(
    r"\b(?:giảm|tăng|bớt|khoảng|hơn|gần|bằng|chiếm|còn|chỉ|đầy|mất|tiết kiệm|được|hết)\s$",
    re.IGNORECASE,
)
_DATE_BEFORE = re.compile(
    r"\b(?:sáng|trưa|chiều|tối|đêm|hôm|từ|đến|trước|sau|vào|lễ|dịp|thứ \w+|chủ nhật),?\s$",
    re.IGNORECASE,
)
_STREET = re.compile(r"\b(?:đường|phố|quảng trường|công viên)\s$", re.IGNORECASE)
_ALWAYS = re.compile(r"\b(?:động|vụ|tục|trực|hành|suốt|chạy|việc|cửa)\s$", re.IGNORECASE)
_NO_DATE = re.compile(
    r"\b(?:số|tỷ lệ|tỉ lệ|địa chỉ|nhà|lớp|ngõ|ngách|hẻm|thửa|căn)\s$", re.IGNORECASE
)
_HOLIDAY = re.compile(
    r"\b(?:lễ|dịp|hôm|quốc khánh|quốc tế lao động|thiếu nhi|30-4(?: và|,))\s$", re.IGNORECASE
)
_SCORE = re.compile(r"\b(?:(?:tỷ|tỉ) số|thắng|thua)\s$", re.IGNORECASE)
_RATIO = re.compile(r"\b(?:tỷ|tỉ) lệ\s$", re.IGNORECASE)


def _date(match: re.Match[str]) -> str:
    before, day, month, year = match.groups()
    if not (1 <= int(day) <= _DAYS and 1 <= int(month) <= _MONTHS):
        return " trên ".join(map(number, (day, month, year)))
    return f"{before or 'ngày '}{number(day)} {_month(month)} {_year(year)}"


def _iso(match: re.Match[str]) -> str:
    return f"ngày {number(match[3])} {_month(match[2])} {_year(match[1])}"


def _day_and_month(match: re.Match[str]) -> str:
    before, day, month = match.groups()
    valid = 1 <= int(day) <= _DAYS and 1 <= int(month) <= _MONTHS
    written = match.string[: match.start()]
    named = _NO_DATE.search(written) or (match[0] == "24/7" and _ALWAYS.search(written))
    if before or (valid and not named and not _is_ratio(match) and not _is_share(match, written)):
        called = before or ("" if _STREET.search(written) else "ngày ")
        return f"{called}{number(day)} {_month(month)}"
    if int(day) < int(month) and not named:
        return f"{number(day)} phần {ordinal(month)}"
    return f"{number(day)} trên {number(month)}"


def unclear(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Where «1/2» may be a day or a share: from, to, as it is read (a day), and as a share."""
    for match in _DAY_OR_SHARE.finditer(text) if "/" in text else ():
        _, day, month = match.groups()
        written = text[: match.start()][-_REACH:]
        is_day = match[1] or any(sign.search(written) for sign in _TELL_DAYS)
        is_short = 1 <= int(day) <= int(month) <= _MONTHS and not _is_ratio(match)
        if is_short and not (is_day or _NO_DATE.search(written) or _is_share(match, written)):
            part = "phần" if int(day) < int(month) else "trên"
            share = f"{number(day)} {part} {ordinal(month)}"
            yield *match.span(), _day_and_month(match), share


def _is_ratio(match: re.Match[str]) -> bool:
    """Whether «7/7» counts all of what follows: «7/7 ngày», «9/9 thợ»."""
    return match[2] == match[3] and bool(_ALL_OF.match(match.string, match.end()))


def _is_share(match: re.Match[str], written: str) -> bool:
    """Whether «1/3» is a third: by what is shared, or by what is done with it."""
    if int(match[2]) >= int(match[3]):
        return False
    text, end = match.string, match.end()
    if _SHARE_OF.match(text, end):
        return True
    perhaps = _PERHAPS_OF.match(text, end) or _SHARE.search(written)
    return bool(perhaps) and not _DATE_BEFORE.search(written)


def _days(match: re.Match[str]) -> str:
    """«15–16/3/2021»."""
    before, first, last, month, year = match.groups()
    words = f"{before or 'ngày '}{number(first)} đến ngày {number(last)} {_month(month)}"
    return f"{words} {_year(year)}" if year else words


def _hyphened(match: re.Match[str]) -> str:
    """«ngày 30-4» and «30-4» are days as newspapers write them, «3-5 cái» is a range."""
    before, day, month = match.groups()
    valid = 1 <= int(day) <= _DAYS and 1 <= int(month) <= _MONTHS
    written = match.string[: match.start()]
    if _SCORE.search(written):
        return f"{number(day)} {number(month)}"
    if valid and (before or int(day) > int(month) or _HOLIDAY.search(written)):
        return f"{before or 'ngày '}{number(day)} {_month(month)}"
    return f"{before or ''}{number(day)} đến {number(month)}"


def _month_and_year(match: re.Match[str]) -> str:
    return f"{match[1] or 'tháng '}{_named(match[2])} {_year(match[3])}"


def _month(digits: str) -> str:
    return f"tháng {_named(digits)}" if int(digits) <= _MONTHS else f"tháng {number(digits)}"


def _named(month: str) -> str:
    return ordinal(month).capitalize()


def _year(digits: str) -> str:
    return f"năm {number(digits)}"


def _clock(match: re.Match[str]) -> str:
    hour, minute, second = [*(group or "0" for group in match.groups()), "0"][:3]
    if _RATIO.search(match.string[: match.start()]):
        return f"{number(hour)} trên {number(minute)}"
    words = f"{number(hour)} giờ"
    words += f" {number(minute)} phút" if int(minute) or int(second) else ""
    return f"{words} {number(second)} giây" if int(second) else words


def _quarter(match: re.Match[str]) -> str:
    name, numeral, year = match.groups()
    digit = str(QUARTERS.index(numeral) + 1) if numeral in QUARTERS else numeral
    words = f"{name or 'quý '}{number(digit)}"
    return f"{words} {_year(year)}" if year else words


def roman(numeral: str) -> int:
    """The value of a numeral of I, V and X."""
    values = [_ROMAN[letter] for letter in numeral]
    nexts = [*values[1:], 0]
    return sum(-one if one < after else one for one, after in zip(values, nexts, strict=True))


def _section(match: re.Match[str]) -> str:
    parts = match[0].split(".")
    said = [
        number(part) if part.isdigit() else part if part.islower() else number(str(roman(part)))
        for part in parts
    ]
    return " chấm ".join(said)


_ORDERED = (
    "chương|phần|mục|kỳ|khóa|khoá|lần|thứ|thế kỷ|cấp|loại|hạng|nhóm|đợt|tập|giai đoạn|vòng|bước"
)
_BEFORE = r"((?:[Nn]gày|[Mm]ùng|[Mm]ồng)\s+)"
_D, _Y = "([0-9]{1,2})", "([0-9]{4})(?![0-9])"

_DAY_OR_SHARE = re.compile(rf"{_BEFORE}?(?<![0-9./,]){_D}/{_D}(?![\w/])")
_AFTER_A_DAY = re.compile(r"[0-9]{1,2}/[0-9]{1,2}(?:/[0-9]{4})?(?: và |, |–| đến | hoặc | hay )$")
_TELL_DAYS: Final = (_DATE_BEFORE, _HOLIDAY, _STREET, _AFTER_A_DAY)
_REACH: Final = 40  # characters before it that may tell what it is

DATES: Final = (
    SpokenForm(r"(?<![\w/-])([0-9]{4})-([01][0-9])-([0-3][0-9])(?![0-9])", _iso),
    SpokenForm(
        rf"{_BEFORE}?(?<![0-9./,–-]){_D} ?[–-] ?{_D}/(0?[1-9]|1[0-2])(?:/{_Y})?(?![0-9/])", _days
    ),
    SpokenForm(rf"{_BEFORE}?(?<![0-9./-]){_D}[/.-]{_D}[/.-]{_Y}", _date),
    SpokenForm(rf"([Qq]uý\s+)(I{{1,3}}|IV|[1-4])(?!\w|[.,][0-9])(?:[/-]{_Y})?", _quarter),
    SpokenForm(rf"(?<!\w)()Q([1-4])(?!\w)(?:/{_Y})?", _quarter),
    SpokenForm(rf"([Tt]háng\s+)(0?[1-9]|1[0-2])-{_Y}", _month_and_year),
    SpokenForm(rf"(?<!\w)()T(0?[1-9]|1[0-2])/{_Y}", _month_and_year),
    SpokenForm(rf"([Tt]háng\s+)?(?<![0-9./])(0?[1-9]|1[0-2])/{_Y}(?!/)", _month_and_year),
    SpokenForm(_DAY_OR_SHARE.pattern, _day_and_month),
    SpokenForm(
        rf"{_BEFORE}?(?<![\w./,–-]){_D}-(0?[1-9]|1[0-2])(?![\w/–-]|[.,][0-9]|\s?%| tháng)",
        _hyphened,
    ),
    SpokenForm(
        r"([Tt]háng\s+)(0?[1-9]|1[0-2])(?![0-9]|[.,/][0-9])",
        lambda match: match[1] + _named(match[2]),
    ),
    SpokenForm(r"(?<![0-9:])([01]?[0-9]|2[0-3]):([0-5][0-9])(?::([0-5][0-9]))?(?![0-9])", _clock),
    SpokenForm(r"(?<![0-9.,])([0-9]{1,2})[hHg]([0-5][0-9])['′]?(?!\w)", _clock),
    SpokenForm(r"(?<![0-9.,])([0-9]{1,2})h(?!\w)()", _clock),
    SpokenForm(r"(?<![0-9])([0-9]{1,2}) giờ 00(?: phút)?(?!\w)()", _clock),
    SpokenForm(
        r"([Tt]hứ\s+)([14])(?!\w|[.,/][0-9])",
        lambda match: match[1] + ("nhất" if match[2] == "1" else "tư"),
    ),
    SpokenForm(r"(?<!\w)(?:[IVX]+|[0-9]{1,2})\.(?:[0-9]{1,2}\.)?[a-zđ](?!\w)", _section),
    SpokenForm(r"(?<!\w)[IVX]+(?:\.[0-9]{1,2})+(?!\w)", _section),
    SpokenForm(
        rf"(?<!\w)((?i:{_ORDERED})\s+)([IVX]+)(?!\w|\.[0-9])",
        lambda match: match[1] + number(str(roman(match[2]))),
    ),
    SpokenForm(
        r"(?<!\w)(?=[IVX]{2})X{0,3}(?:IX|IV|V?I{0,3})(?!\w)",
        lambda match: number(str(roman(match[0]))),
    ),
    SpokenForm(r"(?<=[IVX])/([0-9]{4})(?![0-9])", lambda match: f" {_year(match[1])}"),
)
"""Dates, quarters, months, times and Roman numerals, the special before the general."""
