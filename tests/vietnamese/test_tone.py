import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.vietnamese.text import nfc
from generator.vietnamese.tone import Style, newer, older, placements

from .conftest import with_corrections


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("hòa", "hoà"),
        ("Biên Hòa", "Biên Hoà"),
        ("HÒA", "HOÀ"),
        ("hóa chất", "hoá chất"),
        ("khỏe", "khoẻ"),
        ("xòe, tóe", "xoè, toé"),
        ("thủy", "thuỷ"),
        ("Ủy ban", "Uỷ ban"),
        ("tùy, hủy, lũy", "tuỳ, huỷ, luỹ"),
        ("họa", "hoạ"),
        ("quý, quỳ", "quý, quỳ"),
        ("hoàn, toàn, thúy", "hoàn, toàn, thuý"),
        ("của, mùa, lúa", "của, mùa, lúa"),
        ("ngòai", "ngòai"),  # misspelt in both ways
        ("khuỷu, tuýp", "khuỷu, tuýp"),
        ("hoà", "hoà"),
        ("", ""),
    ],
)
def test_newer(old: str, new: str) -> None:
    assert newer(old) == new


@given(st.text(alphabet="hoaeuyqtn \u0300\u0301òóủùýàẻ"))
def test_newer_is_idempotent_and_keeps_the_letters(text: str) -> None:
    once = newer(text)
    assert newer(once) == once == nfc(once)
    assert len(once) == len(nfc(text))


def test_older() -> None:
    text = "hoà, khoẻ, thuỷ, Uỷ ban, hoàn toàn, quý"
    assert older(text) == "hòa, khỏe, thủy, Ủy ban, hoàn toàn, quý"
    assert newer(older(text)) == newer(text)


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("hòa", "hòa, khỏe, tùy; toàn, quá, già, ngoài; Biên Hoà, Thủy; hoàn toàn"),
        ("hoà", "hoà, khoẻ, tuỳ; toàn, quá, già, ngoài; Biên Hoà, Thủy; hoàn toàn"),
    ],
)
def test_placements(style: Style, expected: str) -> None:
    text = "hòa, khoẻ, tuỳ; tòan, qúa, gìa, ngòai; Biên Hoà, Thủy; hoàn toàn"
    found = list(placements(text))
    assert [each.word for each in found][:3] == ["hòa", "khoẻ", "tuỳ"]
    assert [each.style for each in found] == ["hòa", "hoà", "hoà", None, None, None, None]
    assert with_corrections(text, (each.correction(style) for each in found)) == expected


def test_a_mark_on_the_letter_that_glides_behind_the_vowel_stands_wrong() -> None:
    text = "voì, thoaị, chiụ, aó, tuí, keó, baỷ, mưú"
    right = "vòi, thoại, chịu, áo, túi, kéo, bảy, mứu"
    assert [each.right for each in placements(text)] == right.split(", ")
    assert list(placements("quí vị, giú, ý, túi, vòi, bí, tú, có, thí, gì, mày")) == []
