import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.vietnamese.number_words import Comma, Thousand, Zero, from_words, in_words
from generator.vietnamese.reasons import ReadingError


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (4, "bốn"),
        (5, "năm"),
        (10, "mười"),
        (11, "mười một"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (25, "hai mươi lăm"),
        (55, "năm mươi lăm"),
        (91, "chín mươi mốt"),
        (100, "một trăm"),
        (101, "một trăm lẻ một"),
        (104, "một trăm lẻ bốn"),
        (105, "một trăm lẻ năm"),
        (110, "một trăm mười"),
        (115, "một trăm mười lăm"),
        (121, "một trăm hai mươi mốt"),
        (555, "năm trăm năm mươi lăm"),
        (1000, "một nghìn"),
        (1005, "một nghìn không trăm lẻ năm"),
        (1015, "một nghìn không trăm mười lăm"),
        (1100, "một nghìn một trăm"),
        (2021, "hai nghìn không trăm hai mươi mốt"),
        (10000, "mười nghìn"),
        (105000, "một trăm lẻ năm nghìn"),
        (1_000_000, "một triệu"),
        (1_000_005, "một triệu, không trăm lẻ năm"),
        (1_005_000, "một triệu, năm nghìn"),
        (1_020_000, "một triệu, hai mươi nghìn"),
        (1_500_000, "một triệu, năm trăm nghìn"),
        (1_000_000_000, "một tỷ"),
        (1_200_000_000, "một tỷ hai trăm triệu"),
        (1_000_000_007, "một tỷ không trăm lẻ bảy"),
        (2_003_004_005, "hai tỷ ba triệu, bốn nghìn không trăm lẻ năm"),
        (10**12, "một nghìn tỷ"),
        (10**18, "một tỷ tỷ"),
        (-1, "âm một"),
        (-5, "âm năm"),
        (-1015, "âm một nghìn không trăm mười lăm"),
    ],
)
def test_in_words(number: int, words: str) -> None:
    assert in_words(number) == words


def test_an_approved_amount_as_it_was_printed() -> None:
    words = in_words(958079880, thousand="ngàn", comma="after_trieu")
    assert words == ("chín trăm năm mươi tám triệu, bảy mươi chín ngàn tám trăm tám mươi")


def test_the_options() -> None:
    assert in_words(1_002_003, zero="linh", comma="none", pad_middle=True) == (
        "một triệu không trăm linh hai nghìn không trăm linh ba"
    )


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Chín trăm năm mươi tám triệu, bảy mươi chín ngàn tám trăm tám mươi", 958079880),
        ("một nghìn lẻ năm", 1005),
        ("một ngàn không trăm linh năm", 1005),
        ("một nghìn mười lăm", 1015),
        ("hai mươi bốn", 24),
        ("HAI MƯƠI TƯ", 24),
        ("một trăm linh tư", 104),
        ("một tỉ", 10**9),
        ("bẩy", 7),
        ("  âm   năm ", -5),
    ],
)
def test_from_words(words: str, number: int) -> None:
    assert from_words(words) == number


@pytest.mark.parametrize(
    "words",
    ["", "đồng", "một một", "một nghìn lẻ mười lăm", "một nghìn năm", "năm mươi một", "mười năm",
     "hai mười", "trăm", "triệu", "âm", "âm không", "một triệu một triệu", "không trăm",
     "năm nghìn một triệu", "lẻ năm", "12"],
)  # fmt: skip
def test_misspelt_numbers_are_refused(words: str) -> None:
    with pytest.raises(ReadingError, match=r"^form$"):
        from_words(words)


@given(
    st.integers(-(10**21), 10**21)
    | st.integers(-9999, 9999)
    | st.integers(0, 9).map(lambda power: 10 ** (2 * power) + 5),
    st.sampled_from(["nghìn", "ngàn"]),
    st.sampled_from(["lẻ", "linh"]),
    st.sampled_from(["after_trieu", "none"]),
    st.booleans(),
)
def test_words_read_back(
    n: int,
    thousand: Thousand,
    zero: Zero,
    comma: Comma,
    pad_middle: bool,  # noqa: FBT001
) -> None:
    words = in_words(n, thousand=thousand, zero=zero, comma=comma, pad_middle=pad_middle)
    assert from_words(words) == n


def test_words_are_unique() -> None:
    numbers = [*range(3000), *range(0, 3_000_000, 995), *range(0, 3 * 10**9, 999_005)]
    assert len({in_words(n, comma="none") for n in numbers}) == len(set(numbers))
