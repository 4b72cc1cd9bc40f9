import pytest

from generator.vietnamese.syllables import is_syllable

POEM = """
Trăm năm trong cõi người ta chữ tài chữ mệnh khéo là ghét nhau trải qua một cuộc bể dâu những điều
trông thấy mà đau đớn lòng lạ gì bỉ sắc tư phong trời xanh quen thói má hồng đánh ghen
"""
INDUSTRY = """
sản xuất sạch hơn tiết kiệm năng lượng nguyên nhiên vật liệu bảo vệ môi trường khu công nghiệp doanh
nghiệp quản lý nội vi tuần hoàn tái chế chất thải rắn nước khí phát triển bền vững hiệu suất sinh
thái giảm thiểu rủi ro cho con người tuyên truyền phổ biến kế hoạch chương trình phát thanh truyền
hình băng rôn áp phích chuyên san tập huấn khuyến khích quý huyện Nguyễn Huỳnh Quỳnh Thuở khuya
giếng giữ gìn quyết quyển quốc quanh quýt khuỷu ngoằn ngoèo boong xoong Đắk Lắk ưu hươu rượu yêu
yến ý ở à ạ ĐỒNG NAI Biên Hòa hoà thủy thuỷ
"""


@pytest.mark.parametrize("word", (POEM + INDUSTRY).split())
def test_vietnamese_words_are_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize(
    "word",
    ["", "b", "ng", "việc làm", "năng-lượng", "Citroën", "château", "café", "où", "naïve", "Müller",
     "s¹ch", "h¬n", "saïch", "xuaát", "Sáº£n", "viêt", "cỏt", "bảc", "kẹ̀", "fà", "wô", "12", "đ",
     "â", "ă", "hơnơ"],
)  # fmt: skip
def test_other_strings_are_not(word: str) -> None:
    assert not is_syllable(word)
