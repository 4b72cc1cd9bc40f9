"""What programs show where a value is missing is told wherever it stands, and by what shows it."""

import pytest

from generator.text.placeholders import placeholders
from generator.text.prose import prose


def told(text: str) -> list[tuple[str, str]]:
    found = placeholders(text, prose(text), is_value=False, is_heard=False)
    return [(text[each.start : each.end], each.maker) for each in found if each.sure]


@pytest.mark.parametrize(
    ("text", "said", "maker"),
    [
        ("Nêu ở Error: Reference source not found", "Error: Reference source not found", "word"),
        ("Nêu ở Reference source not found", "Reference source not found", "word"),
        ("Nêu ở Error: Bookmark not defined.", "Error: Bookmark not defined", "word"),
        ("Lỗi: không tìm thấy nguồn tham chiếu", "Lỗi: không tìm thấy nguồn tham chiếu", "word"),
        ("Bấm hoặc gõ nhẹ vào đây để nhập văn bản",) * 2 + ("prompt",),
        ("Click or tap to enter a date",) * 2 + ("prompt",),
        ("Nhấp để thêm tiêu đề", "Nhấp để thêm tiêu đề", "prompt"),
        ("Chọn một mục.", "Chọn một mục", "prompt"),
        ("Tiền điện là Err:502 đồng.", "Err:502", "sheet"),
        ("Tiền điện là Lỗi:502 đồng.", "Lỗi:502", "sheet"),
        ("Tiền điện là #ERROR! đồng.", "#ERROR!", "sheet"),
        ("Tiền điện là #CALC! đồng.", "#CALC!", "sheet"),
        ("Tiền điện là #VALUE đồng.", "#VALUE", "sheet"),
        ("Tiền điện là #Name? đồng.", "#Name?", "sheet"),
        ("Tiền điện là Loading… đồng.", "Loading…", "sheet"),
        ("Đã lắp van: TRUE.", "TRUE", "sheet"),
        ("Gửi «Ten_co_so», ở xã.", "«Ten_co_so»", "field"),
        ("Gửi <<Ten_co_so>>, ở xã.", "<<Ten_co_so>>", "field"),
        ("Gửi {MERGEFIELD Ten_co_so}, ở xã.", "{MERGEFIELD Ten_co_so}", "field"),
        ("In ngày { DATE } ở xưởng.", "{ DATE }", "field"),
        ("Bớt mỗi ngày là NaN m³.", "NaN", ""),
        ("Người phụ trách là undefined, ở tổ nhuộm.", "undefined", ""),
        ("Người phụ trách là (null), ở tổ nhuộm.", "null", ""),
        ("Bớt null kg vải.", "null", ""),
        ("Tổ None khóa van.", "None", ""),
        ("Mở cửa ngày Invalid Date ở xưởng.", "Invalid Date", ""),
        ("Bớt được nan kWh.", "nan ", ""),
        ("Bớt được inf đồng.", "inf ", ""),
        ("Bớt được Infinity%.", "Infinity", ""),
        ("Bớt được N/A m³.", "N/A ", ""),
        ("Bớt %d m³ mỗi tháng.", "%d", ""),
        ("Bớt {0} m³ mỗi tháng.", "{0}", ""),
    ],
)
def test_what_a_program_shows_for_a_value(text: str, said: str, maker: str) -> None:
    assert told(text) == [(said, maker)]


@pytest.mark.parametrize(
    "text",
    [
        "Lỗi: chưa khóa van.",
        "Chọn một mục trong danh sách, bấm nút để thêm nước, nhấn phím để nhập số.",
        "Lỗi: không tìm thấy van.",
        "Mỗi giỏ dùng mười nan tre; lúc gian nan triệu người cùng làm.",
        "Bài hát “None of us” của nhóm None of Us.",
        "Hãng gọi đó là an undefined value trong bảng.",
        "Màu #FFAA00, thẻ #ErrorFree và #Name của hãng.",
        "Bớt 30 %, rồi 5 %d.",
        "Hồ bơi Infinity mở lúc sáng.",
        "Đúng hay sai, true hay false, máy đều ghi.",
        "Xưởng giảm (cho vôi trước, thêm nước sau).",
        "Xưởng có ảnh (gửi báo tuần sau).",
    ],
)
def test_what_people_write(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "bracket",
    [
        *("(bổ sung số liệu sau)", "(số liệu cập nhật sau)", "(số liệu cụ thể bổ sung sau)"),
        *("(ảnh gửi sau)", "(tính sau)", "(sẽ cập nhật nội dung sau)", "(thêm ví dụ)"),
    ],
)
def test_what_is_to_be_added_later(bracket: str) -> None:
    assert told(f"Xưởng bớt nước {bracket}.") == [(bracket, "")]
