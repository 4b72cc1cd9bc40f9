"""What was done in several amounts: bounds stay through sums, not stated is not zero."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.amount import Amount, Bound, in_words, read_amounts, total
from generator.model.quantity import Quantity
from generator.vietnamese.reasons import ReadingError

UNITS = st.sampled_from(["lớp", "người", "cơ sở, doanh nghiệp", "phút"])
NUMBERS = st.integers(0, 10**6)


def _together(parts: list[Bound]) -> Bound:
    made = Bound.EXACT
    for part in parts:
        made |= part
    return made


OVER = Bound.LEAST | Bound.OVER
PARTS = st.sampled_from([Bound.LEAST, OVER, Bound.ABOUT, Bound.UNKNOWN])
BOUNDS = st.lists(PARTS, max_size=3).map(_together)
STATED = st.builds(Amount, NUMBERS, UNITS, BOUNDS)
UNSTATED = st.builds(Amount, st.none(), UNITS, st.just(Bound.UNKNOWN))
AMOUNTS = st.lists(st.one_of(STATED, UNSTATED), max_size=8)


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("1 chương trình, 7 phút", (Amount(1, "chương trình"), Amount(7, "phút"))),
        ("trên 2.000 người", (Amount(2000, "người", OVER),)),
        ("ít nhất 2.000 người", (Amount(2000, "người", Bound.LEAST),)),
        ("hơn 1.500 cơ sở, doanh nghiệp", (Amount(1500, "cơ sở, doanh nghiệp", OVER),)),
        ("Khoảng 50 người", (Amount(50, "người", Bound.ABOUT),)),
        ("khoảng trên 50 người", (Amount(50, "người", Bound.ABOUT | OVER),)),
        ("50 người trở lên", (Amount(50, "người", Bound.LEAST),)),
        ("không ghi số người", (Amount(None, "người", Bound.UNKNOWN),)),
        ("không ghi", (Amount(None, "", Bound.UNKNOWN),)),
        ("25 lớp; chưa rõ số người", (Amount(25, "lớp"), Amount(None, "người", Bound.UNKNOWN))),
        ("gần 5 lớp", (Amount(5, "lớp", Bound.ABOUT | Bound.NEARLY),)),
        ("2,0 giờ", (Amount(2, "giờ"),)),
        ("2,5 giờ", (Amount(Decimal("2.5"), "giờ"),)),
        ("5 lớp × khoảng 50 người", (Amount(5, "lớp"), Amount(250, "người", Bound.ABOUT))),
        (
            "05 lớp, mỗi lớp khoảng 50 người",
            (Amount(5, "lớp"), Amount(250, "người", Bound.ABOUT)),
        ),
        (
            "20 phóng sự, trên 40 lần, khoảng 280 phút",
            (
                Amount(20, "phóng sự"),
                Amount(40, "lần", OVER),
                Amount(280, "phút", Bound.ABOUT),
            ),
        ),
    ],
)
def test_amounts_are_read_as_documents_have_them(text: str, amounts: tuple[Amount, ...]) -> None:
    assert read_amounts(text) == amounts
    assert read_amounts(in_words(amounts)) == amounts


@pytest.mark.parametrize(
    "text",
    [
        "",
        "năm lớp",
        "5",
        "-5 lớp",
        "50-60 người",
        "từ 50 đến 60 người",
        "dự kiến 300 cái",
        "5 lớp, mỗi đợt 50 người",
        "mỗi lớp 50 người",
        "× 50 người",
        "5 lớp, và vài buổi",
        "2,000 người",
        "10.000.001 người",
    ],
)
def test_what_is_no_figure_is_no_amount(text: str) -> None:
    with pytest.raises(ReadingError):
        read_amounts(text)


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("dự kiến 04 chương trình/năm", "4 chương trình"),
        ("dự kiến khoảng 2.000 cuốn", "khoảng 2.000 cuốn"),
        ("trên 40 lần", "trên 40 lần"),
    ],
)
def test_a_plan_states_amounts(printed: str, words: str) -> None:
    assert str(Amount.of(Quantity.parse(printed))) == words


def test_what_is_not_stated_is_not_zero() -> None:
    parts = [Amount(5, "lớp"), Amount(None, "Lớp", Bound.UNKNOWN), Amount(None, "người")]
    assert [str(each) for each in total(parts)] == ["ít nhất 5 lớp", "không ghi số người"]


@given(AMOUNTS)
def test_the_bound_of_a_sum_is_that_of_all_its_parts(amounts: list[Amount]) -> None:
    for made in total(amounts):
        parts = [part for part in amounts if part.kind == made.kind]
        stated = [part.number for part in parts if part.number is not None]
        assert made.number == (sum(stated) if stated else None)
        assert made.bound == _together([part.bound for part in parts])
        assert made.is_lower_bound == any(part.is_lower_bound for part in parts)
        assert made.is_exact == all(part.is_exact for part in parts)


@given(AMOUNTS, AMOUNTS)
def test_sums_of_sums_are_sums(one: list[Amount], two: list[Amount]) -> None:
    assert total([*total(one), *total(two)]) == total([*one, *two])


@given(st.lists(STATED.filter(lambda each: Bound.UNKNOWN not in each.bound), min_size=1))
def test_a_sum_reads_back_from_its_words(amounts: list[Amount]) -> None:
    assert read_amounts(in_words(total(amounts))) == total(amounts)


@given(NUMBERS, STATED)
def test_what_has_a_size_keeps_its_bound(number: int, size: Amount) -> None:
    made = Amount(number, "buổi").times(Amount(size.number, f"{size.unit}/buổi", size.bound))
    assert made == Amount(number * (size.number or 0), size.unit, size.bound)
    assert Amount(number, "đợt").times(Amount(1, "người/buổi")) is None
