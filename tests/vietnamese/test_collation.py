import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.vietnamese.collation import sort_key

ORDERED = [
    ["An", "Ăn", "Ân", "Bình", "Cường", "Duy", "Đào", "Em", "Ê", "Giang", "Hà", "Khôi"],
    ["ma", "mà", "mả", "mã", "má", "mạ"],
    list("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"),
    ["a", "A", "à", "À", "ả", "ã", "á", "ạ", "ă", "Ă", "ằ", "ẳ", "ẵ", "ắ", "ặ", "â", "ầ"],
    ["o", "ò", "ọ", "ô", "ồ", "ộ", "ơ", "ờ", "ợ", "p"],
    ["u", "ụ", "ư", "ừ", "ự", "v"],
    ["KCN Nhơn Trạch", "KCN Nhơn Trạch 1", "KCN Nhơn Trạch 2", "KCN Nhơn Trạch 10"],
    ["Quý 02", "Quý 2", "Quý 2a", "Quý 3"],
    ["mà b", "ma c", "mã c"],
    ["an toàn", "anh", "ăn", "ân"],
    ["", " ", "-", "1", "a", "я"],
    ["da", "Da", "dạ", "đa", "đà", "e"],
    ["hoa", "Hoa", "HOA", "hoà", "hòa", "hóa"],
    ["Biên Hòa", "Cẩm Mỹ", "Định Quán", "Long Khánh", "Long Thành", "Nhơn Trạch", "Tân Phú"],
    ["Thống Nhất", "Trảng Bom", "Vĩnh Cửu", "Xuân Lộc"],
    ["Lan", "Lân", "Liên", "Long", "Lộc", "Lợi", "Lương", "Lý"],
]


@pytest.mark.parametrize("words", ORDERED)
def test_order(words: list[str]) -> None:
    shuffled = words[::-1]
    assert sorted(shuffled, key=sort_key) == words


@given(st.text())
def test_the_normal_form_does_not_matter(s: str) -> None:
    forms = {unicodedata.normalize(form, s) for form in ("NFC", "NFD")}
    assert len({sort_key(form) for form in forms}) == 1


@given(st.text(), st.text())
def test_equal_keys_mean_equal_text(a: str, b: str) -> None:
    same = unicodedata.normalize("NFC", a) == unicodedata.normalize("NFC", b)
    assert (sort_key(a) == sort_key(b)) == same


@given(st.integers(0, 10**12), st.integers(0, 10**12))
def test_numbers_sort_by_value(a: int, b: int) -> None:
    assert (sort_key(f"số {a}") < sort_key(f"số {b}")) == (a < b)


def test_a_number_may_be_very_long() -> None:
    assert sort_key("9" * 5000) < sort_key("1" + "0" * 5000)
