"""Signs of fonts that hold pictures for letters: Wingdings' «ü» is a tick.

The table is mammoth's (Symbol, Wingdings 1 to 3, Webdings), of which the few that most screens have
no drawing of are put as older signs of the same look.
"""

import re
from functools import cache
from typing import Final

_FONTS: Final = re.compile(
    r"(Symbol|Wingdings(?: [23])?|Webdings|ZapfDingbats|Monotype Sorts|MT Extra|Marlett)",
    re.IGNORECASE,
)
_CODE: Final = re.compile("[0-9a-fA-F]{1,4}")
_BYTE: Final = 0xFF
_MOVED: Final = 0xF0  # the upper byte of a code that Word moved
_PRIVATE: Final = re.compile("[\ue000-\uf8ff]")
_COMMON: Final = str.maketrans("🗹🗷🞎🞏🡪🡨🡩🡫🡺🡸🖂🕿🗀🞄🞍", "☑☒☐☐→←↑↓➔←✉☎📁•◆")


def is_sign_font(font: str) -> bool:
    """Whether a font has no letters."""
    return _FONTS.fullmatch(font) is not None


def sign(font: str, code: int) -> str:
    """The character that a code of such a font shows; empty where nobody knows.

    Word writes codes as they are (00FC) or moved to where Unicode leaves room (F0FC).
    """
    value = _table().get((font.casefold(), code & _BYTE if code >> 8 == _MOVED else code))
    return "" if value is None else chr(value).translate(_COMMON)


def translate(font: str, text: str) -> tuple[str, str]:
    """Words in such a font as they look, and those of its signs that are not known."""
    made, unknown = "", ""
    for letter in text:
        if letter.isspace() or (ord(letter) > _BYTE and not _PRIVATE.match(letter)):
            made += letter  # a letter of another font: Word takes the next best for it
            continue
        shown = sign(font, ord(letter))
        made, unknown = made + shown, unknown + ("" if shown else letter)
    return made, unknown


def symbol(font: str, code: str) -> str:
    """What a sign that Word holds by its font and hexadecimal code looks like, if that is known."""
    value = int(code, 16) if _CODE.fullmatch(code) else 0
    shown = translate(font, chr(value))[0]
    return shown if shown.isprintable() and not private(shown) else ""


def private(text: str) -> str:
    """The characters of a text that mean something in one font only."""
    return "".join(_PRIVATE.findall(text))


@cache
def _table() -> dict[tuple[str, int], int]:
    from mammoth.docx.dingbats import dingbats

    return {(font.casefold(), code): value for (font, code), value in dingbats.items()}
