"""The figures that a text states: counts, shares, sums and measures.

Dates, years, hours and the numbers of laws, steps and clauses are none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from generator.vietnamese.number_plates import PLATE
from generator.vietnamese.number_words import from_words
from generator.vietnamese.reasons import ReadingError
from generator.vietnamese.word_lists import word_lists

_MONTHS: Final = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
)
_LAWS: Final = "quyết định|nghị định|nghị quyết|thông tư|chỉ thị|decision|decree"
_PARTS: Final = (
    "bước|nhóm|nhiệm vụ|câu|bài|PTV|step|group|task|việc|mục|phần|hình|bảng|sơ đồ|biểu đồ|đồ thị"
    "|ví dụ|cách|điểm|tổ|ca|cảnh|trang|chương|giai đoạn|đợt|kỳ|giải pháp|phân xưởng"
)
_MORE: Final = r"(?:(?:–|, | và | and |, rồi )\d+)*"
_TELEPHONE: Final = (
    r"(?:(?<!\d)0\d{1,3}|(?<=\+)84[ .‑-]?\d{1,3})\)?[ .‑-]?\d{3,4}[ .‑-]?\d{3,4}(?:[ .‑-]?\d{3})?"
    r"(?![\d.,]*\d)"
)
_BEGINS: Final = "khai mạc|bế mạc|bắt đầu|mở cửa|đóng cửa|kết thúc|có mặt|tập trung|xuất phát|đúng"
_ROOMS: Final = "tầng|lầu|phòng|gian|gian hàng|quầy|cổng|tòa nhà|toà nhà"
_OF_ROOMS: Final = "m|m²|m2|mét|ha|lần|người|hộ|cái|phòng|gian|nghìn|ngàn|triệu|tỷ|đồng"
_FROM_A_DIGIT: Final = (
    rf"(?<![\w.,])(?:{PLATE})(?!\w)",
    r"\d{4}-\d\d-\d\d",
    r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}",
    r"\d{1,2}/\d{1,2}(?!\d)",
    r"\d{1,2}/\d{4}",
    r"(?<![\d.,])(?:19|20)\d\d(?![\d%]|[.,]\d)",
    r"\d{1,2}(?:[hg]|:)\d\d",
    r"\d{1,2}[hg](?!\w)",
    r"\d{1,2} giờ(?: \d\d)? (?:sáng|trưa|chiều|tối|đêm)",
    r"\d{1,2} giờ(?: \d\d)?(?= (?:(?:ngày|mùng) \d|thứ |hôm ))",
    r"\d{1,2} giờ(?: \d\d)? (?:đến|tới|–) \d{1,2} giờ(?: \d\d)?(?! (?:mỗi|một)(?!\w))",
    _TELEPHONE,
    r"1[89]00[ .-]?\d{4}(?:\d\d)?(?!\d)",
    rf"\d{{1,2}} (?:{_MONTHS})",
    r"\d{1,2} Tết(?!\w)",
    r"(?<=#)\d{1,3}(?![\d.,]*\d)",
    r"\d{1,2} tháng \d{1,2}(?= năm \d|/\d|[,.;)])",
    r"(?<!\d)\d+(?:[:/]\d{4})?/[A-ZĐ][^\W_]*(?:-[A-ZĐ][^\W_]*)*",
    r"\d[A-ZĐ](?!\w)",
    r"\d\.0(?![\d.,]*\d| ?%)",  # of a version: «công nghiệp 4.0»
    r"0x{2,}",  # of a telephone number that is still to come
)
_FROM_A_WORD: Final = (
    (
        r"(?i:tháng|ngày|mùng|quý|thứ|lần thứ|hạng) \d{1,2}"
        r"(?:[/–-]\d{1,2}(?!\d)){0,2}(?:[/–-](?:19|20)\d\d)?(?![\d.,/–-]*\d)"
    ),
    r"(?:[Ll]úc|[Tt]ừ|[Hh]ồi|[Tt]rước) \d{1,2} giờ(?: \d\d)?(?: đến \d{1,2} giờ(?: \d\d)?)?",
    r"(?:[Gg]ọi|[Mm]áy|[Nn]óng|[Đđ]ài|[Hh]otline|[Tt]hoại|[Ff]ax|[Zz]alo):? (?:số )?\d[\d .-]*",
    (
        r"(?i:tin|gửi|nhắn) (?:(?:số|đến|tới|về) )+\d{3,9}(?![\d.,]*\d| (?:người|hộ|bà con|cơ sở"
        r"|doanh nghiệp|lượt|xã|đơn vị|địa chỉ))"
    ),
    (
        r"(?i:mã số(?: thuế)?|MST|tài khoản|STK|CCCD|CMND|căn cước(?: công dân)?|hộ chiếu|đầu số"
        r"|SĐT|mã vạch|mã bưu chính|mã đơn)(?: là)?:? (?:số:? )?\d{4,}[\d .-]*"
    ),
    r"(?i:điều|khoản|phụ lục|dòng|article|clause|line)s? \d+",
    rf"(?i:{_LAWS})(?: số| no\.?)? \d+{_MORE}",
    rf"số {_TELEPHONE}",
    rf"(?<!con )(?<!tổng )(?<!trong )số (?!{PLATE})\d+(?:/\d+)*(?![\d%]|[.,]\d)",
    rf"số (?:{PLATE})(?!\w)",
    rf"(?i:{_BEGINS}) \d{{1,2}} giờ(?: \d\d)?(?! (?:mỗi|một|liền|liên)(?!\w))",
    rf"(?i:{_ROOMS}) (?!\d{{4}})\d{{1,3}}(?![\d.,/]*\d| ?%| ?(?:{_OF_ROOMS})(?!\w))",
    r"[IVX]+\.\d+(?:\.[a-zđ])?",
    r"[A-ZĐ]{3,} \d+:\d{4}",
    rf"(?i:{_PARTS})s? (?!\d{{4}})\d+{_MORE}(?!\d|[.,/]\d)",  # but no period of years
    (
        r"(?i:bảng|hình|sơ đồ|biểu đồ|đồ thị|mục|chương|phần) \d{1,2}(?:\.\d{1,2}){1,3}"
        r"(?![\d%]|[.,]\d| ?%)"
    ),
    r"[A-ZĐ]+\d+(?:[.,]\d+(?!\w))?|[A-ZĐ]{2,}-\d+",
    r"(?:KC[NX]|CCN|công nghiệp|chế xuất) (?:[A-ZĐ][^\W\d_]{1,6} ){1,3}\d{1,2}(?![\d.,]*\d| ?%)",
)
# Guarded by what each can begin with, so that nothing is tried in the middle of a word.
_EXCEPTED = re.compile(
    rf"(?=\d)(?:{'|'.join(_FROM_A_DIGIT)})"
    rf"|(?<!\w)(?=[^\W\d_])(?:{'|'.join(_FROM_A_WORD)})"
    r"|^[ >#]*(?:\*\*)?(?:\d{1,2}\.)*\d+[.)](?=\s|[^\W\d_])"
    r"|^[ >#+*_-]*[^\W\d_]+(?: [^\W\d_]+){0,2} \d{1,2}(?=[*_]{0,3}(?:[:.)]| [–-])[*_]{0,3} )"
    r"|(?<=\n\n)\d{1,3}(?=\n(?:\n|\Z))"  # of a page
    r"|^\|(?: *(?:\d{1,2}/\d{1,2}(?:/\d{4})?)? *\|)? *\d{1,2} giờ(?: \d\d)?(?= *\| *[^\W\d_])"
    r"|^[ >#]*(?:\*\*)?(?:\(\d{1,2}\)(?=\s)|\d{1,2}(?:/| ?[-–—] )(?= ?[^\W\d_]))",
    re.MULTILINE,
)
_FIGURE = re.compile(
    r"(?<!\w)(?!(?<=\[)\d{1,3}\])"  # not «m3», no mark of a note
    r"(?P<low>\d[\d.,]*(?<=\d))(?:(?:%| %)?(?:[–-]| đến | to )(?P<high>\d[\d.,]*(?<=\d)))?"
    r"(?P<cent>\s?%)?"
)
_DIGIT = re.compile("[0-9]")
_SPACE = re.compile(r"\s")
_REACH: Final = 24  # characters before and after a digit that may tell what it is
_SIGN: Final = "\ufffc"  # stands for a character of what is no figure

_NUMBER_WORDS: Final = frozenset(word_lists(__package__)["number_words"])
_WORDS: Final = rf"(?:(?:{'|'.join(sorted(_NUMBER_WORDS))})(?!\w) ?)+"
_UNITS: Final[Sequence[str]] = word_lists(__package__)["after_number_words"]
_SPOKEN = re.compile(rf"(?<!\w)(?P<low>{_WORDS})(?:đến (?P<high>{_WORDS}))?$")
_YEAR = re.compile(r"(?<!\w)(?:mỗi|hằng|hàng|cả|trong|nửa|cuối|đầu|nhiều) năm $", re.IGNORECASE)
_FARTHEST: Final = 80  # characters of two numbers in words
_ENGLISH: Final = str.maketrans(".,", ",.")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in its plainest form («2000», «12.5», «85%») and where it is written."""

    value: str
    start: int
    end: int


