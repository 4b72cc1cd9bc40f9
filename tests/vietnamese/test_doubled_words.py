"""A syllable that stands twice is a slip, unless two words meet there or it is said so."""

import pytest

from generator.vietnamese.doubled_words import doubled_words


@pytest.mark.parametrize(
    ("text", "wrong", "once"),
    [
        ("Sở Công Thương Thương mở lớp.", "Thương Thương", "Thương"),
        ("Ở tỉnh Đồng Nai Nai có xưởng.", "Nai Nai", "Nai"),
        ("Ủy ban nhân dân dân tỉnh.", "dân dân", "dân"),
        ("Bớt được nước nước thải.", "nước nước", "nước"),
        ("Tiết kiệm nước nước thải.", "nước nước", "nước"),
        ("Lập kế hoạch hoạch năm.", "hoạch hoạch", "hoạch"),
        ("Một đơn vị sản xuất xuất điện.", "xuất xuất", "xuất"),
        ("**Việc** việc ghi sổ.", "**Việc** việc", "**Việc**"),
        ("Máy **máy bơm** chạy.", "Máy **máy", "**Máy"),
        ("Máy **máy** bơm.", "Máy **máy**", "**Máy**"),
        ("*Tiết kiệm kiệm* nước.", "kiệm kiệm*", "kiệm*"),
        ("(nước nước thải)", "nước nước", "nước"),
        ("Của của của xưởng.", "Của của của", "Của"),
        ("**Khóa vòi** khóa vòi.", "**Khóa vòi** khóa vòi.", "**Khóa vòi**."),
    ],
)
def test_twice(text: str, wrong: str, once: str) -> None:
    found = [(text[each.start : each.end].lstrip("("), each.text) for each in doubled_words(text)]
    assert [(was, str(now).lstrip("(")) for was, now in found] == [(wrong, once)]


@pytest.mark.parametrize(
    "text",
    [
        "Hành vi vi phạm; trường hợp hợp đồng; trở thành thành viên; phân công công việc.",
        "Kiểm định định kỳ, hệ thống thống nhất, học sinh sinh viên, bằng chứng chứng minh.",
        "Sản xuất xuất khẩu, kế hoạch hoạch định, người nhặt được được hưởng.",
        "Đường hàng không không thường lệ. Nhà nước nước ngoài. Nghệ nhân nhân dân.",
        "Ngày ngày, người người, nhà nhà, dần dần, xanh xanh, **ngày** ngày, bay là là.",
        "Trưởng ban Ban chỉ huy; Khoa Khoa học; Luật Luật sư; tỉnh Quảng Bình Bình Định.",
        "Máy máy móc móc, đo đo đếm đếm, có nước (nước thải), tắt máy. Máy nguội.",
        "Vật liệu, vật tư; nước, vùng nước, vùng nước cảng; đất, thuê đất, thuê lại đất.",
        "Kết quả của mức bình quân tiền lương tháng. Mức bình quân tiền lương tháng tính như sau.",
    ],
)
def test_once(text: str) -> None:
    assert [text[each.start : each.end] for each in doubled_words(text)] == []
