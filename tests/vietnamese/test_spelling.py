"""Words that are no syllable of Vietnamese, and what is none of our business."""

from pathlib import Path

import pytest

from generator.text.prose import prose
from generator.vietnamese.spelling import misspellings

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("text", "sample", "meant"),
    [
        ("bớt nuớc", "nuớc", "nước"),
        ("xưởng Iàm vải", "Iàm", "làm"),
        ("Ià nhà máy", "Ià", "là"),
        ("tổ ɗệt", "ɗệt", None),
        ("ȃn cơm", "ȃn", None),
        ("thợ ħàn", "ħàn", None),
        ("dùng đ1ện", "đ1ện", "điện"),
        ("h0ạt động", "h0ạt", "hoạt"),
        ("kh0ng dùng", "kh0ng", None),
        ("bớt nưoc", "nưoc", None),
        ("bớt nưóc", "nưóc", "nước"),
        ("bớt nứơc", "nứơc", "nước"),
        ("Nuớc chảy", "Nuớc", "Nước"),
        ("TIẾTKIỆM", "TIẾTKIỆM", "TIẾT KIỆM"),
        ("tiêt kiệm", "tiêt", None),
        ("tiêt\u0301 kiệm", "tiêt\u0301", "tiết"),
        ("tiế t kiệm", "tiế t", "tiết"),
        ("sảnxuất sạch", "sảnxuất", "sản xuất"),
        ("kiém tra", "kiém", "kiếm"),
        ("ngưòi thợ", "ngưòi", "người"),
        ("Nghành mạ", "Nghành", "Ngành"),
        ("NGHÀNH MẠ", "NGHÀNH", "NGÀNH"),
        ("ngiên cứu", "ngiên", "nghiên"),
        ("nge đài", "nge", "nghe"),
        ("Hết. Gé qua", "Gé", "Ghé"),
        ("cêu gọi", "cêu", "kêu"),
        ("kác xưởng", "kác", "các"),
        ("chung qanh", "qanh", "quanh"),
        ("ngĩ", "ngĩ", "nghĩ"),
        ("con ghà", "ghà", "gà"),
        ("quả kà", "kà", "cà"),
        ("Kà phê", "Kà", "Cà"),
        ("nướcc", "nướcc", "nước"),
        ("nuớcc", "nuớcc", "nước"),
        ("Thùngg", "Thùngg", "Thùng"),
        ("thùngng", "thùngng", "thùng"),
        ("nnước", "nnước", "nước"),
        ("Tiếng\u0300 nói", "Tiếng\u0300", "Tiếng"),
        ("Nam\u0300", "Nam\u0300", "Nàm"),
        ("nƯỚC", "nƯỚC", "Nước"),
        ("đIỆN", "đIỆN", "Điện"),
        ("NưỚc", "NưỚc", "Nước"),
        ("kết quảr", "quảr", "quả"),
        ("hướng dẫnx", "dẫnx", "dẫn"),
        ("nướcs thải", "nướcs", "nước"),
        ("Sởr Công Thương", "Sởr", "Sở"),
        ("trang ưebsite", "ưebsite", "website"),
        ("WINĐOW", "WINĐOW", "WINDOW"),
        ("mở Facebôk", "Facebôk", "Facebook"),
        ("qua Zàlo", "Zàlo", "Zalo"),
        ("dùng ápp", "ápp", "app"),
        ("có vỉus", "vỉus", "virus"),
        ("một cồntainer", "cồntainer", "container"),
        ("mở Gôgle", "Gôgle", "Google"),
        ("tệp Ẽcel", "Ẽcel", "Excel"),
        ("cài sòtware", "sòtware", "software"),
        ("dơnload về", "dơnload", "download"),
        ("hảdware", "hảdware", "hardware"),
        ("ai cũng fải", "fải", None),
    ],
)
def test_no_syllable(text: str, sample: str, meant: str | None) -> None:
    found = list(misspellings(text))
    told = [(text[each.start : each.end], each.text) for each in found]
    assert told == [(sample, meant)]


