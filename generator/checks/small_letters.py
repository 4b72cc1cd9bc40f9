"""Sentences and titles that begin with a small letter, as they are typed on a telephone."""

import re
from collections.abc import Iterator
from typing import Final

from generator.diagnostics import Diagnostic, warning
from generator.text.piece_texts import ReadText
from generator.text.placeholders import placeholders
from generator.vietnamese.syllables import is_syllable
from generator.vietnamese.text import nfc

SMALL = warning(
    "small-letter",
    "“{was}” begins a sentence or a title, with a small letter.",
    "Type it with a capital: {word}",
)
_BEGUN: Final = re.compile(r"\. (?P<word>[^\W\d_]+)(?![\w.])")
_SHORT: Final = re.compile(
    r"(?:\b(?:ths|pgs|etc|inc|ltd|tel|fig|vol)|(?<![^\W_])[^\W_]{0,2})\. $", re.IGNORECASE
)
_LONGEST: Final = 90  # characters of what Word shows
_OF_WORD: Final = re.compile(r"(?:Error|Lỗi)! [^.\n]{4,80}\.\Z")
"""What Word shows for a reference that it has lost, with its full stop."""
_FIRST: Final = re.compile(r"(?P<word>[^\W\d_]+)(?![\w.])")
_REACH: Final = 6  # characters that tell whether a full stop belongs to a short form
_FILE: Final = re.compile(r"\.\w{2,4}$")  # told as the name of a file
_OF_SENTENCES: Final = frozenset({"title", "summary", "standfirst"})


def check_text(text: ReadText) -> Iterator[Diagnostic]:
    """Every text: its sentences, and the first word of a title or a summary."""
    found = list(_BEGUN.finditer(text.prose))
    first = _FIRST.match(text.prose) if text.key in _OF_SENTENCES else None
    if first and first["word"].islower() and not _is_told(text):
        found.insert(0, first)
    for each in found:
        word, (start, end) = each["word"], each.span("word")
        before = text.prose[max(0, start - _REACH) : start]
        is_short = _SHORT.search(before) or _OF_WORD.search(
            text.prose, max(0, start - _LONGEST), start - 1
        )
        if word.islower() and is_syllable(word) and not is_short:
            where = text.at(start, end)
            yield SMALL.at(where, was=word, word=word[0].upper() + word[1:])


def _is_told(text: ReadText) -> bool:
    """Whether all of a value is told: it is a file's name, says nothing, or is read otherwise."""
    line = nfc(text.where.text)
    if _FILE.search(text.text) or text.text not in line or "\\" in line:
        return True
    return any(placeholders(text.text, text.prose, is_value=True, is_heard=False))
