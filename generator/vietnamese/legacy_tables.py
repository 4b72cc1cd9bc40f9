"""The old Vietnamese font encodings, as they look when their bytes are taken for Windows-1252."""

import re
from typing import Final

from generator.vietnamese.text import nfc

TCVN3: Final = dict(
    zip(
        "¡¢£¤¥¦§¨©ª«¬\xad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
        "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
        strict=True,
    )
)
"""TCVN 5712:1993, VN3 («ABC» fonts): one character a letter.

A toned capital is written as the small letter, and a font whose name ends in H draws it large.
"""

_VNI_ALONE: Final = dict(zip("ñôöíìæóòî", "đơưíìỉĩịỵ", strict=True))
_TONES: Final = dict(zip("ùøûõï", "\u0301\u0300\u0309\u0303\u0323", strict=True))
_HATS: Final = dict(zip("áàåãä", _TONES.values(), strict=True)) | {"â": ""}
_BREVES: Final = dict(zip("éèúüë", _TONES.values(), strict=True)) | {"ê": ""}
_VNI_BASES: Final = (
    *((base, "", _TONES) for base in "aeouy"),
    *((base, "\u031b", _TONES) for base in "ôö"),
    *((base, "\u0302", _HATS) for base in "aeo"),
    ("a", "\u0306", _BREVES),
)

VNI: Final = _VNI_ALONE | {
    base + sign: nfc({"ô": "o", "ö": "u"}.get(base, base) + mark + tone)
    for base, mark, tones in _VNI_BASES
    for sign, tone in tones.items()
}
"""VNI-Windows, small letters: a vowel and a second character for its marks, or one character."""

_VNI_UNIT = re.compile("|".join(sorted(VNI, key=len, reverse=True)), re.IGNORECASE)


def from_tcvn3(word: str) -> str:
    """Decode one word of TCVN3; in a word whose plain letters are capitals, all become capital."""
    decoded = "".join(TCVN3.get(char, char) for char in word)
    plain = [char for char in word[1:] if char.isascii() and char.isalpha()]
    return decoded.upper() if plain and "".join(plain).isupper() else decoded


def from_vni(word: str) -> str:
    """Decode one word of VNI; a letter's case is that of its first character."""
    return _VNI_UNIT.sub(_vni_letter, word)


def _vni_letter(unit: re.Match[str]) -> str:
    letter = VNI[unit[0].lower()]
    return letter.upper() if unit[0][0].isupper() else letter
