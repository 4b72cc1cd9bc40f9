"""Words with d for đ and the other way round."""

import pytest

from generator.vietnamese.barred_d import lone_slips, other_d
from generator.vietnamese.compound_slips import SLIPS_OF_D
from generator.vietnamese.confused_words import confused_words
from generator.vietnamese.word_lists import word_lists

RIGHT = {word for name, words in word_lists("generator.vietnamese").items()
         if name in {"compounds", "sound_alike", "hook_or_tilde", "d_or_bar", "beside_d"}
         for word in words}  # fmt: skip


def test_what_is_a_word_with_either_letter_is_no_slip() -> None:
    assert len(SLIPS_OF_D) > 800
    assert SLIPS_OF_D.keys() & RIGHT == set()
    assert (other_d("dầu"), other_d("đầu"), other_d("cầu")) == ("đầu", "dầu", "")
    assert lone_slips(["đồng"]) == {"dồng": "đồng"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Vốn dầu tư năm tỷ dồng.", ["đầu tư", "đồng"]),
        ("Nhà máy dã dược hỗ trợ, đang hoạt dộng.", ["máy đã", "được hỗ", "hoạt động"]),
        ("Lao dộng của đơn vị ở Dồng Nai.", ["Lao động", "Đồng"]),
        ("Diện năng của dơn vị, trong dó máy dang chạy.", ["Điện năng", "đơn vị", "trong đó",
                                                         "máy đang"]),
        ("TỶ DỒNG; đoanh nghiệp sử đụng.", ["ĐỒNG", "doanh nghiệp", "sử dụng"]),
        ("Vửa qua thợ trộn vửa, cập nhập máy củ, bàn bạt bửa cơm.",
         ["Vừa", "trộn vữa", "cập nhật", "máy cũ", "bàn bạc", "bữa cơm"]),
        ("Các mặc hàng này; chị ngõ lời.", ["Các mặt hàng", "ngỏ lời"]),
    ],
)  # fmt: skip
def test_told(text: str, told: list[str]) -> None:
    assert [each.text for each in confused_words(text)] == told


@pytest.mark.parametrize(
    "text",
    [
        "Máy chạy bằng dầu, ngành dược, dao động, dang tay, da dày, xăng dầu tư nhân.",
        "Giấy dó, chuyến dã ngoại, dân dã làm, đổ dầu vào máy, dừng xả, dây là của xưởng.",
        "Ông Lê Văn Dịnh, bà Đoanh, không dược sĩ nào, nước thu được do lọc, dấu nối.",
        "Máy rửa máy củ quả, người mặc hàng hiệu, ngõ hẻm.",
    ],
)
def test_right(text: str) -> None:
    assert [text[each.start : each.end] for each in confused_words(text)] == []
