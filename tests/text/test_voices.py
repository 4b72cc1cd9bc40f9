"""Words for listeners, viewers, readers, clicks and halls stand only where such people are."""

import pytest

from generator.media import media
from generator.text.voices import HERE, voices


def said(medium: str, text: str) -> list[tuple[str, str]]:
    return [(name, text[start:end]) for name, start, end in voices(text, media()[medium].reach)]


@pytest.mark.parametrize(
    ("text", "name", "mediums"),
    [
        ("Thưa quý vị thính giả!", "listeners", "tv newspaper article leaflet slides"),
        ("Xin chào bạn nghe đài.", "listeners", "tv newspaper"),
        ("Xin chào quý vị khán giả.", "viewers", "radio newspaper article panel"),
        ("Mời quý vị xem phóng sự.", "viewers", "radio newspaper"),
        ("Như quý vị đang thấy trên màn hình.", "viewers", "radio article"),
        ("Cảm ơn quý vị đã lắng nghe.", "aloud", "newspaper article poster"),
        ("Quý vị và các bạn vừa nghe câu chuyện.", "aloud", "newspaper"),
        ("Chương trình hôm nay đến đây là hết.", "aloud", "newspaper"),
        ("**PTV 1:** Vòi nước hở.", "aloud", "newspaper article leaflet"),
        ("(Nhạc nền nhỏ dần)", "aloud", "newspaper"),
        ("Hẹn gặp lại, cũng vào cùng khung giờ này.", "aloud", "newspaper"),
        ("Số điện thoại đang hiện trên màn hình.", "shown", "radio"),
        ("Quét mã QR dưới đây.", "shown", "radio"),
        ("Trong bài viết này có cách đo.", "readers", "radio tv"),
        ("Mời bạn đọc thử.", "readers", "radio tv"),
        ("Ở trang sau là sáu việc.", "readers", "radio tv"),
        ("Bạn đọc quan tâm có thể gọi.", "readers", "radio tv"),
        ("Bấm vào nút bên dưới.", "clicks", "radio tv newspaper leaflet slides"),
        ("Kéo xuống cuối trang.", "clicks", "radio newspaper"),
        ("Xem video dưới đây.", "films", "radio newspaper leaflet"),
        ("Kính thưa các đồng chí đại biểu!", "hall", "radio tv newspaper article"),
        ("Trong buổi học hôm nay, chúng ta đo nước.", "hall", "radio newspaper"),
        ("Xin chuyển sang slide tiếp theo.", "hall", "radio newspaper"),
        ("Xin chúc hội nghị thành công tốt đẹp.", "hall", "radio newspaper article"),
    ],
)
def test_what_is_said_to_others(text: str, name: str, mediums: str) -> None:
    told = {medium: [each for each, _ in said(medium, text)] for medium in mediums.split()}
    assert told == {medium: [name] for medium in mediums.split()}


@pytest.mark.parametrize(
    ("medium", "text"),
    [
        ("radio", "Thưa quý vị thính giả, quý vị vừa nghe đài. Cảm ơn quý vị đã lắng nghe."),
        ("radio", "Quý vị xem kỹ hóa đơn. Nhấn nút đỏ khi máy có sự cố."),
        ("radio", "Nhìn số trên màn hình máy tính. Quét mã QR treo ở cổng."),
        ("tv", "Kính chào quý vị khán giả. Số điện thoại ở góc màn hình, mời quét mã QR bên dưới."),
        ("newspaper", "Trong bài viết này, mời bạn đọc thử đo. Thính giả của đài gọi về nhiều."),
        ("newspaper", "Bà nói: “Kính thưa quý vị đại biểu, xưởng đã khóa vòi.”"),
        ("newspaper", "Ông chúc hội nghị thành công tốt đẹp, cảm ơn công nhân đã lắng nghe."),
        ("newspaper", "**PV:** Ông khóa vòi khi nào?"),
        (
            "newspaper",
            "Toàn cảnh xưởng. Nhạc nền của siêu thị nhỏ hơn; người dẫn chương trình: vui.",
        ),
        ("newspaper", "Nhấn nút đăng ký trên cổng dịch vụ công. Bấm chuông cửa rồi chờ."),
        ("article", "Bấm vào nút bên dưới, rồi xem video dưới đây."),
        ("slides", "Kính thưa quý vị đại biểu, xin chuyển sang slide tiếp theo."),
    ],
)
def test_what_is_said_to_those_who_are_there(medium: str, text: str) -> None:
    assert said(medium, text) == []


def test_a_link_that_says_only_that_it_is_one() -> None:
    text = "Ghi [tại đây](https://a.vn/b), [xem thêm](c.md), [đo](d.md), ![đây](e.png), [ở đây][1]."
    assert [(found["said"], found["address"]) for found in HERE.finditer(text)] == [
        ("tại đây", "https://a.vn/b"),
        ("xem thêm", "c.md"),
        ("ở đây", None),
    ]
