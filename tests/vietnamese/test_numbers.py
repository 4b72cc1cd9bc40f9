from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.vietnamese.numbers import format_money, format_number, read_number
from generator.vietnamese.reasons import ReadingError


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("2.000", 2000),
        ("2000", 2000),
        ("2 000", 2000),
        ("2\u00a0000", 2000),
        ("2\u202f000.", None),
        ("2\u202f000", 2000),
        ("04", 4),
        ("0", 0),
        (" 15 ", 15),
        ("958.079.880", 958079880),
        ("1.234,5", Decimal("1234.5")),
        ("1 234,50", Decimal("1234.50")),
        ("12,5", Decimal("12.5")),
        ("0,125", Decimal("0.125")),
        ("1234,567", Decimal("1234.567")),
        ("1.234,567", Decimal("1234.567")),
        ("-5", -5),
        ("−1.500", -1500),
        ("-12,5", Decimal("-12.5")),
    ],
)
def test_read_number(text: str, number: int | Decimal | None) -> None:
    if number is None:
        with pytest.raises(ReadingError, match=r"^form$"):
            read_number(text)
    else:
        assert (read_number(text), type(read_number(text))) == (number, type(number))


@pytest.mark.parametrize(
    "text",
    ["1.23", "0.5", "2,000", "12,500", "1,234.5", "1.2345", "0.125", "2.00.000", "2.000 000",
     "12 34", "1,000,000", "1.2,5", "01.000", "-1.5", "17.3.2021"],
)  # fmt: skip
def test_figures_that_could_be_two_numbers_are_refused(text: str) -> None:
    with pytest.raises(ReadingError, match=r"^ambiguous$"):
        read_number(text)


@pytest.mark.parametrize(
    "text",
    ["", " ", "hai", "12 lớp", "12%", "1e3", "+5", "--5", "- 5", ",5", "5,", ".5", "5.", "٣", "²",
     "0x10", "1_000", "2.000\n3.000", "nan", "9" * 5000],
)  # fmt: skip
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ReadingError, match=r"^form$"):
        read_number(text)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (2000, "2.000"),
        (0, "0"),
        (999, "999"),
        (958079880, "958.079.880"),
        (-1500, "-1.500"),
        (Decimal("12.5"), "12,5"),
        (Decimal("1234.50"), "1.234,50"),
        (Decimal("1E+3"), "1.000"),
    ],
)
def test_format_number(number: int | Decimal, text: str) -> None:
    assert format_number(number) == text


def test_format_money() -> None:
    assert format_money(958079880) == "958.079.880 đồng"


@given(st.integers(-(10**24), 10**24))
def test_a_written_integer_reads_back(n: int) -> None:
    assert read_number(format_number(n)) == n


@given(st.decimals(-(10**12), 10**12, allow_nan=False, places=2))
def test_a_written_decimal_reads_back(n: Decimal) -> None:
    assert read_number(format_number(n)) == n


def test_three_decimals_below_a_thousand_do_not_read_back() -> None:
    with pytest.raises(ReadingError, match=r"^ambiguous$"):
        read_number(format_number(Decimal("1.125")))
