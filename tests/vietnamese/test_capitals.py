"""Capitals change no unit: MW is a thousand million times mW."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.vietnamese.capitals import SYMBOLS, capitals, sentence_case, words_in_capitals


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("5 mW, pH 7, 3 mg", "5 mW, pH 7, 3 mg"),
        ("giữ pH trung tính", "GIỮ pH TRUNG TÍNH"),
        ("50 µg chì trong 1 l nước", "50 µg CHÌ TRONG 1 l NƯỚC"),
        ("mỗi m³ nước, mỗi dm³ hơi", "MỖI m³ NƯỚC, MỖI dm³ HƠI"),
        ("mỗi m3 nước là 5 nghìn", "MỖI m3 NƯỚC LÀ 5 NGHÌN"),
        ("12,5kWh một giờ", "12,5kWh MỘT GIỜ"),
        ("từ 3–5 mg/l, 20 km/h, 100 kW·h", "TỪ 3–5 mg/l, 20 km/h, 100 kW·h"),
        ("5 kg/người mỗi kg rác", "5 kg/NGƯỜI MỖI kg RÁC"),
        ("bớt 3 m³/h, 3 m3/h, 3 m²/h", "BỚT 3 m³/h, 3 m3/h, 3 m²/h"),
        ("mỗi m³/h, 20 lít/h, 5 tấn/ha", "MỖI m³/h, 20 LÍT/h, 5 TẤN/ha"),
        ("5 kg/(m²·h), và/hoặc", "5 kg/(m²·h), VÀ/HOẶC"),
        ("25 °C, 50 Hz, 5 Pa", "25 °C, 50 Hz, 5 Pa"),
        ("10 ha lúa, ha ha cười", "10 ha LÚA, HA HA CƯỜI"),
        ("2 m nữa", "2 m NỮA"),
        ("3\u00a0t|thép", "3\u00a0t|THÉP"),
        ("50.000đ hay 50.000 đồng", "50.000đ HAY 50.000 ĐỒNG"),
        ("mạng 8 Mbps, 5 Gbit, 5 Gbit/s", "MẠNG 8 Mbps, 5 Gbit, 5 Gbit/s"),
        ("CO₂, CO2e, NaCl, GWh", "CO₂, CO2e, NaCl, GWh"),
        ("đo ở tổ 3 ca 2", "ĐO Ở TỔ 3 CA 2"),
        ("Vào sothu.vn/voi-nuoc", "VÀO sothu.vn/voi-nuoc"),
        ("Xem www.sothu.vn/VoiNuoc?a=1|nhé", "XEM www.sothu.vn/VoiNuoc?a=1|NHÉ"),
        ("thư: tietKiem@sothu.vn, sothu.vn", "THƯ: tietKiem@sothu.vn, SOTHU.VN"),
        ("Hà Nội, sở TN&MT", "HÀ NỘI, SỞ TN&MT"),
    ],
)
def test_symbols_keep_their_case(text: str, shown: str) -> None:
    assert capitals(text) == shown


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("HỘI CHỢ CỦA HỢP TÁC XÃ TỈNH TUYÊN QUANG", "Hội chợ của hợp tác xã tỉnh Tuyên Quang"),
        ("CHỢ PHIÊN ĐỒNG NAI, SƠN LA", "Chợ phiên Đồng Nai, Sơn La"),
        ("TRẠM Y TẾ XÃ TÂN TRÀO MỞ CỬA", "Trạm y tế xã Tân Trào mở cửa"),
        ("XÃ HỘI VÀ CÁC XÃ TRONG TỈNH TA", "Xã hội và các xã trong tỉnh ta"),
        ("THÀNH PHỐ HUẾ MỞ HỘI", "Thành phố Huế mở hội"),
    ],
)
def test_places_keep_their_capitals_in_a_sentence(text: str, typed: str) -> None:
    assert sentence_case(text) == typed


SYLLABLES = ("nước", "Đồng", "ừ", "ghi", "yên", "m", "khoẻ", "quý", "ở", "ặ", "l")
words = st.lists(st.sampled_from(SYLLABLES), max_size=8).map(" | ".join)


@given(words)
def test_words_alone_are_in_capitals(text: str) -> None:
    assert capitals(text) == text.upper() == capitals(text.upper())


@given(st.integers(0, 10_000), st.sampled_from(sorted(SYMBOLS)), words)
def test_a_symbol_after_a_figure_is_never_changed(number: int, symbol: str, rest: str) -> None:
    assert capitals(f"bớt {number} {symbol} {rest}").startswith(f"BỚT {number} {symbol} ")
    assert capitals(f"bớt {number}{symbol} {rest}").startswith(f"BỚT {number}{symbol} ")


def test_the_letters_of_a_key_are_no_words() -> None:
    assert words_in_capitals("ĐA: 1A, 2C") == ["ĐA"]
    assert words_in_capitals("Y TẾ") == ["Y", "TẾ"]
