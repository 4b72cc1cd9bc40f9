"""What is written wholly in capitals, as headings in word processors are: hard to read and hear."""

import re
from collections.abc import Iterator
from typing import Final

from generator.checks.superlatives import PRINTED_TEXTS
from generator.diagnostics import Diagnostic, warning
from generator.model.read_words import Prose
from generator.text.habits import habits
from generator.text.piece_texts import ReadText
from generator.vietnamese.capitals import sentence_case, words_in_capitals
from generator.vietnamese.forms import Sign

CAPITALS = warning(
    "all-in-capitals",
    "All of this is in capitals, which is hard to read; whoever listens to it hears letters.",
    "Type it like a sentence; only names keep their capitals: {word}",
)
TITLE_CASE = warning(
    "title-case",
    "Each word of this begins with a capital, as in English.",
    "Type it like a sentence; only names keep their capitals: {word}",
)
_SMALL_WORDS: Final = frozenset(
    {
        *("Của", "Và", "Là", "Cho", "Trong", "Không", "Khi", "Để", "Những", "Các", "Được", "Từ"),
        *("Với", "Theo", "Ở", "Trên", "Về", "Đến", "Bằng", "Như", "Mà", "Thì", "Nhỏ", "Ngay"),
        *("Hơn", "Này", "Nào", "Đã", "Sẽ", "Cùng", "Hãy", "Vì", "Do", "Tại", "Bị", "Nên"),
    }
)
"""Words that no name begins with."""
_SIGN_OF_CASE: Final = Sign(_SMALL_WORDS.__contains__)
_CASED: Final = 5  # words
_SIGN: Final = Sign(lambda word: not word.isascii() and word.isupper())
_LINE: Final = re.compile(
    r"^(?P<before>[ >]*(?:#{1,6}[ ]+|[-+][ ]+|\d{1,3}[.)][ ]+)?(?:\*\*[^*\n]{1,40}:\*\*[ ]*)?[*_]*)"
    r"(?P<words>[^\W_][^\n]*?)(?P<after>[*_#\s]*)$",
    re.MULTILINE,
)
_LOST: Final = re.compile(r"\w\?\w")
_LEAST: Final = 2  # words: one alone may be a name


def check_text(text: ReadText) -> Iterator[Diagnostic]:
    """Every text but the words of artwork, and of documents, which are set in capitals anyway."""
    is_drawn = text.key in PRINTED_TEXTS and text.is_of_artwork
    if is_drawn or text.kind is Prose.DOCUMENT:
        return
    if _SIGN.is_in(text.prose):
        yield from _in_capitals(text)
    if _SIGN_OF_CASE.is_in(text.prose):
        yield from _in_title_case(text)


def _in_title_case(text: ReadText) -> Iterator[Diagnostic]:
    """Lines of which every word has a capital, also one that is no part of a name."""
    for found in _LINE.finditer(text.prose):
        words = [word for word in found["words"].split() if word[:1].isalpha()]
        are_cased = len(words) >= _CASED and all(word[:1].isupper() for word in words)
        if are_cased and not found["words"].isupper() and not _SMALL_WORDS.isdisjoint(words[1:-1]):
            where = text.at(*found.span("words"))
            yield TITLE_CASE.at(where, word=sentence_case(text.text[slice(*found.span("words"))]))


def _in_capitals(text: ReadText) -> Iterator[Diagnostic]:
    """Lines without a small letter."""
    is_script = text.is_script
    told = [habit.start for habit in habits(text.prose)] if not text.key else []
    last = -1
    for found in _LINE.finditer(text.prose):
        start, end = found.span("words")
        is_said = found["before"].strip(" >*_") or not is_script  # others are told as no turn
        if (
            not is_said
            or _LOST.search(found["words"])
            or len(words_in_capitals(found["words"])) < _LEAST
        ):
            continue
        if found.start() > last and not any(found.start() <= at < end for at in told):
            word = sentence_case(text.text[start:end])
            yield CAPITALS.at(text.at(start, end), word=word)
        last = found.end() + 1  # the lines of a paragraph are told once
