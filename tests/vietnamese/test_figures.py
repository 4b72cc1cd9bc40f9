import pytest

from generator.vietnamese.figures import figures, spoken_figures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Có 05 lớp, mỗi lớp khoảng 50 người.", ["5", "50"]),
        ("giảm 5–8% vào năm 2025", ["5%", "8%"]),
        ("từ 8 đến 13 %", ["8%", "13%"]),
        ("958.079.880 đồng, 12,5 m³, 1.234,5 tỷ", ["958079880", "12.5", "1234.5"]),
        ("ngày 17/3/2021, Quý II/2021, giai đoạn 2016–2020, 6h30, tháng 6", []),
        ("Thứ Bảy, 12 tháng 5 năm 2021, rồi 12 tháng 5 xưởng", ["12"]),
        ("Quyết định 889/QĐ-TTg, Điều 27, bước 2, nhiệm vụ 4–7, mục II.1.b, giấy A4", []),
        ("Giai đoạn 2016–2020, 25 cơ sở, rồi giai đoạn 2021, 30 cơ sở", ["25", "30"]),
        ("KCN Thử 2 có 3 nơi", ["3"]),
        ("Khu công nghiệp Biên Hòa 2 có 3 nơi; KCN Nhơn Trạch 3, KCN Lộc An 1.", ["3"]),
        ("Đồng Nai 12, Biên Hòa 2,5 triệu, bụi PM2.5, PM10, công nghiệp 4.0.", ["12", "2.5"]),
        ("1. Quản lý nội vi\n## 2. Kiểm soát\n**3. Kho.** Có 4", ["4"]),
        ("(số 17), tờ số 5, con số 80, số 1.500", ["80", "1500"]),
        ("tổng số 25 lớp, trong số 150 nơi", ["25", "150"]),
        ("không có số", []),
        ("ngày 10/3, thứ 2–6, từ ngày 15-20/3 có 5 lớp", ["5"]),
        ("Mã số thuế 3600123456-001, nhắn tin tới 8088, gửi đến 500 hộ, mục #3", ["500"]),
        ("số 0207-3822418, khai mạc 8 giờ ở tầng 3, 9 giờ ngày 5/12, gian 12 m²", ["12"]),
        ("mở cửa 8 giờ mỗi ngày, nhà 2 tầng 3 phòng, làm 8 giờ", ["8", "2", "3", "8"]),
        ("| 5/12/2026 | 8 giờ | Khai mạc |\n|  | 14 giờ | Thi |\n| Ngâm | 9 giờ | Khuấy |", ["9"]),
        ("xe biển số 60C-123.45, 60A1 12345, đêm 30 Tết, tổ 10/3", []),
    ],
)
def test_figures(text: str, expected: list[str]) -> None:
    found = list(figures(text, ("KCN Thử 2",)))
    assert [figure.value for figure in found] == expected
    assert all(text[each.start : each.end][0].isdigit() for each in found)


@pytest.mark.parametrize("letters", range(12, 40))
def test_the_number_of_an_item_is_no_figure_wherever_the_one_before_stands(letters: int) -> None:
    assert list(figures(f"1. {'a' * letters}\n2. Tắt đèn\n")) == []


def test_figures_in_english() -> None:
    text = "2,000 copies, 1.5 m, 24 June 2020"
    assert [figure.value for figure in figures(text, english=True)] == ["2000", "1.5"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Giảm từ năm đến tám phần trăm, hai mươi lăm lớp, một người.", ["5%", "8%", "25"]),
        ("năm lớp và mười lớp", ["5", "10"]),
        ("Mỗi năm người ta mở lớp; hai nghìn người", ["2000"]),
        ("chương trình của chúng tôi", []),
        ("để mười tám độ, sáu mươi lít, hai đồng hồ", ["18", "60"]),
    ],
)
def test_spoken_figures(text: str, expected: list[str]) -> None:
    found = list(spoken_figures(text))
    assert [figure.value for figure in found] == expected
