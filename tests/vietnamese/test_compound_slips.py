"""Hỏi and ngã are told apart where both syllables are words."""

import pytest

from generator.vietnamese.confused_words import confused_words


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Họ cũng cố nhà xưởng.", ["củng cố"]),
        ("QUÃNG CÁO và Kỹ niệm", ["QUẢNG CÁO", "Kỷ niệm"]),
        ("Giữ kỹ luật.", ["kỷ luật"]),
        ("Xưởng đả làm, sẻ mở, rữa máy.", ["đã làm", "sẽ mở", "rửa máy"]),
        ("Họ cũng cố gắng, đọc kỹ luật trước.", []),
        ("Chia sẻ, ẩu đả, vẩn đục, củng cố, sặc sỡ, kể lể, thối rữa.", []),
        (
            "Bào vệ, sàn xuất sạch, cơ sờ cùa xưởng.",
            ["Bảo vệ", "sản xuất sạch", "cơ sở", "của xưởng"],
        ),
        ("Sờ Công Thương tại tình Đồng Nai", ["Sở Công Thương", "tại tỉnh Đồng Nai"]),
        ("Bất kỳ luật nào, xe đầy hàng, cùng cố gắng, tiếng ồn định kỳ.", []),
        ("Ông Nguyễn Văn Củng nói.", []),
    ],
)
def test_what_is_meant(text: str, right: list[str]) -> None:
    assert [each.text for each in confused_words(text)] == right
