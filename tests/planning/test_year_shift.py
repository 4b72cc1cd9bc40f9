"""What becomes of years, days and names when a plan is copied for years to come."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.quarter import Quarter
from generator.planning.year_shift import YearShift

DAYS = st.dates(date(2000, 1, 1), date(2040, 12, 31))
YEARS = st.integers(1, 20)


def shift(years: int, first: int = 2021, last: int = 2021) -> YearShift:
    return YearShift(first, last, years)


@given(DAYS, YEARS, YEARS)
def test_two_shifts_of_a_day_are_one(day: date, one: int, other: int) -> None:
    assert shift(other).day(shift(one).day(day)) == shift(one + other).day(day)


@given(DAYS, DAYS, YEARS)
def test_quarter_and_order_stay(day: date, other: date, years: int) -> None:
    moved, quarter = shift(years).day(day), Quarter.of(day)
    assert Quarter.of(moved) == Quarter(quarter.year + years, quarter.number)
    first, last = sorted((day, other))
    assert shift(years).day(first) <= shift(years).day(last)


@given(DAYS, st.integers(0, 120), YEARS)
def test_what_lasts_lasts_as_long(day: date, length: int, years: int) -> None:
    until = shift(years).until(day + timedelta(length), day)
    assert until - shift(years).day(day) == timedelta(length)


@pytest.mark.parametrize(
    ("moved", "names", "expected"),
    [
        (shift(6), ("dong-nai-2021", "Kế hoạch năm 2021"), ("dong-nai-2027", "Kế hoạch năm 2027")),
        (shift(6), ("a", "Luật 2014, năm 2021"), ("a-2027", "Luật 2014, năm 2027")),
        (shift(6), ("lop-2021-1", "20211 lớp"), ("lop-2027-1", "20211 lớp")),
        (
            shift(10, 2016, 2020),
            ("dong-nai-2016-2020", "giai đoạn 2016 – 2020, tiếp 2010-2015, năm 2020"),
            ("dong-nai-2026-2030", "giai đoạn 2026 – 2030, tiếp 2010-2015, năm 2020"),
        ),
        (
            shift(10, 2016, 2020),
            ("lop-2017-3", "Giai đoạn (2016-2020)"),
            ("lop-2027-3", "Giai đoạn (2026-2030)"),
        ),
    ],
)
def test_ids_and_titles(
    moved: YearShift, names: tuple[str, str], expected: tuple[str, str]
) -> None:
    assert (moved.identity(names[0]), moved.title(names[1])) == expected


@given(st.sampled_from(["a-2021", "a", "a-2021-b", "a-2030", "a-1"]), YEARS, YEARS)
def test_two_shifts_of_an_id_are_one(identity: str, one: int, other: int) -> None:
    again = shift(other, 2021 + one, 2021 + one).identity(shift(one).identity(identity))
    assert again == shift(one + other).identity(identity)
