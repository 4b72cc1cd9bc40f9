"""Vietnamese alphabetical order.

The same order as ICU's collator for `vi` with numeric ordering: letters decide first, over the
whole text, then tones, then case (small letters first).
"""

import re
import unicodedata
from typing import Final, TypeAlias

from generator.vietnamese.text import TONES, nfc

SortKey: TypeAlias = tuple[tuple[tuple[int, int, str], ...], tuple[str, ...], str]

_ALPHABET: Final = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_ORDER: Final = {letter: rank for rank, letter in enumerate(_ALPHABET)}
_TONE_RANK: Final = str.maketrans(TONES, "12345")
_ELEMENT = re.compile(r"[0-9]+|(.)([\u0300-\u036f]*)", re.DOTALL)
_LETTER_MARKS = re.compile("[\u0302\u0306\u031b]")
_SPACE, _SIGN, _NUMBER, _LETTER, _OTHER = range(5)


def sort_key(s: str) -> SortKey:
    """Return what to sort by: a ă â b c d đ …, then ngang, huyền, hỏi, ngã, sắc, nặng, then case.

    Spaces come first, then signs, numbers by value («KCN 2» before «KCN 10»), letters.
    """
    elements = list(_ELEMENT.finditer(unicodedata.normalize("NFD", s)))
    letters = tuple(_primary(element) for element in elements)
    tones = tuple(_tones(element) for element in elements)
    return letters, tones, nfc(s).swapcase()


def _primary(element: re.Match[str]) -> tuple[int, int, str]:
    if element[1] is None:
        digits = element[0].lstrip("0")
        return _NUMBER, len(digits), digits
    if element[1].isspace():
        return _SPACE, 0, ""
    letter = nfc(element[1] + "".join(_LETTER_MARKS.findall(element[2]))).lower()
    if letter in _ORDER:
        return _LETTER, _ORDER[letter], ""
    return (_OTHER if letter.isalnum() else _SIGN), 0, letter


def _tones(element: re.Match[str]) -> str:
    return _LETTER_MARKS.sub("", element[2] or "").translate(_TONE_RANK)
