"""A text as the search compares it: syllables with and without their marks.

`templates/site/assets/search-index.js` reads what people type in the same way; a test holds the two
together.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from generator.vietnamese.text import TONES, nfc

END: Final = "\x02"
"""Ends a text where several are read in one go; no author can type it."""
_WORD = re.compile(rf"[^\W_]+|{END}")
_TIED: Final = re.compile(r"[^\W_]+(?:[-‑][^\W_]+)+")
_HYPHEN: Final = re.compile("[-‑]")
_SYLLABLE: Final = 7  # letters, at most
_SYLLABLES: Final = 6  # of a word
_TONE = re.compile(f"[{TONES}]")
_MARK = re.compile("[\u0300-\u036f]")
_BARRED: Final = re.compile("[ðɖɗ]")  # what some keyboards and fonts have for đ
_LOWER: Final = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_ROMAN: Final = _LOWER | {number.upper(): digit for number, digit in _LOWER.items()}
_QUARTER: Final = "quy"
# «kĩ» and «kỹ», «lí» and «lý», «quí» and «quý» are one word in two spellings.
_OPEN_I = re.compile("(?:[hklmstv]|qu)i")


class Term(NamedTuple):
    """A syllable: `bare` without marks (đ is d), `exact` with its tone mark at the end.

    So «hòa», «hoà» and what is typed in normal form D have the same `exact`, and so have «kỹ» and
    «kĩ»: an i that alone follows such a consonant is a y.
    """

    bare: str
    exact: str


def terms(text: str) -> list[Term]:
    """The syllables, words and numbers of a text, in order."""
    return [term(word) for word in words(text)]


def words(text: str) -> list[str]:
    """The same as they are written, and each END, but «quý III» is «quý 3»."""
    found = _WORD.findall(nfc(text))
    if not _ROMAN.keys().isdisjoint(found):
        for at in range(1, len(found)):
            if found[at] in _ROMAN and term(found[at - 1]).bare == _QUARTER:
                found[at] = _ROMAN[found[at]]
    return found


def tied_words(text: str) -> Iterator[tuple[int, str]]:
    """Words of several syllables with hyphens between them as one, with the number of the first.

    So «ga-ra» is found by «gara», and «áp-tô-mát» by «aptomat».
    """
    if "-" not in text and "‑" not in text:
        return
    whole = nfc(text)
    starts = [found.start() for found in _WORD.finditer(whole)]
    for found in _TIED.finditer(whole):
        parts = _HYPHEN.split(found[0])
        if len(parts) <= _SYLLABLES and all(p.isalpha() and len(p) <= _SYLLABLE for p in parts):
            yield bisect_left(starts, found.start()), "".join(parts)


@lru_cache(maxsize=65536)
def term(word: str) -> Term:
    """One word."""
    apart = _BARRED.sub("đ", unicodedata.normalize("NFKD", word.lower()))
    if _OPEN_I.fullmatch(_MARK.sub("", apart)):
        apart = apart.replace("i", "y")
    exact = nfc(_TONE.sub("", apart) + "".join(_TONE.findall(apart)))
    return Term(_MARK.sub("", apart).replace("đ", "d"), exact)
