import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.sizes import Size, parse_size
from generator.vietnamese.reasons import ReadingError


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("6 x 0,8 m", Size(6000, 800)),
        ("6 x 0.8 m", Size(6000, 800)),
        ("3 × 2 m", Size(3000, 2000)),
        ("800 x 2000 mm", Size(800, 2000)),
        ("800 x 2.000 mm", Size(800, 2000)),
        ("80x200cm", Size(800, 2000)),
        ("6 m x 80 cm", Size(6000, 800)),
        (" 12 X 6 M ", Size(12000, 6000)),
        ("1.250,5 x 900 mm", Size(1250.5, 900)),
        ("A1", Size(594, 841)),
        ("a2 ngang", Size(594, 420)),
        ("A3 dọc", Size(297, 420)),
        ("A4", Size(210, 297)),
        ("B5", Size(176, 250)),
    ],
)
def test_sizes_are_read_as_people_write_them(text: str, size: Size) -> None:
    assert parse_size(text) == size


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "form"),
        ("6 x 0,8", "form"),
        ("6 m", "form"),
        ("A9", "form"),
        ("C2", "form"),
        ("sáu x hai m", "form"),
        ("6 x 0,8 ft", "form"),
        ("1.000.5 x 1 m", "form"),
        ("0 x 2 m", "impossible"),
        ("-6 x 0,8 m", "impossible"),
        ("−6 x 0,8 m", "impossible"),
        ("3 x 51 m", "impossible"),
        ("3 x 2 mm", "impossible"),
    ],
)
def test_a_wrong_size_says_why(text: str, reason: str) -> None:
    with pytest.raises(ReadingError, match=f"^{reason}$"):
        parse_size(text)


@given(st.integers(50, 50_000), st.integers(50, 50_000))
def test_a_printed_size_reads_back(width: int, height: int) -> None:
    assert parse_size(str(Size(width, height))) == Size(width, height)


def test_sizes_print_as_in_a_plan() -> None:
    assert [str(Size(6000, 800)), str(Size(80, 200)), str(Size(800, 2500))] == [
        "6 × 0,8 m",
        "80 × 200 mm",
        "0,8 × 2,5 m",
    ]
