"""Dots in the place of a name are told, and no machine removes the space that shows them."""

import pytest

from generator.vietnamese.open_names import open_names
from generator.vietnamese.punctuation import stray_spaces


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ông … cho biết việc ấy.", "Ông …"),
        ("Nay công ty … sẽ làm tiếp.", "công ty …"),
        ("Xưởng … bớt được tiền nước.", "Xưởng …"),
        ("Năm 2020, nhà máy ... đã thay van.", "nhà máy ..."),
        ("Bà ..., quản đốc, cho biết.", "Bà ..."),
        ("Theo bà ... (tên, chức vụ), nước bớt.", "bà ..."),
        ("Đồng chí … đã tới xưởng.", "Đồng chí …"),
        ("Lớp mở ở xã … vào buổi sáng.", "xã …"),
        ("Ông (họ tên, chức vụ) cho biết.", "Ông (họ tên, chức vụ)"),
        ("Giám đốc … mở đầu.", "Giám đốc …"),
    ],
)
def test_a_name_to_come(text: str, said: str) -> None:
    assert [text[slice(*span)] for span in open_names(text)] == [said]


@pytest.mark.parametrize(
    "text",
    [
        "Thợ đáp: “Ờ … thì cứ khóa.”",
        "Thợ nói: “Ông … cho biết gì?”",
        "– Ông … ông ơi!",
        "Các hộ, cơ sở … đều ghi số.",
        "Hộ dân, doanh nghiệp … ghi số.",
        "Các công ty … cùng làm.",
        "Bà con, cô bác … cùng làm.",
        "Ông bà … cùng làm.",
        "Cả xưởng … im lặng.",
        "Ở đó có giấy, vải, xưởng …",
        "Xưởng… bớt được.",
        "Phiếu ghi đủ thông tin (tên, chức vụ).",
        "Ông Nguyễn Văn Nước … cho biết.",
    ],
)
def test_what_is_meant(text: str) -> None:
    assert [*open_names(text)] == []


@pytest.mark.parametrize(
    ("text", "better"),
    [
        *(("Lớp mở tại … vào buổi sáng.", None), ("Bớt được … kg vải.", None)),
        *(("Bà ... (tên) cho biết.", None), ("Giấy, vải …", "")),
        *(("Xong … Hết.", ""), ("Thợ đáp: “Ờ … thì khóa.”", "")),
    ],
)
def test_only_its_author_knows_what_dots_within_a_sentence_are(
    text: str, better: str | None
) -> None:
    assert [each.text for each in stray_spaces(text)] == [better]
