import unicodedata
from importlib.util import module_from_spec, spec_from_file_location
from io import BytesIO
from pathlib import Path
from types import ModuleType

import pytest
from fontTools.ttLib import TTFont

ROOT = Path(__file__).parents[2]

VIETNAMESE = (
    "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ"
)


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = spec_from_file_location("webfonts", ROOT / "tools/webfonts.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def regular(tool: ModuleType) -> dict[str, bytes]:
    return dict(tool.webfonts([400]))


def test_the_licence_travels_with_the_font(regular: dict[str, bytes]) -> None:
    assert list(regular) == ["be-vietnam-pro-400.woff2", "OFL.txt"]
    assert b"SIL OPEN FONT LICENSE" in regular["OFL.txt"]


def test_every_vietnamese_letter_is_drawn(tool: ModuleType, regular: dict[str, bytes]) -> None:
    font = TTFont(BytesIO(regular["be-vietnam-pro-400.woff2"]))
    drawn = {chr(code) for code in font.getBestCmap()}
    letters = set(VIETNAMESE + VIETNAMESE.upper())
    decomposed = set(unicodedata.normalize("NFD", "".join(letters)))
    assert font.flavor == "woff2"
    assert (letters | decomposed) - drawn == set()
    assert drawn >= tool.CHARACTERS


def test_what_every_site_gets_is_what_the_tool_makes_and_light_enough_for_a_phone(
    tool: ModuleType, regular: dict[str, bytes]
) -> None:
    ready = {path.name: path.read_bytes() for path in tool.FOLDER.iterdir()}
    assert ready == tool.webfonts()
    assert ready["be-vietnam-pro-400.woff2"] == regular["be-vietnam-pro-400.woff2"]
    assert len(regular["be-vietnam-pro-400.woff2"]) < 20_000


def test_a_space_before_a_quotation_is_seen(tool: ModuleType) -> None:
    for name, data in tool.webfonts().items():
        if name.endswith(".woff2"):
            font = TTFont(BytesIO(data))
            glyphs, names = font["glyf"], font.getBestCmap()
            left = {sign: glyphs[names[ord(sign)]].xMin for sign in "“‘"}
            assert left["“"] == left["‘"] == font["hmtx"][names[ord("“")]][1], name


def test_a_missing_glyph_is_an_error(tool: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tool, "CHARACTERS", frozenset("aの"))
    with pytest.raises(tool.MissingGlyphsError, match=r"^BeVietnamPro-Regular\.ttf: の$"):
        tool.webfonts([400])
