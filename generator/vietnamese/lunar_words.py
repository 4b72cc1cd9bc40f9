"""Days and years of the lunar calendar as they are written: «mùng 10 tháng Giêng năm Canh Tý»."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from generator.vietnamese.forms import Sign
from generator.vietnamese.lunar_calendar import BRANCHES, STEMS

_STEMS: Final = {**{name: at for at, name in enumerate(STEMS)}, "Kỉ": 5, "Quí": 9}
_BRANCHES: Final = {**{name: at for at, name in enumerate(BRANCHES)}, "Tí": 0, "Mẹo": 3, "Tị": 5}
_MONTH_NAMES: Final = (
    "giêng", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "chạp",
)  # fmt: skip
_DAY_NAMES: Final = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_FULL_MOON: Final = 15
_YEAR_END: Final = 20  # from this day on «Tết» speaks of the last month
_CYCLE: Final = 60  # years after which a name comes again


def _any(names: Iterable[str]) -> str:
    return "|".join(sorted(names, key=lambda name: (-len(name), name)))


_STEM: Final = _any([*_STEMS, *map(str.upper, _STEMS)])
_BRANCH: Final = _any([*_BRANCHES, *map(str.upper, _BRANCHES)])
_SIGN: Final = Sign(rf"^\W*(?:[Mm][ùồ]ng|[Rr]ằm|Tết|âm|ÂL|[Gg]iêng|[Cc]hạp|{_BRANCH})(?!\w)")
_YEAR_SIGN: Final = Sign(r"(?:19|20)\d\d")
_NAME: Final = rf"(?P<stem>{_STEM}) (?P<branch>{_BRANCH})(?!\w)"
_LUNAR: Final = (
    r"(?<![\w/.,-])(?:(?P<full>[Rr]ằm)|(?P<early>[Mm][ùồ]ng )"
    rf"(?P<early_day>\d{{1,2}}|(?i:{_any(_DAY_NAMES)}))(?!\w)|(?P<day>\d{{1,2}}))"
    rf"(?:(?: tháng |/)(?P<month>\d{{1,2}}|(?i:{_any(_MONTH_NAMES)}))(?!\w)(?P<leap> nhuận)?"
    r"|(?P<tet> Tết)(?!\w)(?: Nguyên [Đđ]án)?)"
    rf"(?:,? (?:năm )?{_NAME})?(?:,? (?:năm )?(?P<count>(?:19|20)\d\d)(?!\d))?"
    r"(?P<said>,? (?:âm lịch|ÂL))?"
)
_WEEKDAY: Final = r"(?:(?:[Tt]hứ [^\W\d_]+|[Tt]hứ \d|[Cc]hủ [Nn]hật),? )?(?:[Nn]gày )?"
_SOLAR: Final = (
    rf"{_WEEKDAY}(?P<d>\d{{1,2}})(?:/| tháng )(?P<m>\d{{1,2}})(?:/| năm )(?P<y>(?:19|20)\d\d)"
    r"(?!\w)(?: dương lịch)?"
)
_OF_WEEK: Final = (
    r"(?<![^\W_])(?P<weekday>[Tt]hứ (?i:hai|ba|tư|năm|sáu|bảy|[2-7])|[Cc]hủ [Nn]hật)"
    rf"(?:,? \(|,? )(?:(?:ngày|tức|nhằm|là) )*{_LUNAR}(?!,? \(|[,–-]? ?(?:tức|nhằm)|\w)"
)
_BESIDE: Final = r"(?P<open>,? \(|,? )(?P<lead>(?:tức|nhằm|là|đúng)(?: là| vào)* )?"
_PAIRS: Final = (
    rf"{_LUNAR}{_BESIDE}{_SOLAR}(?P<rest>[^()\n]*)",
    rf"{_SOLAR}{_BESIDE}(?:[Nn]gày )?{_LUNAR}(?P<rest>)",
)
_REST: Final = r"(?:[,;] [^\d]*)?"  # of a bracket that holds one day
_RANGE: Final = r"(?:đến|tới|hết|và|[–,-]) ?(?:hết )?(?:ngày )?$"
_YEAR: Final = (
    (rf"{_NAME}(?:,? (?:[-–] )?|,? \((?:năm )?)(?P<year>(?:19|20)\d\d)(?![\d/])"),
    (
        r"(?<![\d.,])(?P<year>(?:19|20)\d\d)(?:,? (?:[-–] )?(?:là )?|,? \()"
        rf"(?:(?:năm|[Tt]ết|[Xx]uân) )?{_NAME}"
    ),
    (
        rf"(?:[Nn]ăm(?: mới)?|NĂM(?: MỚI)?|[Tt]ết(?: Nguyên [Đđ]án)?|TẾT|[Xx]uân|XUÂN|tuổi)"
        rf" {_NAME}(?P<year>)"
    ),
)
_PERSON: Final = r"(?:ông|bà|anh|chị|em|cô|chú|thầy|cháu|[A-ZĐ][^\W\d_]*) $"
_OF_YEAR: Final = r"(?i:năm|tết|xuân|đán|mừng|mới|đón|chào) $"
_WISHED: Final = r"(?i:chúc|mừng|đón|chào)[^.!?\n]{0,40}$"
_EARLY_IN_YEAR: Final = (
    r"(?:(?<!\d)0?[12]/|háng 0?[12](?:/| năm |, )|(?i:tất niên|giao thừa|cuối năm|tổng kết)"
    r"\D{0,30})$"
)
_compiled = cache(re.compile)  # when a text has a sign: hardly any has one
_REACH: Final = 50


@dataclass(frozen=True, slots=True)
class SaidDay:
    """A lunar day as somebody writes it; what is not said is None.

    `name` is that of the year, from 0 to 59, or -1 where no year has it.
    """

    month: int
    day: int
    is_leap: bool
    name: int | None
    count: int | None


@dataclass(frozen=True, slots=True)
class DayPair:
    """A lunar day and one of the usual calendar that are said to be the same."""

    start: int
    end: int
    lunar: SaidDay
    solar: date


@dataclass(frozen=True, slots=True)
class SaidYear:
    """The name of a lunar year, and the year beside it, if one stands there.

    `is_wished` if readers are wished a good one: «chúc mừng năm mới Canh Tý».
    `may_be_before` if the end of the year before is meant: «tháng 1/2021 (Canh Tý)».
    """

    start: int
    end: int
    name: int
    stem: str
    year: int | None
    may_be_before: bool = False
    is_wished: bool = False


@dataclass(frozen=True, slots=True)
class WeekdayOfMoon:
    """A lunar day behind its weekday, as «thứ Bảy» or «thứ 7»."""

    start: int
    end: int
    weekday: str
    lunar: SaidDay


def lunar_weekdays(prose: str) -> Iterator[WeekdayOfMoon]:
    """Every lunar day with a weekday in front: «thứ Bảy, mùng 5 tháng Năm năm Tân Sửu».

    Not «mùng 8 tháng 3», which may be one of the usual calendar, nor one with such a day beside it.
    """
    for found in _compiled(_OF_WEEK).finditer(prose) if _SIGN.is_in(prose) else ():
        is_moon = found["stem"] or found["said"] or not (found["month"] or "").isdecimal()
        is_paired = re.match(r"[^.;\n]{0,30}\d/\d", prose[found.end() : found.end() + _REACH])
        if is_moon and not is_paired and (lunar := _said(found)):
            yield WeekdayOfMoon(*found.span(), found["weekday"], lunar)


def day_pairs(prose: str) -> Iterator[DayPair]:
    """Every lunar day with the day of the usual calendar beside it, or the other way round."""
    for pattern in _PAIRS if _SIGN.is_in(prose) and _YEAR_SIGN.is_in(prose) else ():
        for found in _compiled(pattern).finditer(prose):
            if pair := _pair(prose, found):
                yield pair


def _pair(prose: str, found: re.Match[str]) -> DayPair | None:
    is_bracket = found["open"].endswith("(")
    if not (found["lead"] or is_bracket) or (is_bracket and not re.fullmatch(_REST, found["rest"])):
        return None
    if re.search(_RANGE, prose[max(0, found.start() - _REACH) : found.start()]):
        return None
    lunar = _said(found)
    try:
        solar = date(int(found["y"]), int(found["m"]), int(found["d"]))
    except ValueError:  # told as such
        return None
    if lunar is None or (lunar.day, lunar.month) == (solar.day, solar.month):
        return None  # «mùng 8 tháng 3 (8/3/2021)» is no lunar day
    end = found.start("rest")
    return DayPair(found.start(), end + (prose[end : end + 1] == ")"), lunar, solar)


def _said(found: re.Match[str]) -> SaidDay | None:
    """The lunar day; None where nothing says that it is one."""
    words = found["month"] or ""
    is_lunar = found["full"] or found["early"] or found["tet"] or found["stem"] or found["said"]
    if not (is_lunar or words.lower() in {"giêng", "chạp"}):
        return None
    early = found["early_day"] or ""
    day = _FULL_MOON if found["full"] else _number(early or found["day"], _DAY_NAMES)
    month = _number(words, _MONTH_NAMES) if words else 12 if day >= _YEAR_END else 1
    is_eve = bool(found["tet"]) and day >= _YEAR_END
    name = _name(found) if found["stem"] and not is_eve else None
    count = int(found["count"]) if found["count"] and not is_eve else None
    return SaidDay(month, day, bool(found["leap"]), name, count)


def _number(words: str, names: tuple[str, ...]) -> int:
    return int(words) if words.isdecimal() else names.index(words.lower()) + 1


def _name(found: re.Match[str]) -> int:
    stem, branch = (
        (_STEMS | {name.upper(): at for name, at in _STEMS.items()})[found["stem"]],
        (_BRANCHES | {name.upper(): at for name, at in _BRANCHES.items()})[found["branch"]],
    )
    return next((at for at in range(_CYCLE) if (at % 10, at % 12) == (stem, branch)), -1)


def said_years(prose: str) -> Iterator[SaidYear]:
    """Every name of a year beside its figure; and those that follow «năm», «Tết» and the like."""
    done: set[int] = set()
    for pattern in _YEAR if _SIGN.is_in(prose) else ():
        for found in _compiled(pattern).finditer(prose):
            if found.start("stem") not in done and not _is_person(prose, found):
                done.add(found.start("stem"))
                year = int(found["year"]) if found["year"] else None
                before = prose[max(0, found.start() - _REACH) : found.start("year")]
                early = re.search(_EARLY_IN_YEAR, before) is not None
                wished = year is None and re.search(_WISHED, before) is not None
                yield SaidYear(*found.span(), _name(found), found["stem"], year, early, wished)


def _is_person(prose: str, found: re.Match[str]) -> bool:
    """Whether it is the name of somebody: «ông Lê Quý Mùi (1993)»."""
    before = prose[max(0, found.start("stem") - _REACH) : found.start("stem")]
    return re.search(_PERSON, before) is not None and re.search(_OF_YEAR, before) is None
