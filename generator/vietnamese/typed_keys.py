"""Words that a keyboard left in Telex has spoilt, and the keys that were pressed for them.

In foreign words the keys of marks are letters: «ưebsite» was w-e-b-s-i-t-e, «Ẽcel» E-x-c-e-l, and
«sòtware» s-o-f-t-w-a-r-e. In Vietnamese ones a key of a tone stays behind its word: «quảr».
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Final

from generator.vietnamese.syllables import is_syllable
from generator.vietnamese.text import TONES, nfc
from generator.vietnamese.word_lists import word_lists

_KEYS: Final = dict(zip(TONES, "frxsj", strict=True))
_LETTERS: Final = {"â": "aa", "ê": "ee", "ô": "oo", "ă": "aw", "ơ": "ow", "đ": "dd"}
_LEFT: Final = re.compile(r"(?P<word>\w{2,7})(?P<key>[sfrxjwz])")
_FOREIGN_LETTERS: Final = re.compile("[fjw]")
_OURS: Final = re.compile("[ăđơưảẻỉỏủỷẽĩũỹạẹịọụỵ\u1ea4-\u1ef9]")
"""Letters of Vietnamese that no other language in Latin letters has, or hardly one."""
_FRENCH: Final = frozenset("éèê")  # «vidéo»
_LONGEST: Final = 14  # letters
_MOST: Final = 3  # letters with marks of one word


def key_left(word: str, *, is_name: bool) -> str:
    """The word before the key of a tone that stayed behind it; nothing where none did.

    Behind what may be a name only the key of its own tone is one.
    """
    found = _LEFT.fullmatch(word)
    if not found or not is_syllable(found["word"]):
        return ""
    tones = [char for char in unicodedata.normalize("NFD", found["word"]) if char in TONES]
    is_left = bool(tones) and (not is_name or _KEYS[tones[0]] == found["key"])
    return found["word"] if is_left else ""


def foreign_word(word: str) -> str:
    """The foreign word for which the keys of a word in small letters were pressed, if known."""
    keys = {*_pressed(word), _without_mark(word)}
    return next((_known()[each] for each in sorted(keys) if each in _known()), "")


def has_foreign_letters(word: str) -> bool:
    """Whether letters that Vietnamese lacks stand beside some that only Vietnamese has: «wướt»."""
    return bool(_FOREIGN_LETTERS.search(word) and _OURS.search(word))


@cache
def _known() -> dict[str, str]:
    return {each.lower(): each for each in reversed(word_lists(__package__)["foreign"])}


def _without_mark(word: str) -> str:
    """The letters of a word with marks on one of them, which belong nowhere: «ẻmail»."""
    letters = [unicodedata.normalize("NFD", char) for char in nfc(word)]
    is_one = sum(len(letter) > 1 for letter in letters) == 1 and _FRENCH.isdisjoint(nfc(word))
    return "".join(letter[0] for letter in letters) if is_one and not _is_left(word) else ""


def _is_left(word: str) -> bool:
    """Whether the key of a tone may have stayed behind it: «bóx»."""
    return bool(key_left(word, is_name=False))


def _pressed(word: str) -> set[str]:
    """The letters that may have been typed: a key stands somewhere behind its letter."""
    plain, keys = "", list[tuple[int, str]]()
    for char in word if len(word) <= _LONGEST else ():
        apart = unicodedata.normalize("NFD", char)
        letter = nfc("".join(part for part in apart if part not in TONES))
        if letter == "ư":
            plain += "w"
        else:
            typed = _LETTERS.get(letter, letter)
            plain += typed[:1]  # nothing of a mark that stands alone
            keys += [(len(plain), key) for key in typed[1:]]
        keys += [(len(plain), _KEYS[part]) for part in apart if part in TONES]
    return set(_with_keys(plain, keys)) if 0 < len(keys) + plain.count("w") <= _MOST else set()


def _with_keys(word: str, keys: list[tuple[int, str]]) -> Iterator[str]:
    """A word with each of its keys somewhere behind its letter; a second d may be too much."""
    if not keys:
        yield word
        return
    *others, (start, key) = keys
    for at in range(start, len(word) + 1):
        yield from _with_keys(word[:at] + key + word[at:], others)
    if key == "d":
        yield from _with_keys(word, others)
