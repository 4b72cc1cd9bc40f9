import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.vietnamese.text import (
    Invisible,
    Lookalike,
    column_in_raw,
    fold,
    invisible,
    lookalikes,
    lost_letters,
    nfc,
)

LINES = st.text(alphabet="aeouyđ tÔƯớ\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323", max_size=20)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Bie\u0302n Ho\u0300a", "Biên Hòa"),
        ("ê\u0301", "ế"),
        ("a\u0302\u0323", "ậ"),
        ("a\u0323\u0302", "ậ"),
        ("o\u031b\u0300", "ờ"),
        ("a\u0341", "á"),
        ("Đồng Nai", "Đồng Nai"),
        ("", ""),
    ],
)
def test_nfc(written: str, kept: str) -> None:
    assert nfc(written) == kept


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đồng Nai", "dong nai"),
        ("ĐẮK LẮK", "dak lak"),
        ("Sản xuất sạch hơn", "san xuat sach hon"),
        ("Nguyễn Thị Ước", "nguyen thi uoc"),
        ("Quý Ⅱ, m²", "quy ⅱ, m²"),
        ("Saigon’s café", "saigon’s cafe"),
        ("Bie\u0302n Ho\u0300a", "bien hoa"),
        ("đường đỏ ĐƯỜNG", "duong do duong"),
        ("ăâêôơư ẳẩểổởử", "aaeoou aaeoou"),
        ("12/5/2021", "12/5/2021"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing(s: str) -> None:
    assert fold(fold(s)) == fold(s)


@given(st.text())
def test_folding_does_not_see_the_normal_form(s: str) -> None:
    assert fold(unicodedata.normalize("NFD", s)) == fold(nfc(s))


@pytest.mark.parametrize(
    ("raw", "column", "expected"),
    [
        ("title", 3, 3),
        ("tiêu đề: x", 9, 9),
        ("tie\u0302u đe\u0302\u0300: x", 9, 12),
        ("tie\u0302u", 2, 2),
        ("tie\u0302u", 3, 4),
        ("e\u0323\u0302b", 1, 3),
        ("e\u0302\u0323b", 1, 3),
        ("a\u0301", 0, 0),
        ("a\u0301", 1, 2),
        ("a\u0301", 99, 2),
        ("", 0, 0),
    ],
)
def test_column_in_raw(raw: str, column: int, expected: int) -> None:
    assert column_in_raw(raw, column) == expected


@given(LINES, st.integers(0, 22))
def test_column_in_raw_is_the_shortest_prefix_that_reaches_the_column(
    raw: str, column: int
) -> None:
    reached = nfc(raw)[:column]
    prefixes = (n for n in range(len(raw) + 1) if nfc(raw[:n]).startswith(reached))
    assert column_in_raw(raw, column) == next(prefixes)


@given(st.text(alphabet="ăâđêôơưấệỡữ xyz:", max_size=40), st.integers(0, 40))
def test_what_stands_at_a_column_stands_there_in_the_raw_line(line: str, column: int) -> None:
    raw = unicodedata.normalize("NFD", line)
    assert nfc(raw[column_in_raw(raw, column) :]) == line[column:]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("sạch\u200bhơn", (Invisible(4, "ZERO WIDTH SPACE"),)),
        ("san\u00adxuat", (Invisible(3, "SOFT HYPHEN"),)),
        ("a\ufeffb", (Invisible(1, "ZERO WIDTH NO-BREAK SPACE"),)),
        ("\u202eabc\u202c", (Invisible(0, "RIGHT-TO-LEFT OVERRIDE"),
                             Invisible(4, "POP DIRECTIONAL FORMATTING"))),
        ("a\x07b\x00", (Invisible(1, "U+0007"), Invisible(3, "U+0000"))),
        ("a\x85", (Invisible(1, "U+0085"),)),
        ("x\u2060y\u2028", (Invisible(1, "WORD JOINER"), Invisible(3, "LINE SEPARATOR"))),
        ("a\u200db", (Invisible(1, "ZERO WIDTH JOINER"),)),
        ("\u200d", (Invisible(0, "ZERO WIDTH JOINER"),)),
        ("thợ 👩\u200d🔧 máy", ()),
        ("❤\ufe0f\u200d🔥", ()),
        ("một\thai\r\nba", ()),
        ("5\u00a0kg – “Sài Gòn”…", ()),
        ("Đồng Nai", ()),
        ("Bie\u0302n", ()),
    ],
)  # fmt: skip
def test_invisible(text: str, found: tuple[Invisible, ...]) -> None:
    assert invisible(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("dong-n\u0430i", (Lookalike(6, "\u0430", "a"),)),
        ("titl\u0435: x", (Lookalike(4, "\u0435", "e"),)),
        ("\u0410n Bình", (Lookalike(0, "\u0410", "A"),)),
        ("KCN \u041dố Nai", (Lookalike(4, "\u041d", "H"),)),
        ("q\u03bfu\u03bf", (Lookalike(1, "\u03bf", "o"), Lookalike(3, "\u03bf", "o"))),
        ("s\u0451t", (Lookalike(1, "\u0451", "ë"),)),
        ("a\u0301n\u0430", (Lookalike(3, "\u0430", "a"),)),
        ("plan_\u0441", (Lookalike(5, "\u0441", "c"),)),
        ("N\u01a3ớc", (Lookalike(1, "\u01a3", "ư"),)),
        ("n\u01cem nay", (Lookalike(1, "\u01ce", "ă"),)),
        (
            "\u0430 và \u0441\u043e",
            (
                Lookalike(0, "\u0430", "a"),
                Lookalike(5, "\u0441", "c"),
                Lookalike(6, "\u043e", "o"),
            ),
        ),
        ("wǒ, Fǔzhou", ()),
        ("μm, Ω, β-caroten, π", ()),
        ("\u043c\u0438\u0440", ()),
        ("\u0421\u043e\u0441 và Sos", ()),
        ("ελληνικά", ()),
        ("Sản xuất sạch hơn", ()),
        ("Citroën, café, El Niño", ()),
        ("ηước", (Lookalike(0, "η", "n"),)),
        ("điệп", (Lookalike(3, "п", "n"),)),
        ("tiếт", (Lookalike(3, "т", "t"),)),
        ("ɡiữ", (Lookalike(0, "ɡ", "g"),)),
        ("ηm, μm, 5 µm, ηmax, Δt, пam", ()),
        ("điệŋ", (Lookalike(3, "ŋ", "n"),)),
        ("ƅán", (Lookalike(0, "ƅ", "b"),)),
        ("ℓàm", (Lookalike(0, "ℓ", "l"),)),
        ("/ŋaɲ/, 5 mℓ, ɓa", ()),
        ("Іàm", (Lookalike(0, "І", "l"),)),
        ("Ιúa", (Lookalike(0, "Ι", "l"),)),
        ("Іết", (Lookalike(0, "І", "I"),)),
        ("cŏ", (Lookalike(1, "ŏ", "õ"),)),
        ("Kŏ Siêr, Čư Êbur, Bŭ Đốp, KRÔNG BŬK", ()),
    ],
)
def test_lookalikes(text: str, found: tuple[Lookalike, ...]) -> None:
    assert lookalikes(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ti\ufffdt ki\ufffdm", ((0, "Ti\ufffdt"), (5, "ki\ufffdm"))),
        ("đã xong \uf0fc", ((8, "\uf0fc"),)),
        ("hình \ufffc", ((5, "\ufffc"),)),
        ("Tiết kiệm, μm, 😀", ()),
        ("plain", ()),
    ],
)
def test_lost_letters(text: str, found: tuple[tuple[int, str], ...]) -> None:
    assert lost_letters(text) == found


def test_lookalikes_are_other_scripts_and_resemble_latin_letters() -> None:
    table = lookalikes("a" + "a".join(map(chr, range(0x370, 0x530))))
    assert {unicodedata.name(found.char).split()[0] for found in table} == {"CYRILLIC", "GREEK"}
    assert {unicodedata.name(found.latin).split()[0] for found in table} == {"LATIN"}
    assert all(found.char.isupper() == found.latin.isupper() for found in table)
    assert len(table) == 65
