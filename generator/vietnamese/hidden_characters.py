"""What to type for a text with characters that nobody sees: two words never run into each other."""

import re
from typing import Final

from generator.vietnamese.syllables import is_syllable
from generator.vietnamese.text import invisible, lookalikes, nfc

_ENDS_OF_LINES: Final = "\v\f\x85\u2028\u2029"
_LONGEST: Final = 8  # letters of a syllable, loose marks included
_LETTERS_BEFORE = re.compile(r"[^\W\d_]*$")
_LETTERS_BEHIND = re.compile(r"[^\W\d_]*")


def visible(s: str) -> str:
    """Without invisible characters, and with the signs of the keyboard for what looks like them.

    Between two words that only such a character parts stands a space: the end of a line within a
    paragraph, a place where a word processor may break the line.
    """
    signs = list(s)
    for letter in lookalikes(s):
        signs[letter.offset] = letter.latin
    for hidden in invisible(s):
        signs[hidden.offset] = space_for(s, hidden.offset)
    return "".join(signs)


def space_for(s: str, at: int) -> str:
    """What takes the place of an invisible character: a space between two words, else nothing."""
    before, behind = s[max(0, at - _LONGEST) : at], s[at + 1 : at + 1 + _LONGEST]
    if not before[-1:].strip() or not behind[:1].strip():
        return ""
    if s[at] in _ENDS_OF_LINES:
        return " "
    left, right = _LETTERS_BEFORE.search(before), _LETTERS_BEHIND.match(behind)
    one, other = left[0] if left else "", right[0] if right else ""
    are_words = bool(one and other) and is_syllable(nfc(one)) and is_syllable(nfc(other))
    return " " if are_words and not is_syllable(nfc(one + other)) else ""