@pytest.mark.parametrize(
    "text",
    [
        "quýt, khuỷu tay, ngoằn ngoèo, huơ, thuở, giếng, gìn giữ, xoong, khuya, huỵch, quốc",
        "hoà, hòa, thuỷ, thủy, khoẻ, khỏe, tòan, qúa",  # checks/tones.py tells of these
        "mạ crôm, bêtông, ôtô, ni-lông, café, nitơ, H’Mông, Krông Nô, Đắk Lắk, cácbon, phốtpho",
        "xút, lít, xăng, vôn, kẽm, gơ-răng, mê-ga-oát, quắc-két, xê-ri, Ê-đê, Québec, Müller",
        "Kà Tu, ở Kà, xã Kôn Đào, GÉ, ka-li, kali, gen, gì, gìn, giếng, gỉ, ghost, get, quỳnh, quy",
        "kWh, mL, pH, iPhone, TƯ, Ở, Ý, kỹ, ký, kẻ, ghế, nghỉ, ngủ, ngoèo, Cần Giờ, Plông, Krông",
        "Iốt, Iôn, Ia Grai, Ian, In, Ích, Iến; mã h0a, q10b, tr01; Łódź, Erdoğan, Škoda, mūsa",
        "ƯU ĐÃI, Ủy ban, ỉu xìu, ướt, yên, yếu, ý, ở, ừ",
    ],
)
def test_a_syllable_a_loan_word_or_a_name(text: str) -> None:
    assert list(misspellings(text)) == []


