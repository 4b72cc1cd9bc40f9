"""Text pasted from before Unicode: TCVN3 (ABC) and VNI fonts, and UTF-8 read as something else.

One odd character proves nothing («®», «µm», «m²», «Citroën» are right). Evidence is a word that is
no Vietnamese syllable as it stands and becomes one when decoded, and there must be enough of it.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import takewhile
from typing import Final, Literal, TypeAlias

from generator.vietnamese.forms import RareForm
from generator.vietnamese.legacy_tables import TCVN3, from_tcvn3, from_vni
from generator.vietnamese.mojibake import from_mojibake, mojibake_hits
from generator.vietnamese.syllables import is_syllable

Encoding: TypeAlias = Literal["TCVN3", "VNI", "UTF-8"]

_ENOUGH: Final = 2
_LONGEST_SAMPLE: Final = 80
_LONGEST_REACH: Final = 30


@dataclass(frozen=True, slots=True)
class Suspicion:
    """Where text in another encoding begins.

    Attributes:
        encoding: what it seems to be written in.
        offset: 0-based, in code points, of the sample in the text.
        length: of the sample.
        sample: the first suspicious words, of one line.
        converted: the sample as it would read in Unicode.
    """

    encoding: Encoding
    offset: int
    length: int
    sample: str
    unicode_text: str


@dataclass(frozen=True, slots=True)
class _Font:
    """How one font encoding shows."""

    encoding: Encoding
    hint: RareForm  # without this, no need to look at the words
    word: re.Pattern[str]
    decode: Callable[[str], str]


_Found: TypeAlias = tuple[int, list[tuple[int, int]], Encoding]
"""How much speaks for an encoding, and where."""

# Letters and signs of a word. One that touches a digit is none: «6m×2m», «5½ kg».
_SIGNS: Final = "".join(char for char in TCVN3 if not char.isalnum())
_BEFORE: Final = r"(?<![^\W_])"
_TCVN3_WORD: Final = rf"{_BEFORE}(?<![{_SIGNS}])(?:[^\W\d_]|[{_SIGNS}])++(?![0-9])"
_VNI_WORD: Final = rf"{_BEFORE}[^\W\d_]++(?![0-9])"

_FONTS: Final = (
    _Font(
        "TCVN3",
        RareForm("[¡-®µ-¹»-¾ÅÆÇËÎÏÐÑÖ×ØÜÞßäåæçëîïðñö-øûüþ]|[a-z][À-Þ]", is_of_values=True),
        re.compile(_TCVN3_WORD),
        from_tcvn3,
    ),
    _Font(
        "VNI",
        RareForm(
            "[ÄÅÆËÎÏÑÖØÛÜäåæëîïñöøûü]|[AEae][ÀÁÂÃÈÉÊÚÙÕàáâãèéêúùõ]|[Oo][ÂÙÕâùõ]|[Uu][ÙÕùõ]",
            is_of_values=True,
        ),
        re.compile(_VNI_WORD),
        from_vni,
    ),
)
# A sign between letters, or a capital after a small letter, is odd enough by itself.
_ODD_INSIDE: Final = re.compile(
    "[A-Za-z][¡-¬®¶¸¹»-¾][A-Za-z]|[a-z][À-ÖØ-Þ]"
    # signs of measures and products, too, where no measure and no product has them: «Ngµy», «t×nh»
    "|[A-Za-z]µ[A-Za-z]|[A-Za-z]{2}(?:[µ¶¸¨©ª¬¾¼½]|[·×÷][A-Za-z])|[A-Za-z][·×÷][A-Za-z]{2}"
)
_UNICODE: Final = re.compile("[ĂăĐđĨĩŨũƠơƯưẠ-ỹ]")
"""Letters of Vietnamese that no old encoding shows."""
_SENTENCE: Final = re.compile(r"[^.!?\n]+[.!?\n]*")
_PARAGRAPH: Final = re.compile(r"[^\n]+")
_MEASURES: Final = re.compile("[µ¼½¾]m|[A-Za-z][·×÷][A-Za-z]")
"""«µm», «N·m», «m×n»."""


def suspect(s: str) -> Suspicion | None:
    """Tell whether `s` holds text in an encoding from before Unicode, and where it begins."""
    if s.isascii():
        return None
    garbled = mojibake_hits(s)
    if sum(weight for _, weight in {(match[0], weight) for match, weight in garbled}) >= _ENOUGH:
        return _suspicion(s, "UTF-8", [match.span() for match, _ in garbled])
    fonts = [font for font in _FONTS if font.hint.search(s)]
    score, spans, encoding = _best(s, fonts)
    if score < _ENOUGH and spans and "\n" in s:
        score, spans, encoding = _of_paragraph(s, fonts)
    return _suspicion(s, encoding, spans) if score >= _ENOUGH else None


def _best(s: str, fonts: list[_Font]) -> _Found:
    """The encoding for which most speaks."""
    found = [(*_evidence(s, font), font.encoding) for font in fonts]
    return max(found, default=(0, [], "VNI"), key=lambda each: (each[0], len(each[1])))


def _of_paragraph(s: str, fonts: list[_Font]) -> _Found:
    """The first paragraph for which enough speaks: another one may be in another encoding."""
    for found in _PARAGRAPH.finditer(s):
        if not found[0].isascii():
            score, spans, encoding = _best(found[0], fonts)
            if score >= _ENOUGH:
                at = found.start()
                return score, [(at + start, at + end) for start, end in spans], encoding
    return 0, [], "VNI"


def convert(text: str, encoding: Encoding) -> str:
    """Return `text` as it would read in Unicode if all of it were in `encoding`.

    In a sentence with letters that the encoding lacks, what is a syllable as it stands is one.
    """
    font = next((font for font in _FONTS if font.encoding == encoding), None)
    if font is None:
        return from_mojibake(text)
    return _SENTENCE.sub(lambda sentence: _decoded(sentence[0], font), text)


def _decoded(sentence: str, font: _Font) -> str:
    is_mixed = _UNICODE.search(sentence) is not None
    return font.word.sub(
        lambda word: word[0] if is_mixed and _reads(word[0]) else font.decode(word[0]), sentence
    )


def _evidence(s: str, font: _Font) -> tuple[int, list[tuple[int, int]]]:
    """Return the score of `s`, 0 if more words speak against the encoding, and where the hits are.

    Each distinct word counts once, whatever its case.
    """
    weights: dict[str, int] = {}
    spans = []
    for match in font.word.finditer(s):
        word = match[0]
        if word.isascii():
            continue
        if word not in weights:
            weights[word] = _weight(word, font)
        if weights[word] > 0:
            spans.append(match.span())
    hits = {word.lower(): weight for word, weight in weights.items() if weight > 0}
    misses = sum(weight < 0 for weight in weights.values())
    return (sum(hits.values()) if len(hits) > misses else 0), spans


def _weight(word: str, font: _Font) -> int:
    """Weigh a word: above 0 for the encoding, below 0 against it, 0 for neither."""
    if _MEASURES.fullmatch(word) or not any("A" <= char <= "z" for char in word) or _reads(word):
        return 0
    odd = [char for char in word if not char.isascii()]
    if not _reads(font.decode(word)):
        return -any(char.isalpha() for char in odd)
    return len(odd) + (_ODD_INSIDE.search(word) is not None)


def _reads(word: str) -> bool:
    """Tell whether `word` is a syllable with capitals where they may be: hoa, Hoa, HOA."""
    rest = word[1:]
    return rest in {rest.lower(), rest.upper()} and is_syllable(word)


def _suspicion(s: str, encoding: Encoding, spans: list[tuple[int, int]]) -> Suspicion:
    """Take as sample the hits of the first line that has any, whole words and not too long."""
    start, end = spans[0]
    line_end = s.find("\n", start) % (len(s) + 1)
    limit = min(line_end, start + _LONGEST_SAMPLE)
    end = max([end, *(stop for _, stop in spans if stop <= limit)])
    start -= _reach(reversed(s[max(start - _LONGEST_REACH, 0) : start]))
    end += _reach(s[end : end + _LONGEST_REACH])
    sample = s[start:end]
    return Suspicion(encoding, start, len(sample), sample, convert(sample, encoding))


def _reach(chars: Iterable[str]) -> int:
    """Return how many of `chars` go on with the word beside them."""
    return sum(1 for _ in takewhile(lambda char: char not in " \t\r\n", chars))
