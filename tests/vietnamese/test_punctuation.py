from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.vietnamese.corrections import TextCorrection
from generator.vietnamese.punctuation import (
    dashes,
    double_spaces,
    missing_spaces,
    stray_spaces,
)
from generator.vietnamese.quotation_marks import quotation_marks

from .conftest import with_corrections

Find = Callable[[str], Iterator[TextCorrection]]
KINDS: tuple[Find, ...] = (double_spaces, stray_spaces, missing_spaces, quotation_marks, dashes)


@pytest.mark.parametrize(
    ("find", "before", "after"),
    [
        (double_spaces, "hai  cách,   ba cách", "hai cách, ba cách"),
        (double_spaces, "-   mục\n1.  mục\n##  đề mục\n>  trích", None),
        (double_spaces, "hai cách cuối dòng  \nlà xuống dòng", None),
        (double_spaces, "| a   | b |\n| aaa | b |", None),
        (stray_spaces, "một , hai . Ba ; bốn : năm ! Sáu ?", "một, hai. Ba; bốn: năm! Sáu?"),
        (stray_spaces, "( trong ngoặc ) và “ lời trích ”", "(trong ngoặc) và “lời trích”"),
        (stray_spaces, "xong .\nHết", "xong.\nHết"),
        (stray_spaces, "| , | . |", None),
        (stray_spaces, "chạy .env và :tag", None),
        (stray_spaces, "Một ”nước“ kia, bớt ”than“.", None),
        (stray_spaces, "Một „nước“ kia", None),
        (missing_spaces, "một,hai;ba, van(hay vòi)khóa", "một, hai; ba, van (hay vòi) khóa"),
        (missing_spaces, "xong.Hết. Nhé!Vâng. Sao?Vì thế", "xong. Hết. Nhé! Vâng. Sao? Vì thế"),
        (missing_spaces, "một ,hai và ba :bốn", "một, hai và ba: bốn"),
        (missing_spaces, "TP.HCM, Tp.Hồ Chí Minh, ThS.Lan, f(x), lít(s), a,b,c, pH:7, 3,5", None),
        (missing_spaces, "chạy .env và :tag, và/hoặc, Bà Rịa-Vũng Tàu, v.v.", None),
        (quotation_marks, "một ”nước“ kia", "một “nước” kia"),
        (quotation_marks, "‘một’ 'hai' ''ba'' ``bốn'' ‘´năm``", "“một” “hai” “ba” “bốn” “năm”"),
        (quotation_marks, "«một» ‹hai› ″ba″", "“một” “hai” “ba”"),
        (quotation_marks, "nói “anh ‘kia’ đi”, H’Mông, 5' đến 6', O'Neil", None),
        (quotation_marks, 'nói "khóa vòi" rồi "đi"', "nói “khóa vòi” rồi “đi”"),
        (quotation_marks, "“hai dấu mở“", "“hai dấu mở”"),
        (quotation_marks, "„kiểu khác‟", "“kiểu khác”"),
        (quotation_marks, "“đúng rồi” (“cả ở đây”)", None),
        (quotation_marks, 'ống 2" và ống 3"', None),
        (dashes, "giảm 8-13%, 8 - 13 %, 8% - 13%", "giảm 8–13%, 8–13 %, 8%–13%"),
        (dashes, "giai đoạn 2016-2020", "giai đoạn 2016–2020"),
        (dashes, "từ 2-3 ngày, 20 - 40 người", "từ 2–3 ngày, 20–40 người"),
        (dashes, "Sở - nơi chủ trì -- thì", "Sở – nơi chủ trì – thì"),
        (dashes, "ngày 3-5 năm nay, tháng 8-2021, 17-3-2021, 2021-03-17", None),
        (dashes, "1-5 năm 2021, 0251-3-123 456, 13-8%, 5 - 3", None),
        (dashes, "889/QĐ-TTg, KCN-2, mã 3-4", None),
        (dashes, "Phát thanh - Truyền hình, Bà Rịa - Vũng Tàu", None),
        (dashes, "- mục\n- mục", None),
        (dashes, "bản in ghi “8-13%, tiết kiệm - hiệu quả”", None),
        (dashes, 'bản in ghi "8-13%, tiết kiệm - hiệu quả"', None),
        (dashes, 'ống 2" giảm 8-13%, ống 3" thì không', 'ống 2" giảm 8–13%, ống 3" thì không'),
    ],
)
def test_corrections(find: Find, before: str, after: str | None) -> None:
    assert with_corrections(before, find(before)) == (before if after is None else after)
    assert bool(list(find(before))) == (after is not None)


@pytest.mark.parametrize("text", ['một dấu " lẻ', "“mở mà không đóng", "đóng mà không mở”"])
def test_a_mark_without_its_other_is_told_and_left(text: str) -> None:
    found = list(quotation_marks(text))
    assert [each.text for each in found] == [None]
    assert with_corrections(text, found) == text


def test_each_paragraph_has_its_own_pairs() -> None:
    text = 'một " lẻ\n\n"đôi"'
    assert with_corrections(text, quotation_marks(text)) == 'một " lẻ\n\n“đôi”'


@given(st.text(alphabet="ab 12-–“”\"'.,()|%\n"))
def test_nothing_but_spaces_marks_and_hyphens_changes(text: str) -> None:
    for find in KINDS:
        after = with_corrections(text, find(text))
        assert letters(after) == letters(text)
        assert after.count("\n") == text.count("\n")


def letters(text: str) -> str:
    return "".join(char for char in text if char not in " -–“”\"'")
