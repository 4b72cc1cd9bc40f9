"""Where the tone mark stands: «hòa» as most print it, «hoà» as school books and dictionaries do.

Both are accepted; they differ in open syllables with oa, oe and uy (Decision 1989/QĐ-BGDĐT of 2018
is for the newer way).
"""

import re
import unicodedata
from typing import Final

from generator.vietnamese.text import TONES, nfc

_LETTER: Final = r"[^\W\d_]"
_OPEN = re.compile(
    rf"(?:([oO])([{TONES}])([aAeE])|(?<![qQ])([uU])([{TONES}])([yY]))(?![\u0300-\u036f]|{_LETTER})"
)


def newer(text: str) -> str:
    """Write «hòa, khỏe, thủy» as «hoà, khoẻ, thuỷ», in normal form C; all else stays."""
    return nfc(_OPEN.sub(_moved, unicodedata.normalize("NFD", text)))


def _moved(match: re.Match[str]) -> str:
    first, tone, second = (part for part in match.groups() if part)
    return first + second + tone
