"""Words that are written for their neighbours are told beside others that leave no doubt."""

import pytest

from generator.vietnamese.confused_words import confused_words
from generator.vietnamese.mixed_words import mixed_words
from generator.vietnamese.word_lists import word_lists

KNOWN = mixed_words(word_lists("generator.vietnamese")["mixed"])
APART = "\n\n0000000000000 "
"""No word, and longer than what is looked at around a slip."""


def test_all_of_the_table_are_told_and_none_of_what_is_meant() -> None:
    assert len(KNOWN) > 1_500
    text = APART.join(["", *KNOWN, ""])
    told = {text[each.start : each.end]: each.text for each in confused_words(text)}
    missed = {
        wrong: meant
        for wrong, meant in KNOWN.items()
        if not any(each in wrong and str(right) in meant for each, right in told.items())
    }
    assert missed == {}
    meant = APART.join(["", *KNOWN.values(), ""])
    assert [(meant[each.start : each.end], each.text) for each in confused_words(meant)] == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Xưởng giành 200 triệu đồng để thay đèn.", ["giành"]),
        ("Xưởng giành 2 giờ mỗi tuần cho việc ấy.", ["giành"]),
        ("Từ 10 máy trở nên, mỗi ca ghi sổ.", ["nên"]),
        ("Xe chuyên trở hàng hóa.", ["trở hàng"]),
        ("Xe tải trở hàng hóa, **bổ xung** xe.", ["trở hàng", "bổ xung"]),
        ("Việc (sữ dụng) và “bổ xung”, [cọ sát]\ufffc.", ["sữ dụng", "bổ xung", "cọ sát"]),
        ("Mỗi nhà để giành nước cho mùa khô.", ["để giành nước"]),
    ],
)
def test_told(text: str, told: list[str]) -> None:
    assert [text[each.start : each.end] for each in confused_words(text)] == told


@pytest.mark.parametrize(
    "text",
    [
        "Đội giành 3 huy chương, giành trọn ba điểm, giành phần lớn thị trường, giành chỗ ngồi.",
        "Chính sách tay nghề, ngân sách theo năm, sở hữu ít nhất một máy, tủ có ích hơn tờ giấy.",
        "Quyết định ký kết, tỉnh Điện Biên, quy mô rộng, gia công đồng bộ, góp phần chăm lo.",
        "Ông Nguyễn Hoàng Trả, anh Hoàng Toàn, chị Lan Hoàng Cảnh, bà Trần Thị Quan Điện.",
        "Cơ quan điện lực, cơ quan phổ biến, kết quả chứng nhận, thành tựu chung, sân tập chung.",
        "Từ 10 máy trở lên phải đo; từ đó trở nên quen; dành quyền lựa chọn cho bên mua.",
        "Tập trung vốn, tập trung sức, miền Trung, hai vợ chồng cây khế, đảo trở phân ủ.",
    ],
)
def test_right(text: str) -> None:
    assert [text[each.start : each.end] for each in confused_words(text)] == []
