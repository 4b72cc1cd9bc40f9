"""Words that were typed while the Vietnamese keyboard was off, and words that only look so."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.prose import prose
from generator.vietnamese.keyboard import residues

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Tieets kieemj ddieenj", ["Tiết kiệm điện"]),
        ("Hãy tiết kieemj điện.", ["kiệm"]),
        ("Sanr xuaast sachj hown, nuwowcs rof", ["Sản xuất sạch hơn", "nước rò"]),
        ("TIEETS KIEEMJ", ["TIẾT KIỆM"]),
        ("Ddoongf Nai", ["Đồng"]),
        ("ti61t ki65m d9i65n", ["tiết kiệm điện"]),
        ("Tie61t kie65m d9ie65n", ["Tiết kiệm điện"]),
        ("nu7o71c, d9o62ng", ["nước", "đồng"]),
        ("Tie^'t kie^.m", ["Tiết kiệm"]),
        ("nu+o+'c", ["nước"]),
    ],
)
def test_what_is_left_of_typing(text: str, meant: list[str]) -> None:
    found = list(residues(text))
    assert [each.vietnamese for each in found] == meant
    for each in found:
        assert text[each.start : each.end] != each.vietnamese


@pytest.mark.parametrize(
    "text",
    [
        "Cần oxi, toxi, maxi, brom, curi, cari, thori, oxa, oxo; axit, oxit, hidro, canxi.",
        "Giảm CO2, 5m3 nước, H2O, khổ A4, km2, B12, đèn T8, đèn T5 và 2x40W.",
        "boots and roots, seems, books, three, these, down, own, how, now, saw, law",
        "Microsoft Teams, Excel, Zoom, Facebook, Google, Taj, raj, hajj",
        "xoong nồi, boong, coóc, soóc, quần soóc",
        "a+b' và x^.2, e^x, f(x) = a^2",
        "ban@vi-du.vn, https://tieetskieemj.vn/nuwowcs, tep_kieemj.md",
        "SXSH, KCN, TKNL, QĐ-UBND, UBND, ISO 14001, 7h30, 1,5 km",
    ],
)
def test_what_only_looks_so(text: str) -> None:
    assert list(residues(prose(text))) == []


def test_the_real_content_has_none() -> None:
    paths = [*(ROOT / "content").rglob("*.md"), *(ROOT / "campaigns").rglob("*.yml")]
    assert len(paths) > 60
    told = {path.name: list(residues(prose(path.read_text("utf-8")))) for path in paths}
    assert {name: found for name, found in told.items() if found} == {}


@given(st.text(max_size=60))
def test_any_text_is_looked_at(text: str) -> None:
    ends = [(each.start, each.end) for each in residues(text)]
    assert all(0 <= start < end <= len(text) for start, end in ends)
    assert ends == sorted(ends)
