"""Letters that a region says alike are told apart where a compound says which is meant."""

import pytest

from generator.vietnamese.confused_words import confused_words
from generator.vietnamese.like_sounds import like_sounds


@pytest.mark.parametrize(
    ("syllable", "others"),
    [
        ("mặc", {"mặt"}),
        ("đặc", {"đặt"}),
        ("ích", {"ít"}),
        ("quan", {"quang"}),
        ("tiết", {"tiếc"}),
        ("tiến", {"tiếng"}),
        ("chính", {"trính", "chín"}),
        ("dành", {"giành", "rành", "dàn"}),
        ("giành", {"dành", "rành", "giàn"}),
        ("dịch", {"gịch", "rịch", "dịt"}),
        ("gì", {"dì", "rì"}),
        ("xuất", {"suất", "xuấc"}),
        ("nước", {"lước", "nướt"}),
        ("ăn", {"ăng"}),
        ("năng", {"lăng", "năn"}),
        ("nhằm", set()),
        ("ở", set()),
    ],
)
def test_what_sounds_alike(syllable: str, others: set[str]) -> None:
    assert set(like_sounds(syllable)) == others


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Mặt dù xưởng nhỏ, chủ xưởng rất đặt biệt quan tâm.", ["Mặc dù", "đặc biệt"]),
        ("MẶT DÙ BẬN, ĐẶT BIỆT GIỮ NƯỚC", ["MẶC DÙ", "ĐẶC BIỆT"]),
        ("Ghi sổ là bắc buộc và được kiểm tra chặc chẽ.", ["bắt buộc", "chặt chẽ"]),
        ("Cơ quang quản lý lo lợi ít của dân.", ["Cơ quan", "lợi ích"]),
        ("Chân trọng kính mời; xin trân thành cảm ơn.", ["Trân trọng", "chân thành"]),
        ("Trương trình chuyền đạt ý.", ["Chương trình", "truyền đạt"]),
        ("Thợ xắp xếp kho, bắc đầu ca.", ["sắp xếp", "bắt đầu"]),
        ("Trang thiếc bị và cải tiếng máy.", ["thiết bị", "cải tiến"]),
        ("Xưởng thựt hiện các bướt đầu.", ["thực hiện", "bước"]),
        ("Lăng suất nao động của lông nghiệp.", ["Năng suất", "lao động", "nông nghiệp"]),
        ("Giải pháp nhầm giảm chi phí, vức rác đúng chỗ.", ["nhằm giảm", "vứt rác"]),
        ("Chỉ định ký tự cho ký hiệu quá dài.", []),
        ("Bên công tắc đèn, đội thợ hàng đầu.", []),
        ("Nước trở nên trong, từ mười lít trở lên; nhầm lẫn.", []),
        ("Bớt khoản 30% điện, khoản một phần tư nước.", ["khoảng", "khoảng"]),
        ("Theo khoảng 2 Điều 5.", ["khoản"]),
        ("Thải 50 m³/ngày.đêm hay 50 m³/ngđ.", ["ngày đêm", "ngày đêm"]),
        ("Theo khoản 2 Điều 5, khoản 200 triệu đồng ấy còn khoảng 30 ngày.", []),
        ("Khuôn mặt dù mệt vẫn vui; phía Bắc đầu năm lạnh.", []),
        ("Xưởng đặt sản phẩm ở bảng vẽ, phòng trống, vốn nhiều mà lợi ít hơn.", []),
        ("Chia sẻ giúp nhau; hoàng thành, đường rây, công suất phát, dải nhiệt độ.", []),
        ("Rác rưởi thừa thãi, nhan nhản; thông tín viên chia ngọt sẻ bùi.", []),
    ],
)
def test_what_is_meant(text: str, right: list[str]) -> None:
    assert [each.text for each in confused_words(text)] == right
