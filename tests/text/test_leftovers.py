"""What is left around a text is found; what only looks like it is left alone."""

import pytest

from generator.model.tracking import trackers, without_trackers
from generator.text.leftovers import leftovers, names_nobody

MEANT = """\
Dưới đây là sáu bước.
Dưới đây là bản tóm tắt của kế hoạch.
Hy vọng cách làm này giúp ích cho các xưởng dệt trong tỉnh.
Chắc chắn rồi, ai cũng muốn bớt tiền nước.
Được: đây là cách làm của tổ điện.
Nếu bạn cần thêm nước, mở van thứ hai.
Xin trân trọng kính chào quý vị.
Trân trọng từng giọt nước.
Nguồn: Báo Đồng Nai.
Nguồn: Internet of Things, số 3.
Ảnh: Nguyễn Văn Nước.
Trang 2 của sổ ghi năm dòng.
Máy trợ lý ảo không thay được thợ.
Từ: nước, điện, hơi.
- 3 tấn
Xem [trang](https://example.org/?id=3&page=2).
Dưới đây là nội dung chính của kế hoạch:
Biên Hòa – Một xưởng dệt đã thay van.
(Tổ điện) - Ghi số mỗi ca.
Thời gian: 08:30, 12/05/2021.
Thứ tư, 12/05/2021
Lưu lại số đo mỗi ca.
In ra giấy, dán ở cửa xưởng.
Tôi có thể chỉnh nhiệt độ lò ngay tại bảng.
Nếu cần, tôi sẽ khóa van.
Lưu ý: cần thay lõi lọc cũ bằng lõi mới.
Ban biên tập của báo tường có ba người.
Địa chỉ: phường Trảng Dài.
Với bể thứ hai, thực hiện như trên.
Xin trân trọng cảm ơn ông!
- Thực hiện phân loại rác tại nguồn;
- Căn cứ lập kế hoạch;
Kính gửi lời chúc tới cả tổ.
Nghị định có hiệu lực kể từ ngày ký.
Xem thêm ở sổ tay.
Cần kiểm tra van mỗi ca.
Các xưởng đọc số đo rồi ghi vào sổ.
Lớp mở lúc 08:30, giải lao 10:00.
Cả nhà cùng tắt đèn.
Không sao, thợ nói.
""".splitlines()


@pytest.mark.parametrize("text", MEANT)
def test_what_is_meant_is_left_alone(text: str) -> None:
    assert [*leftovers(text, text, "")] == []
    assert trackers(text) == ()


def test_an_announced_list_is_no_announced_text() -> None:
    said = "Dưới đây là nội dung chính của kế hoạch:"
    found = [[*leftovers(text, text, "")] for text in (f"{said}\n\n- Nước.", f"{said}\n\nNước.")]
    assert [[each.kind for each in every] for every in found] == [[], ["chat"]]


def test_other_stories_are_left_with_their_list() -> None:
    text = "Nước.\n\nTin liên quan:\n\n- Điện\n- Hơi\n\nKhí nén."
    assert [text[each.start : each.end] for each in leftovers(text, text, "")] == [
        "Tin liên quan:\n\n- Điện\n- Hơi"
    ]


def test_of_a_mail_the_surest_sign_is_told() -> None:
    text = "Nước.\n\nTrân trọng,\n\nSent from my iPhone"
    assert [(each.kind, text[each.start : each.end]) for each in leftovers(text, text, "")] == [
        ("mail", "Sent from my iPhone")
    ]


def test_a_subtitle_leaves_its_number_and_its_time_also_in_a_script() -> None:
    text = "**Lời bình:** 12\n00:00:31,200 --> 00:00:34,900\nNước về bể."
    found = leftovers(text, text, "", is_heard=True)
    assert [(each.kind, text[each.start : each.end]) for each in found] == [
        ("web", "12"),
        ("web", "00:00:31,200 --> 00:00:34,900"),
    ]


def test_titles_may_have_dots_and_numbers() -> None:
    titles = ["Nước, điện, hơi", "Bài 2", "Khóa van 2.0", "Bản cuối của sổ", "Phiên bản 2"]
    assert [t for t in titles if [*leftovers(t, t, "title")]] == []


def test_an_address_keeps_what_is_no_counter() -> None:
    cases = {
        "https://a.vn/?id=3&utm_source=x#y": "https://a.vn/?id=3#y",
        "https://a.vn/?fbclid=x&page=2": "https://a.vn/?page=2",
        "https://a.vn/utm_source": "https://a.vn/utm_source",
        "https://lm.facebook.com/l.php?u=https%3A%2F%2Fa.vn%2F%3Fid%3D3&h=x": "https://a.vn/?id=3",
    }
    assert {word: without_trackers(word) for word in cases} == cases


def test_the_internet_is_nobody() -> None:
    values = [
        "Internet",
        "sưu tầm",
        "Sưu tầm trên mạng",
        "Nguồn: Google",
        "Báo Lao động",
        "Mạng lưới",
    ]
    assert [value for value in values if names_nobody(value)] == values[:4]


def test_running_heads_have_the_same_words_and_pages_of_their_own() -> None:
    text = "Sổ tay xưởng | 12\n\nNước.\n\nSổ tay xưởng | 13\n\nĐiện."
    found = [text[each.start : each.end] for each in leftovers(text, text, "")]
    assert found == ["Sổ tay xưởng | 12", "Sổ tay xưởng | 13"]
    counted = "Phân xưởng dệt 1\n\nNước.\n\nPhân xưởng dệt 2\n\nĐiện."
    assert [*leftovers(counted, counted, "")] == []