def figures(text: str, names: tuple[str, ...] = (), *, english: bool = False) -> Iterator[Figure]:
    """Each figure; of a range, both ends. The given names of places may hold digits."""
    for name in names:
        text = text.replace(name, _SIGN * len(name))
    text = _without_others(text)
    for found in _FIGURE.finditer(text):
        for part in ("low", "high"):
            if found[part]:
                sign = "%" if found["cent"] else ""
                yield Figure(_plain(found[part], english=english) + sign, *found.span(part))


def _without_others(text: str) -> str:
    """The text with dates and numbers of laws blanked; only what stands around digits is read."""
    parts, done = list[str](), 0
    for start, end in _around_digits(text):
        for found in _EXCEPTED.finditer(text, start, end):
            parts += text[done : found.start()], _SIGN * len(found[0])
            done = found.end()
    return "".join((*parts, text[done:]))


def _around_digits(text: str) -> Iterator[tuple[int, int]]:
    """Stretches with digits that hold no part of a form from outside."""
    begin = end = -1
    for digit in _DIGIT.finditer(text):
        if digit.start() < end - _REACH:
            continue  # what tells what it is stands in the stretch already
        if begin >= 0 and digit.start() - _REACH > end:
            yield begin, end
            begin = -1
        begin = max(digit.start() - _REACH, end, 0) if begin < 0 else begin
        space = _SPACE.search(text, digit.end() + _REACH)
        end = space.end() if space else len(text)  # what follows tells the number of an item
    if begin >= 0:
        yield begin, end


