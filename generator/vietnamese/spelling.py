"""Words with marks of Vietnamese that are no syllable of it: a slip of typing, whatever its cause.

«nuớc» lacks a hook, «nứơc» has its tone on the wrong letter, «tiêt» lacks a tone, «tiế t» has a
space within, «tiếtkiệm» none between, «nghành» begins as none does before an a, «nướcc» has its end
twice, «nƯỚC» was typed with Caps Lock, «Iàm» was scanned, «ɗệt» has a letter of no keyboard.
Evidence is the form of a syllable: a beginning, vowels and an end as Vietnamese has them. Loan
words («bêtông», «crôm») have another form.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from generator.vietnamese.corrections import TextCorrection
from generator.vietnamese.forms import RareForm, Sign
from generator.vietnamese.keyboard import with_tone
from generator.vietnamese.onsets import ASCII, is_name, respelt
from generator.vietnamese.syllables import is_syllable
from generator.vietnamese.text import TONES, nfc, without_tones
from generator.vietnamese.typed_keys import foreign_word, has_foreign_letters, key_left
from generator.vietnamese.word_lists import word_lists

_MARKED: Final = "ăâđêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"
_PART: Final = r"\w\u0300-\u036f'’\u00ad\u200b-\u200f\u2060\ufeff-"  # of a longer word
_STRANGE: Final = {"ä": "aăâ", "å": "a", "ë": "eê", "ï": "i", "ö": "oôơ", "ø": "oô", "ü": "uư",
    "ÿ": "y", "ñ": "nđ", "ȃ": "aăâ", "ȇ": "eê", "ȋ": "i", "ȏ": "oô", "ȗ": "uư", "ȧ": "aăâ",
    "ő": "oô", "ű": "uư", "ů": "uư", "ɗ": "dđ", "ȡ": "dđ", "ħ": "h", "ŧ": "t", "ɵ": "oô",
    "ɛ": "e"}  # fmt: skip
"""Letters of other keyboards and alphabets, and what they may stand for in a Vietnamese word."""
_WORD = re.compile(
    rf"(?<![{_PART}])(?=[a-z]*[{_MARKED}{''.join(_STRANGE)}\u0300-\u036f]|(?-i:{ASCII})(?![{_PART}]))"
    rf"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*(?![{_PART}])",
    re.IGNORECASE,
)
_FIGURED: Final = RareForm(
    r"(?<![\w.,/-])[^\W\d_]{1,4}[01][^\W\d_]{1,4}(?![\w/-])", r"[^\W\d_][01][^\W\d_]"
)
_CODE: Final = 5  # letters: what has fewer, and none with a mark, may be one
_LOAN_WORDS: Final = frozenset(word_lists(__package__)["loan_words"])
_HOOKED: Final = "ăâêôơư"
_VOWELS: Final = "aăâeêioôơuưy"
_ENDS: Final = "c|ch|m|n|ng|nh|p|t"
_FORM = re.compile(
    r"(?P<initial>b|ch?|d|đ|gh?|gi|h|kh?|l|m|ngh?|nh|n|ph|qu|r|s|th|tr|t|v|x|)"
    rf"(?P<vowels>[{_VOWELS}]{{1,3}})(?P<end>{_ENDS}|)"
)
_END_APART = re.compile(rf" ({_ENDS})(?![\w\u0300-\u036f'’.-])")
_HOOKS: Final = (("uơ", "ươ"), ("ưo", "ươ"), ("ie", "iê"), ("ye", "yê"), ("uo", "uô"))
_TWICE = re.compile(r"([b-df-hj-np-tv-xzđ])\1+|(?<=.)(ng|nh|ch)\2+$")
_WELDED: Final = 3  # letters of each part, both with marks; «ôtô», «cácbon» are loan words
_LAST: Final = 2  # letters of the second part, if it has a tone: «đượcxử»


def misspellings(prose: str) -> Iterator[TextCorrection]:
    """Where no syllable stands, and what is meant where that is known; `prose` is in form C."""
    yield from _scanned(prose)
    for found in _WORD.finditer(prose) if _WRONG.is_in(prose) else ():
        meant = _meant(found[0])
        if meant is None or is_name(prose, found):
            continue
        end = found.end()
        apart = _END_APART.match(prose, end) if not meant else None
        if apart and is_syllable(found[0] + apart[1]):
            meant, end = found[0] + apart[1], apart.end()
        if meant or found[0].islower() or _has_loose_mark(found[0]):
            yield TextCorrection(found.start(), end, meant or None)


def _scanned(prose: str) -> Iterator[TextCorrection]:
    """Figures that stand for letters in a word: «tr0ng», «đ1ện»."""
    for found in _FIGURED.finditer(prose):
        word = found[0]
        if word.islower() and not (word.isascii() and ("1" in word or len(word) < _CODE)):
            meant = (word.replace("0", "o").replace("1", letter) for letter in "il")
            if right := next(filter(is_syllable, meant), ""):
                yield TextCorrection(*found.span(), None if right.isascii() else right)


def _is_wrong(word: str) -> bool:
    return any(_meant(each) is not None for each in _WORD.findall(word))


_WRONG: Final = Sign(_is_wrong)


@lru_cache(maxsize=65536)
def _meant(word: str) -> str | None:
    """None for a syllable, or what may be no Vietnamese; else what is meant, or nothing."""
    return _with_small_l(word) or _meant_by_letters(word)


def _with_small_l(word: str) -> str:
    """What is meant by a word that begins with a capital I as with a small l: «Iàm», «Ià»."""
    is_marked = word[1:].islower() and not word.isascii()
    is_one = word[0] == "I" and is_marked and word.lower() not in _LOAN_WORDS
    right = f"l{word[1:]}" if is_one else ""
    stands = is_syllable(word) and len(word) > 2  # noqa: PLR2004 - nothing is called «Ià»
    return right if right and not stands and is_syllable(right) else ""


def _meant_by_letters(word: str) -> str | None:
    lower = word.lower()
    decomposed = unicodedata.normalize("NFD", lower)
    if lower in _LOAN_WORDS:
        return None
    if right := respelt(lower) or _typed_once(lower):
        return _as_written(word, right)
    if is_syllable(word) and _is_on_its_letter(lower):
        return _as_written(word, lower) if _is_caps_lock(word) else None
    tones = [char for char in decomposed if char in TONES]
    bare = nfc("".join(char for char in decomposed if char not in TONES))
    if strange := next((char for char in lower if char in _STRANGE), ""):
        others = (nfc(bare.replace(strange, char)) for char in _STRANGE[strange])
        return "" if any(map(_is_form, others)) else None
    if found := _FORM.fullmatch(bare):
        return _as_written(word, _whole(found, tones)) if len(tones) <= 1 else ""
    return _of_keys(word)


def _of_keys(word: str) -> str | None:
    """What is meant by a word of no form, by the keys that were pressed; as `_meant` says it."""
    lower = word.lower()
    if foreign := foreign_word(lower):
        return _as_written(word, foreign) if foreign.islower() or word.isupper() else foreign
    if right := _parted(lower) or key_left(lower, is_name=word.istitle()):
        return _as_written(word, right)
    return "" if word.islower() and has_foreign_letters(word) else None


def _typed_once(word: str) -> str:
    """What is meant by a word that has too much, or rn for m; nothing if it has not."""
    if "rn" in word and not word.isascii() and is_syllable(scanned := word.replace("rn", "m")):
        return scanned
    once = word if foreign_word(word) else _once(word)
    return (_meant(once) or (once if is_syllable(once) else "")) if once != word else ""


def _once(word: str) -> str:
    """Without what is typed twice: consonants, a mark that stands on none of its letters.

    A mark alone may be the one of a letter before; where that has one, it is too much.
    """
    tones = [char for char in unicodedata.normalize("NFD", word) if char in TONES]
    if len(tones) > 1 and any(char in TONES for char in word):
        word = "".join(char for char in word if char not in TONES)
    return word if word.isascii() else _TWICE.sub(lambda found: found[1] or found[2], word)


def _has_loose_mark(word: str) -> bool:
    return any(char in TONES for char in word)


def _is_caps_lock(word: str) -> bool:
    """Whether its capitals are others than those of «nước», «Nước» and «NƯỚC»: «nƯỚC», «NưỚc»."""
    letters = word[0] + word[1:].lower(), word.upper()
    return not word.isascii() and word not in letters


def _is_form(word: str) -> bool:
    """Whether a word without its tone has the letters of a syllable."""
    return is_syllable(word) or any(is_syllable(with_tone(word, tone)) for tone in TONES)


def _is_on_its_letter(word: str) -> bool:
    """Whether the tone is on a vowel, and on the last with a hook, if there is one: «nước»."""
    bare = [_without_tone(char) for char in word]
    at = next((at for at, char in enumerate(word) if bare[at] != char), -1)
    hooked = [char for char in bare if char and char in _HOOKED]
    return at < 0 or bare[at] in (hooked[-1:] or [*_VOWELS])


_without_tone = lru_cache(maxsize=1024)(without_tones)


def _whole(found: re.Match[str], tones: list[str]) -> str:
    """The syllable with its hooks on the right letters, if that makes one."""
    for wrong, right in _HOOKS:
        vowels = found["vowels"].replace(wrong, right)
        meant = with_tone(found["initial"] + vowels + found["end"], tones[0] if tones else "")
        if is_syllable(meant):
            return meant
    return ""


def _parted(word: str) -> str:
    """Two syllables that no space parts."""
    for at in range(_WELDED, len(word) - _LAST + 1):
        parts = word[:at], word[at:]
        if len(parts[1]) == _LAST and without_tones(parts[1]) == parts[1]:
            continue
        if all(is_syllable(part) and not part.isascii() for part in parts):
            return " ".join(parts)
    return ""


def _as_written(word: str, meant: str) -> str:
    """With the capitals of the word."""
    if word.isupper() and len(word) > 1:
        return meant.upper()
    is_first = word[:1].isupper() or word.swapcase().istitle()
    return meant[:1].upper() + meant[1:] if is_first else meant
