"""QR codes are read as telephones read them, harmed ones too."""

from random import Random

import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.press.qrtext import UnreadableCodeError, text_of

LINK = "https://example.org/bang-ron/bang-ron-mau/"


def rows_of(text: str, level: str, version: int | None = None) -> list[list[int]]:
    code = segno.make(text, error=level, version=version, boost_error=False, micro=False)
    return [[int(bit) for bit in row] for row in code.matrix]


def said(rows: list[list[int]]) -> str:
    return text_of(["".join(map(str, row)) for row in rows])


@pytest.mark.parametrize("level", list("lmqh"))
@pytest.mark.parametrize("version", [*range(4, 15), 21, 27, 32, 40])
def test_every_level_and_size(version: int, level: str) -> None:
    text = "https://example.org/" + "a" * 8
    assert said(rows_of(text, level, version)) == text


@settings(max_examples=30)
@given(st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=300))
def test_any_text_comes_back(text: str) -> None:
    assert said(rows_of(text, "m")) == text


@pytest.mark.parametrize(
    "text", ["0", "12345", "1234567", "A", "HELLO WORLD $%*+-./:", "Nước sạch"]
)
def test_digits_capitals_and_vietnamese(text: str) -> None:
    assert said(rows_of(text, "q")) == text


@pytest.mark.parametrize(("side", "fine"), [(5, True), (10, True), (22, False)])
def test_a_covered_part_is_mended_up_to_a_limit(side: int, *, fine: bool) -> None:
    rows = rows_of(LINK, "q")
    for y in range(9, 9 + side):
        for x in range(9, 9 + side):
            rows[y][x] = 1
    if fine:
        assert said(rows) == LINK
    else:
        with pytest.raises(UnreadableCodeError):
            said(rows)


def test_scattered_modules_are_mended() -> None:
    rows, chance = rows_of(LINK, "q"), Random(1)  # noqa: S311 - no secret
    for _ in range(12):
        rows[chance.randrange(9, 25)][chance.randrange(9, 25)] ^= 1
    assert said(rows) == LINK
