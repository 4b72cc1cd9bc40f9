import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.vietnamese.text import nfc
from generator.vietnamese.tone import newer


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
