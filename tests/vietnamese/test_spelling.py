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
        "ƯU ĐÃI, Ủy ban, ỉu xìu, ướt, yên, yếu, ý, ở, ừ",
    ],
)
def test_a_syllable_a_loan_word_or_a_name(text: str) -> None:
    assert list(misspellings(text)) == []


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
