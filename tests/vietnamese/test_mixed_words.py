"""Words that are written for their neighbours are told beside others that leave no doubt."""

import pytest

from generator.vietnamese.confused_words import confused_words
from generator.vietnamese.mixed_words import mixed_words
from generator.vietnamese.word_lists import word_lists

LISTS = word_lists("generator.vietnamese")
KNOWN = mixed_words(LISTS["mixed"])
APART = "\n\n0000000000000 "
"""No word, and longer than what is looked at around a slip."""


def test_what_is_told_of_some_of_the_table_is_what_is_meant() -> None:
    assert len(KNOWN) > 1_500
    some = [*KNOWN][::90]
    text = APART.join(["", *some, ""])
    told = {text[each.start : each.end]: each.text for each in confused_words(text)}
    assert {wrong: told.get(wrong, "") for wrong in some} == {wrong: KNOWN[wrong] for wrong in some}


def test_what_is_meant_is_nowhere_told() -> None:
    wrong = {*KNOWN, *LISTS["confused"], *LISTS["confused_phrases"]}
    parts = {
        " ".join(words[start:end])
        for words in map(str.split, KNOWN.values())
        for start in range(len(words))
        for end in range(start + 2, len(words) + 1)
    }
    assert parts & wrong == set()


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
        ("Hơn 100 lít nước trở lên, dưới 50 máy trở lên.", ["Hơn", "dưới"]),
        (
            "Giảm gấp ba lần, ít hơn gấp 3 lần, rất cao lắm.",
            ["Giảm gấp", "ít hơn gấp", "rất cao lắm"],
        ),
        ("Các những xưởng tái sử dụng lại nước.", ["Các những", "tái sử dụng lại"]),
        (
            "Cấm không được xả; 30 độ °C; việc này however khó.",
            ["Cấm không được", "độ °C", "however"],
        ),
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
        "Diễn ra trên 3 xã trở lên, từ 50 máy trở lên, tăng gấp ba lần, giảm 3 lần, đẹp lắm.",
        "Ngành then chốt, cửa đóng then cài, người yêu cầu đề nghị tòa án; And I Love Her.",
        "Tập trung vốn, tập trung sức, miền Trung, hai vợ chồng cây khế, đảo trở phân ủ.",
    ],
)
def test_right(text: str) -> None:
    assert [text[each.start : each.end] for each in confused_words(text)] == []
