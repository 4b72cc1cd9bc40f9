"""The lunar calendar of Vietnam, and its days and years as they are written."""

from datetime import date, timedelta

import pytest

from generator.vietnamese.lunar_calendar import (
    LunarDay,
    format_lunar_day,
    lunar_day,
    solar_day,
    year_name,
)
from generator.vietnamese.lunar_words import DayPair, SaidDay, day_pairs, said_years
from generator.vietnamese.reasons import ReadingError

NEW_YEARS = [
    date(1985, 1, 21),  # a month before China's
    date(2007, 2, 17),  # a day before China's
    date(2021, 2, 12),
    date(2022, 2, 1),
    date(2023, 1, 22),
    date(2024, 2, 10),
    date(2025, 1, 29),
    date(2026, 2, 17),
    date(2027, 2, 6),
    date(2030, 2, 2),  # a day before China's
]
LEAP_MONTHS = {2004: 2, 2006: 7, 2017: 6, 2020: 4, 2023: 2, 2025: 6, 2028: 5, 2033: 11}


@pytest.mark.parametrize("day", NEW_YEARS, ids=str)
def test_the_year_begins_on_its_day(day: date) -> None:
    assert solar_day(LunarDay(day.year, 1, 1)) == day
    assert lunar_day(day) == LunarDay(day.year, 1, 1)


def test_a_leap_month_has_the_number_of_the_one_before() -> None:
    found = {}
    for year in range(2000, 2034):
        for month in range(1, 13):
            try:
                solar_day(LunarDay(year, month, 1, is_leap=True))
            except ReadingError:
                continue
            found[year] = month
    assert LEAP_MONTHS.items() <= found.items()
    assert 2021 not in found
    assert 2024 not in found


def test_each_day_is_one_of_both_calendars() -> None:
    day, end, before = date(1999, 1, 1), date(2051, 1, 1), LunarDay(1998, 11, 13)
    while day < end:
        lunar = lunar_day(day)
        assert solar_day(lunar) == day
        assert lunar.day in {1, before.day + 1}
        day, before = day + timedelta(days=1), lunar


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2021, 2, 20), "mùng 9 tháng Giêng năm Tân Sửu"),
        (date(2021, 9, 21), "ngày 15 tháng 8 năm Tân Sửu"),
        (date(2021, 4, 21), "mùng 10 tháng 3 năm Tân Sửu"),
        (date(2022, 1, 31), "ngày 29 tháng Chạp năm Tân Sửu"),
        (date(2023, 3, 22), "mùng 1 tháng 2 nhuận năm Quý Mão"),
    ],
)
def test_a_day_in_words(day: date, words: str) -> None:
    assert format_lunar_day(lunar_day(day)) == words


def test_names_of_years_come_again_after_sixty() -> None:
    assert [year_name(year) for year in (1984, 2020, 2021, 2025)] == [
        "Giáp Tý", "Canh Tý", "Tân Sửu", "Ất Tỵ"
    ]  # fmt: skip
    assert year_name(1961) == year_name(2021)


@pytest.mark.parametrize(
    ("lunar", "no"),
    [(LunarDay(2021, 12, 30), "day"), (LunarDay(2021, 4, 1, is_leap=True), "leap month")],
)
def test_days_that_there_are_not(lunar: LunarDay, no: str) -> None:
    with pytest.raises(ReadingError):
        solar_day(lunar)
    assert no


def said(text: str) -> list[tuple[int, int, int | None, int | None]]:
    pairs: list[DayPair] = list(day_pairs(text))
    lunar: list[SaidDay] = [each.lunar for each in pairs]
    return [(each.day, each.month, each.name, each.count) for each in lunar]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("mùng 10 tháng Giêng năm Canh Tý (20/2/2021)", [(10, 1, 36, None)]),
        ("Mồng Một tháng chạp (thứ Ba, ngày 3/1/2022)", [(1, 12, None, None)]),
        ("rằm tháng Tám năm 2021 (19/9/2021)", [(15, 8, None, 2021)]),
        ("30 Tết Tân Sửu (11/2/2021)", [(30, 12, None, None)]),
        ("mùng 3 Tết Nguyên đán, tức ngày 14/2/2021", [(3, 1, None, None)]),
        ("ngày 14/2/2021 (mùng 3 tháng Giêng Tân Sửu)", [(3, 1, 37, None)]),
        ("ngày 21 tháng 4 năm 2021, tức 10/3 âm lịch", [(10, 3, None, None)]),
        ("mùng 1 tháng 2 nhuận (22/3/2023)", [(1, 2, None, None)]),
        ("mùng 8 tháng 3 (8/3/2021)", []),
        ("từ mùng 1 đến mùng 5 Tết (12/2/2021 đến 16/2/2021)", []),
        ("từ mùng 9 đến rằm tháng Giêng (20/2/2021)", []),
        ("ngày 10 tháng 3 (10/4/2021)", []),
        ("Tết Tân Sửu (2021), ngày 12/2/2021", []),
        ("rằm tháng Tám (31/9/2021)", []),
    ],
)
def test_lunar_days_beside_a_day(
    text: str, days: list[tuple[int, int, int | None, int | None]]
) -> None:
    assert said(text) == days


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("năm Canh Tý 2020, xuân Tân Sửu (2021)", [(36, 2020), (37, 2021)]),
        ("năm 2022 (Nhâm Dần), 2023 – Quí Mẹo", [(38, 2022), (39, 2023)]),
        ("XUÂN GIÁP THÌN 2024", [(40, 2024)]),
        ("năm Giáp Sửu", [(-1, None)]),
        ("ông Lê Quý Mùi (1993), bà Quý Dậu (1990)", []),
        ("quán Tân Hợi, mùi thân quen", []),
    ],
)
def test_names_of_years(text: str, years: list[tuple[int, int | None]]) -> None:
    assert [(each.name, each.year) for each in said_years(text)] == years


def test_the_end_of_the_year_before_may_be_meant() -> None:
    (each,) = said_years("tháng 1/2021 (Canh Tý)")
    assert each.may_be_before
