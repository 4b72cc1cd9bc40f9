import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.vietnamese.legacy import Encoding, Suspicion, convert, suspect

Encoder = Callable[[str], str]

TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
VOWELS = "aăâeêioôơuưy"
SMALL = "đ" + "".join(unicodedata.normalize("NFC", v + t) for v in VOWELS for t in TONES)
LETTERS = "".join(c for c in SMALL if not c.isascii())

TEXTS = [
    "Sản xuất sạch hơn",
    "sản xuất sạch hơn tại đồng nai",
    "Bộ Tài chính",
    "Đồng Nai",
    "Những điều trông thấy mà đau đớn lòng",
    "Tiết kiệm năng lượng, bảo vệ môi trường",
    "Ủy ban nhân dân tỉnh",
    "khuyến khích doanh nghiệp áp dụng",
    "Quyết định số 1419/QĐ-TTg",
    "thị xã; huyện Xuân Lộc (cũ)",
]

CORRECT = [
    "",
    "Sản xuất sạch hơn là gì? Là áp dụng liên tục chiến lược phòng ngừa.",
    "Đồng Nai – KCN Biên Hòa 2, toà nhà, hoá chất, thuỷ lợi, quý IV",
    "ĐỒNG NAI QUYẾT TÂM BẢO VỆ MÔI TRƯỜNG, XÃ HỘI HÀI HÒA",
    "Toyota®, Be Vietnam Pro™, ©2021, © 2021 Sở, §5, § 12",
    "5 µm, 10 µm và 2,5 µg; ±5 %; ½ ngày; 1½ m; ½m; ¼ và ¾; 25 °C; 25°C",
    "m², m³, CO₂, 3 m² × 4 m², 6m×2m, 3m×4m, 0,8m×6m, 100 N·m, 5 kW·h",
    "tỷ lệ m×2, t×3, l×5, m×n, t·h, N·m, kW·h, dài×rộng, lực¹ và ta¹",
    "chú thích¹ và chú thích² rồi thích³",
    "Saigon’s “best”, l’été à Paris, Noël, café, Citroën, château, naïve, rôle, où, coût, forêt",
    "Où est-elle? Là où la mère de Zoë a été élevée, à Besançon, près du Rhône et de la Saône.",
    "Les entreprises peuvent réduire leur coût de production grâce à une énergie propre.",
    "El Niño, señor, mañana, año, más, aún, país, Perú, Bogotá, São Paulo, não, João",
    "Müller, Köln, Düsseldorf, für, schön, über, Übung, Größe, können, Öl, mögen, führt",
    "Så må du få på norsk, Øre, Åse, Malmö, Göteborg, för att, då, när, också, även",
    "«Sản xuất sạch hơn» và «an toàn» – «KCN», «tin», «i», “«cá»…”, ‘á’",
    "Chữ “XÔ, “HÔ”, «Á» – CAFÉ…, ‘BÃ’, “NÃ”… XÃ– xã, NHÃ’, Ã… ã",
    "các chữ cái A, Ă, Â, B, E, Ê, O, Ô, Ơ và Ã, Õ, À, Á, Ý; dấu «Â», “Ă”, Â…",
    "cá… lá” má– (cá»)",
    "u ù ù, à à, ôi ôi, trờiii, ừ ừ, á á",
    "đã, xã…, mã—số, quả·cầu, l·l, dài×rộng",
    "thợ 👩\u200d🔧 ❤️ 🔥 → ← ≥ ≤ ∞",
    "Tiếng Anh: façade, résumé, jalapeño, doppelgänger, smörgåsbord, Ångström, Curaçao",
    "Où ? Mais où ?",
    "xuất\u00adkhẩu thanh\u00adniên",
    "sản xuất\u00a0sạch hơn",
]  # fmt: skip


def to_tcvn3(text: str) -> str:
    """Write as an ABC font does: toned capitals as small letters."""
    small = "¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉËÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\xadøõö÷ùýúûüþ®"
    order = "áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđ"
    table = dict(zip(order, small, strict=True))
    capitals = dict(zip("ĂÂÊÔƠƯĐ", "¡¢£¤¥¦§", strict=True))
    return "".join(capitals.get(c) or table.get(c.lower(), c) for c in text)