def spoken_figures(text: str) -> Iterator[Figure]:
    """The figures of a script, which writes them in words; «một người» is hardly one."""
    for start, unit in sorted(_units(text)):
        offset = max(0, start - _FARTHEST)
        before = text[offset:start]
        found = _SPOKEN.search(before) if _ends(before) else None
        if found is None or _YEAR.search(before):
            continue
        for part in ("low", "high"):
            value = _read(found[part])
            if value not in {None, 1}:
                sign = "%" if unit == "phần trăm" else ""
                begin, end = found.span(part)
                yield Figure(f"{value}{sign}", offset + begin, offset + end)


def _units(text: str) -> Iterator[tuple[int, str]]:
    """Where a unit follows something: whole words."""
    for unit in _UNITS:
        at = text.find(f" {unit}")
        while at >= 0:
            end = at + 1 + len(unit)
            if not text[end : end + 1].isalnum():
                yield at + 1, unit
            at = text.find(f" {unit}", end)


def _ends(before: str) -> bool:
    """Whether the last word is one of a number."""
    return before.rstrip().rpartition(" ")[2].lower() in _NUMBER_WORDS


@lru_cache(maxsize=1024)
def _read(words: str | None) -> int | None:
    try:
        return from_words(words.strip()) if words else None
    except ReadingError:  # number words in a row that make no number: «năm hai nghìn»
        return None


def _plain(written: str, *, english: bool) -> str:
    """Without signs between thousands and leading zeros, with a point before decimals."""
    swapped = written.translate(_ENGLISH) if english else written
    figure = swapped.replace(".", "").replace(",", ".")
    return figure.lstrip("0") or "0"