NAMES = """
Ê Đê | M'nông | Mnông | Xơ Đăng | Giẻ Triêng | Cơ Tu | Cơ Ho | Tà Ôi | Rơ Măm | Brâu | Chơ Ro |
Xtiêng | S'tiêng | Stiêng | Ơ Đu | Bru – Vân Kiều | Gia Rai | Jrai | Jarai | Ba Na | Bahnar |
Bơhnar | Ra Glai | Raglai | Chu Ru | Churu | Co | Cor | Hrê | Mạ | Mảng | Kháng | Khơ Mú | Khơ Me
| Khmer | La Chí | La Ha | La Hủ | Lô Lô | Lự | Ngái | Pà Thẻn | Phù Lá | Pu Péo | Si La | Cống |
Cờ Lao | Bố Y | Hà Nhì | Xinh Mun | Chứt | Thổ | Sán Dìu | Sán Chay | Hmông | Mông | Dao | Giáy |
Tày | Nùng | Chăm | Hoa | Êđê
Đắk Lắk | Đăk Lăk | Đắc Lắc | Đắk Nông | Đắk Mil | Đắk Song | Đắk Glong | Đắk R'lấp | Krông Nô |
Krông Ana | Krông Bông | Krông Búk | Krông Năng | Krông Pắc | Krông Pắk | Cư M'gar | Ea H'leo | Ea
Kar | Ea Súp | M'Đrắk | Buôn Đôn | Buôn Hồ | Buôn Ma Thuột | Lắk | Pleiku | Plei Ku | Kon Tum |
Kon Plông | Kon Rẫy | Đăk Glei | Đăk Hà | Đăk Tô | Ngọc Hồi | Sa Thầy | Tu Mơ Rông | Ia H'Drai |
Ia Grai | Ia Pa | Chư Păh | Chư Prông | Chư Pưh | Chư Sê | Đak Pơ | Đức Cơ | Kbang | K'Bang | Mang
Yang | Kông Chro | Ayun Pa | Krông Pa | Đam Rông | Đạ Tẻh | Đạ Huoai | Cát Tiên | Đơn Dương | Lạc
Dương | Bù Đăng | Bù Gia Mập | Bù Đốp | Lộc Ninh | Sêrêpôk | Srêpốk | Sê San | Pleikrông | Pô Kô |
Yaly | Xêkông | Mê Kông | Mêkông | Xê Pôn | Sê Pôn | Khe Sanh | A Lưới | Nậm Pồ | Mường Ảng |
Mường Tè | Si Ma Cai | Bát Xát | Mù Cang Chải | Pắc Bó | Ngọk Linh | Ngọc Linh | Chư Yang Sin |
Lang Biang | Tà Đùng | Bản Giốc | Bạch Long Vĩ | Côn Đảo | Sóc Trăng | Trà Vinh | Ô Môn | Hòn Đất
| Bà Đen | Núi Chứa Chan | Mã Đà | Hiếu Liêm | Phú Lý | Tà Lài | Đắc Lua | Định Quán | Nhơn Trạch
| Chơn Thành | Đồng Xoài
Y Wang Êban | H'Hen Niê | Ksor Phước | Rơ Châm | Siu Hương | Kpă Klơng | Nay Der | Rơ Mah | Kơ Sar
| Nơ Trang Lơng | N'Trang Lơng | N'Trang Gưh | K'Mák | Krajan Plin | Điểu Ong | Điểu Kré | Thị
Ngơi | Lâm Tiểu Huỳnh | Y Moan Ênuôl | Y Thịnh | A Sanh | Đinh Núp | Ama Thuột | Ama Jhao | Y
Ngông Niê Kđăm | Niê Thuật | Y Luyện Niê Kđăm | Y Dhăm Ênuôl | Hồ Vai | Kan Lịch | Pi Năng Tắc |
Kră Jăn Ha Nhung | Ha Quyên | Liêng Hot Ha Biên | Bon Krong | Kon Sơ Ha Chú | Cil Múp | Lơ Mu Ha
Poh | Bnướr | Đạ Cháy | Dagout | Touneh
Vácsava | Mátxcơva | Matxcơva | Niu Dilân | Ôxtrâylia | Ốt-xtrây-li-a | Brunây | Mianma | Xinhgapo
| Philíppin | Inđônêxia | Malaixia | Tôkyô | Xơun | Bắc Kinh | Luân Đôn | Pari | Béclin | Rôma |
Mađrít | Lixbon | Ôslô | Xtốckhôm | Henxinki | Đan Mạch | Hunggari | Bungari | Rumani | Ucraina |
Bêlarút | Cadắcxtan | Ápganixtan | Irắc | Iran | Ixraen | Xyri | Ai Cập | Êtiôpia | Kênia |
Nigiêria | Côngô | Ănggôla | Mêhicô | Braxin | Áchentina | Chilê | Pêru | Côlômbia | Vênêxuêla |
Cuba | Haiti | Ôbama | Puskin | Lênin | Các Mác | Ăngghen | Giêsu | Kitô | Đavít | Môsê | Phanxicô
| Gioan | Đôminicô
xăngtimét | kilôgam | lítmút | bêtông | crôm | ôxy | hyđrô | nitơ | clo | phốtpho | lưu huỳnh |
canxi | kẽm | axít | bazơ | prôtêin | gluxít | lipít | vitamin | mêtan | êtan | êtanol | mêtanol |
benzen | ôzôn | rađa | rađiô | rađôn | vắcxin | pênixilin | côngtennơ | cácbon | cacbonát | nhôm |
đôla | ăngten | lôgô | ximăng | xêmina | môđun | ôtô | xíchlô | gara | vécni | sơmi | rốcket |
tăngđem | pôxtơ | mêgaoát | kilôoát | gigaoát | êlíp | parabôn | catốt | anốt | iốt | amôniắc |
clorua | sunphát | nitrát | phốtphát | pôlime | pôliêtylen | pôlixtiren | xenlulô | glixêrin |
enzim | vi rút | virút | bôxít | apatít | graphít | gơnai | bazan | điôxít | mônôxít | đinamô |
ampe | vôn | oát | héc | rơle | tuốcbin | xilanh | pittông | bulông | êcu | rôbốt | môtơ | ắcquy |
cônggô | phôtô | vidéo | café | résumé
"""
"""Peoples, places, persons, countries and borrowed words, as papers write them."""
EACH = sorted({" ".join(name.split()) for name in NAMES.split("|")})


def test_names_of_peoples_places_and_persons_are_left_alone() -> None:
    assert len(EACH) > 300
    texts = [text for name in EACH for text in (name, f"ở {name} có", f"{name.upper()}.")]
    assert [text for text in texts if [*misspellings(text)]] == []


@pytest.mark.parametrize("text", ["\u0301", "f\u0301w", "đ" * 999, "ưzw\u0301\u0300", "ấ" * 20])
def test_marks_and_letters_in_any_number(text: str) -> None:
    assert len([*misspellings(text)]) <= 1


def test_the_real_pieces_have_syllables_only() -> None:
    texts = sorted((ROOT / "content").rglob("*.md"))
    assert len(texts) > 60
    found = [
        (path.name, text[each.start : each.end])
        for path in texts
        for text in [prose(path.read_text("utf-8").partition("\n---\n")[2])]
        for each in misspellings(text)
    ]
    assert found == []
