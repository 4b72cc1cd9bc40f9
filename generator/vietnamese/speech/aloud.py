"""Vietnamese as an announcer says it: figures, units and abbreviations in words.

Nothing else changes: capitals, punctuation and plain words stay, so that what is spoken can stand
beside what is written.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Final, TypeAlias

from generator.vietnamese.number_words import in_words
from generator.vietnamese.speech.codes import CODES, serial
from generator.vietnamese.speech.letters import spelt
from generator.vietnamese.speech.spoken_dates import DATES
from generator.vietnamese.speech.spoken_figures import ALONE, FIGURES, SpokenForm, number
from generator.vietnamese.syllables import is_syllable
from generator.vietnamese.text import fold

Readings: TypeAlias = Mapping[str, str]
"""Abbreviations as they are written, and what is said for them."""

NO_READINGS: Final[Readings] = {}

_WEB_SIGNS: Final = {
    ".": "chấm", "/": "gạch chéo", "-": "gạch ngang", "_": "gạch dưới", "@": "a còng",
}  # fmt: skip
_WEB = re.compile(r"[./_@-]|[0-9]|[^\W\d_]+")
_WORD = re.compile(r"[^\W_]+")
_VOWELS = re.compile("[aeiouy]+")

_ADDRESS = (
    r"(?:https?://|www\.)\S*\w|(?<![\w.])[\w.-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w.@-])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:vn|com|org|net)(?!\w)(?:/\S*\w)?"
)
_DOCUMENT = (
    r"(?<![\w/.,])(?:[0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+)(?:[:/][0-9]{4})?"
    r"/[A-ZĐ][^\W_]*(?:-[A-ZĐ][^\W_]*)*"
)
_CAPITALS = r"(?<![^\W\d_])[A-ZĐ]{2,6}(?![^\W\d_])"
_SIGN = re.compile(
    rf"[0-9@/&+=≥≤><→⇒≈~±½¼¾⅓⁰¹²³⁴-⁹]|\.\S|[–—][IVX]|[A-ZĐ]{{2}}|(?<!\w)(?:[IVX]+|vv|{ALONE})(?!\w)"
)
"""What a text must hold for a form to be in it; most sentences hold nothing of it."""


def speak(text: str, readings: Readings = NO_READINGS) -> str:
    """Say `text` (in normal form C) in words; no digit is left.

    `readings` are the abbreviations that are known; others in capitals are spelt out.
    """
    return speak_part(text, 0, len(text), readings)


def speak_part(text: str, start: int, end: int, readings: Readings = NO_READINGS) -> str:
    """How a part of a text is read, as what stands around it has it: «1/3» of «1/3 số hộ»."""
    said, at = "", start
    for begin, until, form in forms_in(text, readings):
        if start <= begin and until <= end:
            said = _join(_join(said, text[at:begin]), form)
            at = until
    return _without_digits(_join(said, text[at:end]))


def forms_in(text: str, readings: Readings = NO_READINGS) -> Iterator[tuple[int, int, str]]:
    """What is not said as it is written: where it begins and ends, and what is said for it."""
    if not (_SIGN.search(text) or any(short in text for short in readings)):
        return
    pattern, forms = _scanner(tuple(sorted(readings.items())))
    for found in pattern.finditer(text):
        form, own = forms[str(found.lastgroup)]
        match = own.match(text, found.start())
        yield found.start(), found.end(), form.say(match) if match else ""


@lru_cache(maxsize=1024)
def _syllables(word: str) -> int:
    return 1 if is_syllable(word) else max(1, len(_VOWELS.findall(fold(word))))


def count_syllables(text: str, readings: Readings = NO_READINGS) -> int:
    """How many syllables an announcer says; words that are not Vietnamese count their vowels."""
    return _counted(text, tuple(sorted(readings.items())))


@lru_cache(maxsize=8192)  # a script is counted for its check, its sheet, the plan and its page
def _counted(text: str, readings: tuple[tuple[str, str], ...]) -> int:
    return sum(_syllables(word) for word in _WORD.findall(speak(text, dict(readings))))


@cache
def _scanner(
    readings: tuple[tuple[str, str], ...],
) -> tuple[re.Pattern[str], dict[str, tuple[SpokenForm, re.Pattern[str]]]]:
    """One pattern for every form, and the forms by the name of their group."""
    known = dict(readings)
    forms = (
        SpokenForm(_ADDRESS, lambda match: _address(match[0])),
        SpokenForm(_DOCUMENT, lambda match: _document(match[0], known)),
        *([SpokenForm(_any_of(known), lambda match: known[match[0]])] if known else ()),
        *CODES,
        *DATES,
        *FIGURES,
        SpokenForm(_CAPITALS, lambda match: spelt(match[0])),
    )
    named = {f"f{index}": (form, re.compile(form.pattern)) for index, form in enumerate(forms)}
    whole = "|".join(f"(?P<{name}>{form.pattern})" for name, (form, _) in named.items())
    return re.compile(whole), named


def _any_of(known: Readings) -> str:
    """Whole words; what ends in a point («TP.») may touch the next one."""
    longest_first = sorted(known, key=lambda short: (-len(short), short))
    ends = (
        re.escape(each) + (r"(?![^\W_])" if each[-1].isalnum() else "") for each in longest_first
    )
    return rf"(?<![^\W\d_])(?:{'|'.join(ends)})"


def _join(before: str, after: str) -> str:
    touching = before[-1:].isalnum() and after[:1].isalnum()
    return f"{before} {after}" if touching else before + after


def _address(written: str) -> str:
    """Of an address of the web, what is typed: without https:// and www."""
    bare = re.sub(r"^(?:https?://)?(?:www\.)?(?=\w)", "", written)
    parts = _WEB.findall(bare)
    said = (_WEB_SIGNS.get(part) or (number(part) if part.isdigit() else part) for part in parts)
    return " ".join("vê en" if part == "vn" else part for part in said)


def _document(written: str, known: Readings) -> str:
    """The number of a legal document («889/QĐ-TTg») or standard («40:2011/BTNMT»)."""
    figures, _, letters = written.rpartition("/")
    numbers = " trên ".join(map(serial, figures.replace(":", "/").split("/")))
    numbers = numbers.replace(" trên ", " năm ") if ":" in figures else numbers
    named = [known.get(part) or _lettered(part) for part in letters.split("-")]
    return f"{numbers} trên {' '.join(named)}"


def _lettered(part: str) -> str:
    """The letters, and a number behind them: «QH14»."""
    letters = part.rstrip("0123456789")
    digits = part[len(letters) :]
    return f"{spelt(letters)} {number(digits)}" if digits else spelt(letters)


def _without_digits(text: str) -> str:
    """Say what is a digit to Unicode, but not to us: «²», «①», digits of other scripts."""
    digits = set(filter(str.isdigit, text))
    if not digits:
        return text
    said = ""
    for piece in re.split(f"([{''.join(sorted(digits))}])", text):
        said = _join(said, in_words(unicodedata.digit(piece)) if piece in digits else piece)
    return said