def to_vni(text: str) -> str:
    """Write as VNI-Windows does, from the decomposed letter."""
    special = {"í": "í", "ì": "ì", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î", "đ": "ñ"}
    after = {
        "": dict(zip(TONES, ("", "ø", "û", "õ", "ù", "ï"), strict=True)),
        "\u0302": dict(zip(TONES, "âàåãáä", strict=True)),
        "\u0306": dict(zip(TONES, "êèúüéë", strict=True)),
    }

    def letter(char: str) -> str:
        if char.lower() in special:
            return special[char.lower()]
        base, *marks = list(unicodedata.normalize("NFD", char.lower()))
        if "\u031b" in marks:
            base = {"o": "ô", "u": "ö"}[base]
        quality = next((m for m in marks if m in ("\u0302", "\u0306")), "")
        tone = next((m for m in marks if m in TONES), "")
        return base + after[quality][tone]

    return "".join(letter(c).upper() if c.isupper() else letter(c) for c in text)


def to_mojibake(text: str, encoding: str) -> str:
    pieces = (bytes([byte]) for byte in text.encode())
    return "".join(
        piece.decode("latin-1" if piece in b"\x81\x8d\x8f\x90\x9d" else encoding)
        for piece in pieces
    )


ENCODERS = [
    ("TCVN3", to_tcvn3),
    ("VNI", to_vni),
    ("UTF-8", lambda text: to_mojibake(text, "cp1252")),
    ("UTF-8", lambda text: to_mojibake(text, "latin-1")),
]
NAMES = ["TCVN3", "VNI", "cp1252", "latin-1"]


def test_there_are_134_accented_letters() -> None:
    assert len(LETTERS + LETTERS.upper()) == 134


@pytest.mark.parametrize("letter", LETTERS + LETTERS.upper())
@pytest.mark.parametrize(("encoding", "encode"), ENCODERS, ids=NAMES)
def test_every_letter_converts_back(encoding: Encoding, encode: Encoder, letter: str) -> None:
    word = f"T{letter}NG" if letter.isupper() else f"t{letter}ng"
    assert convert(encode(word), encoding) == word


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize(("encoding", "encode"), ENCODERS, ids=NAMES)
def test_old_text_is_found_and_read(encoding: Encoding, encode: Encoder, text: str) -> None:
    found = suspect(encode(text))
    assert found is not None
    assert found.encoding == encoding
    assert found.unicode_text in text


@pytest.mark.parametrize("text", CORRECT)
def test_correct_text_is_left_alone(text: str) -> None:
    assert suspect(text) is None


def test_correct_texts_together_are_left_alone() -> None:
    assert suspect("\n".join(CORRECT)) is None


@given(st.lists(st.sampled_from([word for text in TEXTS for word in text.split()])))
def test_no_words_of_correct_vietnamese_alarm(words: list[str]) -> None:
    assert suspect(" ".join(words)) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ngµy xưa xưởng ghi.", Suspicion("TCVN3", 0, 4, "Ngµy", "Ngày")),
        ("cả nhµ ghi", Suspicion("TCVN3", 3, 3, "nhµ", "nhà")),
        ("ở t×nh ta", Suspicion("TCVN3", 2, 4, "t×nh", "tình")),
        ("vào lµm", Suspicion("TCVN3", 4, 3, "lµm", "làm")),
        ("xin s¹ch", Suspicion("TCVN3", 4, 4, "s¹ch", "sạch")),
        ("§ång Nai", Suspicion("TCVN3", 0, 4, "§ång", "Đồng")),
        ("TR¦êNG häc", Suspicion("TCVN3", 0, 10, "TR¦êNG häc", "TRƯỜNG học")),
        ("Hµ Néi", Suspicion("TCVN3", 0, 6, "Hµ Néi", "Hà Nội")),
        ("tr\xad\xeang", Suspicion("TCVN3", 0, 6, "tr\xad\xeang", "trường")),
        ("Ñoàng Nai", Suspicion("VNI", 0, 5, "Ñoàng", "Đồng")),
        (
            "Tựa đề\nKhu Saûn xuaát\nsaïch",
            Suspicion("VNI", 11, 10, "Saûn xuaát", "Sản xuất"),
        ),
        ("ÑAÛNG BOÄ TÆNH", Suspicion("VNI", 0, 14, "ÑAÛNG BOÄ TÆNH", "ĐẢNG BỘ TỈNH")),
        ("25Â°C", Suspicion("UTF-8", 0, 5, "25Â°C", "25°C")),
        ("nhÃ  mÃ¡y", Suspicion("UTF-8", 0, 9, "nhÃ  mÃ¡y", "nhà máy")),
        ("the â€œbestâ€\x9d", Suspicion("UTF-8", 4, 10, "â€œbestâ€\x9d", "“best”")),
        ("ï»¿title", Suspicion("UTF-8", 0, 8, "ï»¿title", "\ufefftitle")),
        ("naÃ¯ve", Suspicion("UTF-8", 0, 6, "naÃ¯ve", "naïve")),
    ],
)
def test_what_a_suspicion_says(text: str, found: Suspicion) -> None:
    assert suspect(text) == found


def test_a_pasted_line_shows_in_correct_text() -> None:
    good = "\n".join(CORRECT[1:8])
    found = suspect(f"{good}\n{to_tcvn3(TEXTS[1])}\n{good}")
    assert found is not None
    assert (found.encoding, found.offset) == ("TCVN3", len(good) + 1)


@pytest.mark.parametrize(("encoding", "encode"), ENCODERS, ids=NAMES)
def test_a_megabyte_is_read_in_one_go(encoding: Encoding, encode: Encoder) -> None:
    text = "một hai ba " * 90_000 + encode("Sản xuất sạch hơn")
    found = suspect(text)
    assert found is not None
    assert (found.encoding, found.sample) == (
        encoding,
        text[found.offset : found.offset + found.length],
    )


@pytest.mark.parametrize("char", ["®", "aï", "Ã ", "á»…", "\xad", "·", "x"])
def test_a_long_text_without_a_space_is_no_trouble(char: str) -> None:
    assert suspect(char * (100_000 // len(char))) is None


def test_what_is_right_already_stays_beside_what_is_read_anew() -> None:
    said = "Ngµy xưa xưởng dùng nước. Nhµ nào cũng ghi; "
    found = suspect(said + to_tcvn3("có số đo."))
    assert found is not None
    assert found.unicode_text.startswith("Ngày xưa xưởng dùng nước. Nhà nào cũng ghi")
    assert convert(to_tcvn3("Nhà máy có điện."), "TCVN3") == "Nhà máy có điện."


def test_two_encodings_in_one_text_are_told_one_by_one() -> None:
    clean = "Sản xuất sạch hơn là tốt, xưởng nào cũng ghi sổ mỗi ca, mỗi tháng.\n\n"
    old = to_vni("Các nhà máy tiết kiệm nước.\n\n"), to_tcvn3("Tổ điện đã khoá van.\n\n")
    text = clean.join(("", *old, ""))
    found = suspect(text)
    assert found is not None
    assert (found.encoding, found.offset) == ("VNI", len(clean))
    left = suspect(text.replace(old[0], ""))
    assert left is not None
    assert left.encoding == "TCVN3"
