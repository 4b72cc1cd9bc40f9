import unicodedata
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from generator.adapters import webfonts as module
from generator.adapters.webfonts import CHARACTERS, MissingGlyphsError, webfonts

VIETNAMESE = (
    "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ"
)


@pytest.fixture(scope="module")
def regular() -> dict[str, bytes]:
    return webfonts([400])


def test_the_licence_travels_with_the_font(regular: dict[str, bytes]) -> None:
    assert list(regular) == ["be-vietnam-pro-400.woff2", "OFL.txt"]
    assert b"SIL OPEN FONT LICENSE" in regular["OFL.txt"]


def test_every_vietnamese_letter_is_drawn(regular: dict[str, bytes]) -> None:
    font = TTFont(BytesIO(regular["be-vietnam-pro-400.woff2"]))
    drawn = {chr(code) for code in font.getBestCmap()}
    letters = set(VIETNAMESE + VIETNAMESE.upper())
    decomposed = set(unicodedata.normalize("NFD", "".join(letters)))
    assert font.flavor == "woff2"
    assert (letters | decomposed) - drawn == set()
    assert drawn >= CHARACTERS


def test_the_same_bytes_twice_and_light_enough_for_a_phone(regular: dict[str, bytes]) -> None:
    assert webfonts([400]) == regular
    assert len(regular["be-vietnam-pro-400.woff2"]) < 20_000


def test_a_missing_glyph_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CHARACTERS", frozenset("aの"))
    with pytest.raises(MissingGlyphsError, match=r"^BeVietnamPro-Regular\.ttf: の$"):
        webfonts([400])
