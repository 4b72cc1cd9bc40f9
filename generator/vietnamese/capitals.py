"""Words in capitals, but for symbols whose case is their meaning: «GIỮ pH 7», «BỚT 3 mg», «12 kWh».

A symbol of a unit is written in one way, whatever stands round it (SI brochure, 9th edition, 5.2):
mW is a thousandth of a watt, MW a million of them.
"""

import re
import unicodedata
from string import capwords
from typing import Final

from generator.vietnamese.speech.spoken_figures import UNITS
from generator.vietnamese.syllables import is_syllable
from generator.vietnamese.word_lists import word_lists

_LISTS: Final = word_lists(__package__)
SYMBOLS: Final = frozenset((*UNITS, *_LISTS["symbols"]))
"""Symbols that follow a figure; «đ», «t», «ha» are words or letters elsewhere."""

_SMALL: Final = "½¼¾¹²³⁰⁴-⁹⁻₀-₉"
_WORD: Final = re.compile(rf"[^\W\d_{_SMALL}]+")
_IN_CAPITALS: Final = re.compile(rf"(?<!\d){_WORD.pattern}")  # none of «1A, 2C»
_AFTER_FIGURE: Final = re.compile(rf"[\d°{_SMALL}]\s*$")
_EXPONENT: Final = re.compile(r"[²³⁻]|[23](?!\w)")
_IN_FORMULA: Final = re.compile(r"[A-Z][\d₀-₉]+$")
_JOINS: Final = re.compile(rf"[23{_SMALL}]*(?: ?/ ?\(?|[·⋅.])")
_PER: Final = re.compile(rf"(?<=[^\W\d_])[23{_SMALL}]*/")
_BEGUN: Final = re.compile(r"(?:\A\W*|[.!?…]\s+\W*)[^\W\d_]")
_MICRO: Final = frozenset("µμ")
_ADDRESS: Final = re.compile(
    r"(?<![^\s|(“])(?:[\w.+-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}"
    r"|(?:[A-Za-z]+://)?(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,6}[/?#][^\s|]*)"
)
"""A mailbox, or a page of a site, whose address is another one in capitals."""
_NO_NAME: Final = (
    "hội|viên|giao|luận|tắc|uỷ|ủy|đoàn|đội|ta|nhà|này|đó|kia|nào|và|của|các|những|cho|ở|tại|trong|có"
    "|là|mở|bày|tổ|thành|miền|vùng|nông|biên|bạn|khác|lớn|nhỏ|mới|cũ|nghèo|cấp|mình|lẻ|phía|đang|đã"
    "|sẽ|không|được|bị|về|với|năm|đều|cùng|xanh|sạch|đẹp|trực|thuộc|họp|thăm|đến|từ|phát|thu|đầu"
    "|cuối|ven|trên|dưới|đạt|làm|nhận|tập|thi|ra|lập|một|hai|ba|bốn|nơi|khi|nay|thông|trao|ký|trẻ|tôi"
)
"""Words with which no name of a place goes on, behind «tỉnh», «huyện», «xã»."""
_OF_KIND: Final = re.compile(
    r"(?<!\w)(?<!tác )(?P<kind>(?:tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường) )"
    rf"(?P<name>(?!(?:{_NO_NAME})(?!\w))[^\W\d_]+(?: (?!(?:{_NO_NAME})(?!\w))[^\W\d_]+)?)"
)
_NAMED: Final = re.compile(
    rf"(?<!\w)(?:{'|'.join((*_LISTS['places'], *_LISTS['provinces'])).lower()})(?!\w)"
)
_VOWELS: Final = frozenset("aeiouy")


def capitals(text: str) -> str:
    """The text in capitals; symbols keep their case, and addresses. `text` is in normal form C."""
    start, shown = 0, ""
    for address in _ADDRESS.finditer(text):
        shown += _words(text[start : address.start()]) + address[0]
        start = address.end()
    return shown + _words(text[start:])


def words_in_capitals(text: str) -> list[str]:
    """The words of a text that is wholly in capitals; none of one with a small letter.

    Short forms and signs, «SXSH» or «CO₂», are no words, and a text of them alone is none.
    """
    if not text.isupper():
        return []
    words = [word[0] for word in _IN_CAPITALS.finditer(text) if is_syllable(word[0].lower())]
    return [] if all(map(str.isascii, words)) else words


def sentence_case(text: str) -> str:
    """A text in capitals as a sentence has it: only the first letter, and short forms, keep them.

    Of names only those of places keep theirs: known ones, and what follows «huyện», «xã».
    Nothing in the text tells which other words are names.
    """
    small = _WORD.sub(lambda word: word[0].lower() if _is_word(word) else word[0], text)
    small = _NAMED.sub(lambda name: capwords(name[0]), small)
    small = _OF_KIND.sub(lambda found: found["kind"] + capwords(found["name"]), small)
    return _BEGUN.sub(lambda begun: begun[0].upper(), small)


def _is_word(word: re.Match[str]) -> bool:
    return is_syllable(word[0].lower()) and word.string[word.end() :][:1] not in {
        *_SMALL,
        *"0123456789",
    }


def _words(text: str) -> str:
    parts: list[str] = []
    end, is_symbol = 0, False
    for word in _WORD.finditer(text):
        between = text[end : word.start()]
        is_per = end > 0 and _PER.fullmatch(text, end, word.start()) is not None  # lít/h
        joined = is_per or (is_symbol and _JOINS.fullmatch(between) is not None)
        is_symbol = _is_symbol(word, joined=joined)
        parts += [between, word[0] if is_symbol else word[0].upper()]
        end = word.end()
    return "".join((*parts, text[end:]))


def _is_symbol(word: re.Match[str], *, joined: bool) -> bool:
    """Whether the case of a word is part of what it says; `joined`: to another unit, as in mg/l."""
    said, before, after = word[0], word.string[: word.start()], word.string[word.end() :]
    if not (said.islower() or said.isupper() or said.istitle()):
        return True  # pH, kWh, GWh, NaCl
    if _MICRO & set(said) or _IN_FORMULA.search(before):
        return True  # µg; the end of CO2e
    if said not in SYMBOLS:
        return False
    return (
        joined
        or _is_no_word(said)
        or _AFTER_FIGURE.search(before) is not None
        or _EXPONENT.match(after) is not None
    )


def _is_no_word(said: str) -> bool:
    """Whether nothing Vietnamese is written so: kg, mm, ppm have no vowel."""
    plain = unicodedata.normalize("NFD", said.casefold())
    return len(said) > 1 and not _VOWELS & set(plain)
