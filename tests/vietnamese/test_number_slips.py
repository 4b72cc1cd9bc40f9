"""Numbers in words that nobody says are told with the right ones; years are no slip."""

import pytest

from generator.vietnamese.number_slips import number_slips


@pytest.mark.parametrize(
    ("text", "said", "right"),
    [
        ("Bớt được mười năm phần trăm điện.", "mười năm", "mười lăm"),
        ("Hết hai mươi năm triệu đồng.", "hai mươi năm", "hai mươi lăm"),
        ("Ba mươi một cơ sở.", "Ba mươi một", "Ba mươi mốt"),
        ("Đúng mười mốt giờ.", "mười mốt", "mười một"),
        ("Có mười năm cơ sở dự lớp.", "mười năm", "mười lăm"),
        ("Một trăm lẻ lăm lít.", "lẻ lăm", "lẻ năm"),
        ("Giảm ba mười phần trăm.", "ba mười", "ba mươi"),
        ("Lăm mươi lít.", "Lăm mươi", "Năm mươi"),
        ("Một mươi lít.", "Một mươi", "Mười"),
    ],
)
def test_slips(text: str, said: str, right: str) -> None:
    assert [(text[start:end], now) for start, end, now in number_slips(text)] == [(said, right)]


def test_years_and_right_numbers_are_left_alone() -> None:
    for text in (
        "Mười năm qua, hai mươi năm nay, trong mười năm.",
        "Mười năm đồng hành, mười năm ngày nào cũng đo, hơn mười năm công ty chạy máy cũ.",
        "Hai mươi mốt, mười một, mười lăm phần trăm, hai mươi tư, hai mươi bốn, một trăm lẻ năm.",
        "Ca hai mười giờ bắt đầu; cứ năm mười phút lại đo; ba mươi, một nửa số ấy.",
    ):
        assert [*number_slips(text)] == []
