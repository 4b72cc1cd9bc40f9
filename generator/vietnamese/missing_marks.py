"""Vietnamese that was typed wholly without its marks: «Hoc cach tiet kiem nuoc va dien».

Many syllables are right without a mark, and many look like English: «cho», «theo», «hot», «ban».
Evidence are words that are neither, since «iêt» and «ươc» are no rhymes without their marks. Names
of persons abroad are written so, too: words that begin with a capital are no evidence.
"""

import re
from collections.abc import Iterator
from typing import Final

from generator.vietnamese.forms import Sign

_ENGLISH: Final = "diet|lieu|diem|lien|mien|cuon|quot"
_ONSET: Final = "(?:ngh|ng|nh|ch|kh|gh|ph|th|tr|[bcdghklmnpqrstvx])"
_EVIDENT: Final = re.compile(
    rf"(?!(?:{_ENGLISH})$){_ONSET}(?:ie[cmnptu]|ieng|uo[cimnpt]|uong|uye[nt])", re.IGNORECASE
)
_TRIMMED: Final = ".,:;!?…()“”\"'*_"
_RUN: Final = re.compile(r"(?<![\w@./-])[A-Za-z]+(?:(?:,| \|)? [A-Za-z]+){2,}(?![\w@/-]|\.\w)")
_WORD: Final = re.compile("[A-Za-z]+")
_LEAST: Final = 2  # words that are evidence
_LEAST_OF_CAPITALS: Final = 3


def words_without_marks(prose: str) -> Iterator[tuple[int, int]]:
    """From where to where words stand together that have none of their marks."""
    for run in _RUN.finditer(prose) if _SIGN.is_in(prose) else ():
        found = [word for word in _WORD.findall(run[0]) if _EVIDENT.fullmatch(word)]
        small = {word for word in found if word.islower()}
        large = {word for word in found if word.isupper()}
        if len(small) >= _LEAST or len(large) >= _LEAST_OF_CAPITALS:
            yield run.span()


def _is_evident(word: str) -> bool:
    return word.isascii() and _EVIDENT.fullmatch(word.strip(_TRIMMED)) is not None


_SIGN: Final = Sign(_is_evident)
