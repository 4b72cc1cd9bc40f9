"""Where the tone mark stands: «hòa» as most print it, «hoà» as school books and dictionaries do.

Both are accepted; they differ in open syllables with oa, oe and uy (Decision 1989/QĐ-BGDĐT of 2018
is for the newer way).
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from generator.vietnamese.corrections import TextCorrection
from generator.vietnamese.text import TONES, nfc, without_tones

Style = Literal["hòa", "hoà"]
"""Where the mark stands: each names itself."""

_LETTER: Final = r"[^\W\d_]"
_OPEN = re.compile(
    rf"(?:([oO])([{TONES}])([aAeE])|(?<![qQ])([uU])([{TONES}])([yY]))(?![\u0300-\u036f]|{_LETTER})"
)
_OPEN_LATE = re.compile(
    rf"(?:([oO])([aAeE])([{TONES}])|(?<![qQ])([uU])([yY])([{TONES}]))(?![\u0300-\u036f]|{_LETTER})"
)
_LATE: Final = "àáảãạèéẻẽẹỳýỷỹỵ"
_EARLY: Final = "òóỏõọùúủũụ"
_END: Final = rf"(?!{_LETTER})"
_OPEN_EARLY: Final = rf"(?:(?<=[òóỏõọ])(?=[ae])|(?<=[ùúủũụ])(?=y)(?<!q.))(?=.{_END})"
_OPEN_AFTER: Final = rf"(?:(?<=o[àáảãạèéẻẽẹ])|(?<=u[ỳýỷỹỵ])(?<!qu.)){_END}"
_WRONG: Final = (
    rf"(?:(?<=[òóỏõọ])(?=[ae]{_LETTER})|(?<=q[ùúủũụ])(?={_LETTER})"
    r"|(?<=g[ìíỉĩị])(?=[aăâoôơuư]))"
)
# A mark on the letter that only glides behind the vowel: «voì», «thoaị», «chiụ».
_GLIDE: Final = (
    rf"(?:(?<=[aoôơuưâ][ìíỉĩị])(?<!qu.)|(?<=[aâ][ỳýỷỹỵ])|(?<=[ae][òóỏõọ])"
    rf"|(?<=[aâêiươ][ùúủũụ])(?<!gi.)){_END}"
)
# One set of letters in front, so that all others are passed over quickly.
_MARKED = re.compile(
    rf"[{_EARLY}{_LATE}ìíỉĩị](?:(?P<early>{_OPEN_EARLY})|(?P<late>{_OPEN_AFTER})|(?P<wrong>{_WRONG})"
    rf"|(?P<glide>{_GLIDE}))"
)
_STYLES: Final[dict[str, Style]] = {"early": "hòa", "late": "hoà"}
_MEANT: Final = {"qũa": "quả", "qủa": "quả", "hiêụ": "hiệu"}
"""What is meant by words that would be none with their mark in another place."""
_WORD = re.compile(rf"{_LETTER}+")


@dataclass(frozen=True, slots=True)
class TonePlacement:
    """A word with a tone mark that is also written otherwise, from `start` to `end`.

    `style` is None where no style writes it so, and then `right` says how it is written.
    """

    start: int
    end: int
    word: str
    style: Style | None
    right: str

    def correction(self, style: Style) -> TextCorrection:
        """The word as it is written in a style."""
        now = self.right if self.style is None else in_style(self.word, style)
        return TextCorrection(self.start, self.end, now)


def placements(text: str) -> Iterator[TonePlacement]:
    """Every word in small letters with a choice («hòa», «hoà») or none («tòan», «qúa», «gía»).

    A word with a capital may be a name and is left alone. `text` is in normal form C.
    """
    for found in _MARKED.finditer(text):
        start, end = _word_at(text, found.start())
        word = text[start:end]
        if word.islower():
            style = _STYLES.get(str(found.lastgroup))
            at = found.start() - start
            right = (
                _MEANT.get(word) or word
                if style or word in _MEANT
                else _swapped(word, at - 1 if found["glide"] is not None else at)
            )
            yield TonePlacement(start, end, word, style, right)


def _swapped(word: str, at: int) -> str:
    """The word with the mark of one of two letters on the other."""
    one, other = (_parted(letter) for letter in word[at : at + 2])
    return word[:at] + nfc(one[0] + other[1] + other[0] + one[1]) + word[at + 2 :]


def _parted(letter: str) -> tuple[str, str]:
    """A letter without its tone mark, and the mark."""
    decomposed = unicodedata.normalize("NFD", letter)
    tone = "".join(char for char in decomposed if char in TONES)
    return without_tones(letter), tone


def in_style(word: str, style: Style) -> str:
    """A word with its mark where a style has it."""
    return newer(word) if style == "hoà" else older(word)


def _word_at(text: str, at: int) -> tuple[int, int]:
    start = at
    while start and text[start - 1].isalpha():
        start -= 1
    match = _WORD.match(text, start)
    return start, match.end() if match else at + 1


def newer(text: str) -> str:
    """Write «hòa, khỏe, thủy» as «hoà, khoẻ, thuỷ», in normal form C; all else stays."""
    return nfc(_OPEN.sub(_moved, unicodedata.normalize("NFD", text)))


def older(text: str) -> str:
    """Write «hoà, khoẻ, thuỷ» as «hòa, khỏe, thủy», in normal form C; all else stays."""
    return nfc(_OPEN_LATE.sub(_moved_back, unicodedata.normalize("NFD", text)))


def _moved_back(match: re.Match[str]) -> str:
    first, second, tone = (part for part in match.groups() if part)
    return first + tone + second


def _moved(match: re.Match[str]) -> str:
    first, tone, second = (part for part in match.groups() if part)
    return first + second + tone
