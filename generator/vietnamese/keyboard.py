"""What is left of typing Vietnamese while the keyboard's program was off.

Telex writes marks with letters («Tieets kieemj»), VNI with figures («Tie61t kie65m»), VIQR with
signs («Tie^'t kie^.m»). Evidence is a word that is no Vietnamese syllable as it stands, becomes one
when decoded, and is no English word either: English has «boots» and «seems», but no «kieemj».
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from generator.vietnamese.english import LIKE_TELEX
from generator.vietnamese.forms import Sign
from generator.vietnamese.syllables import is_syllable
from generator.vietnamese.text import nfc
from generator.vietnamese.word_lists import word_lists

Marks = tuple[tuple[str, str], ...]

_TONES: Final = {"f": "\u0300", "r": "\u0309", "x": "\u0303", "s": "\u0301", "j": "\u0323"}
_VNI_TONES: Final = {"2": "\u0300", "3": "\u0309", "4": "\u0303", "1": "\u0301", "5": "\u0323"}
_VIQR_TONES: Final = {"`": "\u0300", "?": "\u0309", "~": "\u0303", "'": "\u0301", ".": "\u0323"}
_MARKS: Final[Mapping[str, Mapping[str, str]]] = word_lists(__package__)
_TELEX_MARKS: Final[Marks] = tuple(_MARKS["telex"].items())
_VNI_MARKS: Final[Marks] = tuple(_MARKS["vni"].items())
_VIQR_MARKS: Final[Marks] = tuple(_MARKS["viqr"].items())
_WORD = re.compile(
    r"(?<![\w@./-])[A-Za-z][A-Za-z0-9^(+'`?~.]{1,9}(?<![.?'])(?![\w@/-])|(?<![\w@./-])[A-Za-z]{2,8}(?!\w)"
)
_LETTERS = re.compile(r"[A-Za-z]{3,8}")
# What no English word has: a j at its end, «uw», «aa», a doubled d in front, a mark and a tone.
_TELEX = re.compile(
    r".*[uw]ow[a-z]*|.*(?:[aeo]{2}|w)[a-z]*j(?:c|ch|m|n|ng|nh|p|t)?$|.*uw|.*aa[a-z]*[sfrxj]|dd[a-z]+[sfrxj]",
    re.IGNORECASE,
)
# «ti61t»: the vowel that always stands there is the one that is forgotten.
_FORGOTTEN: Final[Marks] = (("i6", "ie6"), ("y6", "ye6"), ("u6", "uo6"), ("u7", "uo7"))
_ONE_TONE: Final = 3  # letters of a word in which only a tone, or only a mark, is typed
_VNI_LATE = re.compile(
    r"[A-Za-z][a-z]{1,5}(?:(?P<mark>[6-9])(?P<tone>[1-5])|(?P<t>[1-5])(?P<m>[6-9]))"
)
_VNI_TONE = re.compile(r"[a-z]*[aeiouy][1-5][a-z]+")
_VNI = re.compile(
    r"[A-Za-z][a-z]{1,5}[1-5][6-9]|[A-Za-z]{1,5}[6-9][A-Za-z0-9]*[1-5][A-Za-z]*|[Dd]9[A-Za-z0-9]*[1-5][A-Za-z]*"
)
_VIQR = re.compile(
    r"[A-Za-z]*[uU]\+[oO]\+[A-Za-z]+|[A-Za-z]{1,5}[\^(+][A-Za-z]?\+?[`'?~.][A-Za-z]{0,3}"
)
_LATE: Final[Mapping[str, Marks]] = {
    "6": (("ie", "iê"), ("ye", "yê"), ("uo", "uô"), ("a", "â"), ("e", "ê"), ("o", "ô")),
    "7": (("uo", "ươ"), ("o", "ơ"), ("u", "ư")),
    "8": (("a", "ă"),),
    "9": (("d", "đ"),),
}
_LOAN_WORDS: Final = frozenset(word_lists(__package__)["loan_words_without_marks"])
_FORMULAS: Final = frozenset({"h2o", "n2o", "h2s", "co2e"})
_MARKED: Final = "ăâêôơư"
_VOWELS: Final = "aeiouyăâêôơư"


@dataclass(frozen=True, slots=True)
class Residue:
    """A passage of such words, from `start` to `end`, and how it reads in Vietnamese."""

    start: int
    end: int
    vietnamese: str


def residues(prose: str) -> Iterator[Residue]:
    """The passages of a text that were typed so.

    Beside a word that is evidence stand others that are not, since only a mark or a tone is typed
    in them: «Sanr xuaast sachj hown».
    """
    sure = dict(_sure(prose)) if _SURE.is_in(prose) else {}
    words = [(match, *_read(match, sure)) for match in _WORD.finditer(prose)] if sure else []
    passage: list[tuple[re.Match[str], str, bool]] = []
    for match, meant, is_sure in words:
        far = passage and match.start() > passage[-1][0].end() + 1
        if passage and (far or not meant):
            yield from _told(prose, passage)
            passage = []
        if meant:
            passage.append((match, meant, is_sure))
    yield from _told(prose, passage)


def _told(prose: str, passage: list[tuple[re.Match[str], str, bool]]) -> Iterator[Residue]:
    """Words that stand together, if one of them is evidence."""
    if any(is_sure for _, _, is_sure in passage):
        parts, at = list[str](), passage[0][0].start()
        for match, meant, _ in passage:
            parts += prose[at : match.start()], meant
            at = match.end()
        yield Residue(passage[0][0].start(), at, "".join(parts))


def _read(match: re.Match[str], sure: Mapping[int, str]) -> tuple[str, bool]:
    """What a word means, if it is left of typing, and whether it is evidence."""
    if match.start() in sure:
        return sure[match.start()], True
    return (_telex(match[0]) if _LETTERS.fullmatch(match[0]) else ""), False


def _sure(prose: str) -> Iterator[tuple[int, str]]:
    """Where each word stands that is evidence, and what it means."""
    for match in _WORD.finditer(prose):
        word = match[0]
        if _LETTERS.fullmatch(word):
            meant = _telex(word) if _TELEX.match(word) or _is_no_english(word) else ""
        elif _VNI.fullmatch(word):
            meant = _decoded(word, _VNI_MARKS, _VNI_TONES) or _decoded(
                _as_written(word, _marked(word.lower(), _FORGOTTEN)), _VNI_MARKS, _VNI_TONES
            )
            meant = meant or _late(word)
        elif _VNI_TONE.fullmatch(word):
            digit = next(char for char in word if char.isdigit())
            meant = with_tone(word.replace(digit, "", 1), _VNI_TONES[digit])
            meant = meant if is_syllable(meant) and word not in _FORMULAS else ""
        else:
            meant = _decoded(word, _VIQR_MARKS, _VIQR_TONES) if _VIQR.fullmatch(word) else ""
        if meant:
            yield match.start(), meant


def _is_no_english(word: str) -> bool:
    """Whether a word in small letters, with a tone or a mark, is none of English or chemistry."""
    is_known = word in LIKE_TELEX or word in _LOAN_WORDS or word.endswith("xi")
    return word.islower() and len(word) >= _ONE_TONE and not is_known


def _late(word: str) -> str:
    """Both figures at the end: «Tiet61», «nuoc71»."""
    found = _VNI_LATE.fullmatch(word)
    if not found:
        return ""
    plain, mark, tone = word[:-2].lower(), found["mark"] or found["m"], found["tone"] or found["t"]
    for keys, letters in sorted(_LATE[mark], key=lambda pair: -len(pair[0])):
        meant = with_tone(plain.replace(keys, letters, 1), _VNI_TONES[tone])
        if keys in plain and is_syllable(meant):
            return _as_written(word, meant)
    return ""


_SURE: Final = Sign(lambda word: any(_sure(word)))


def _telex(word: str) -> str:
    """A word with a mark or a tone, or nothing: it must be no syllable as it stands."""
    plain = word.lower()
    at = max(plain.rfind(letter) for letter in _TONES)
    bare, tone = (plain[:at] + plain[at + 1 :], _TONES[plain[at]]) if at > 0 else (plain, "")
    marked = _marked(bare, _TELEX_MARKS)
    meant = with_tone(marked, tone or (_missing(word) if marked != bare else ""))
    is_one = meant != plain and not is_syllable(word) and is_syllable(meant)
    return _as_written(word, meant) if is_one else ""


def _decoded(word: str, marks: Marks, tones: Mapping[str, str]) -> str:
    """A word with a mark and a tone, or nothing: «m3» and «CO2» have no mark."""
    plain = word.lower()
    marked = _marked(plain, marks)
    at = next((at for at, char in enumerate(marked) if char in tones), 0)
    meant = with_tone(marked[:at] + marked[at + 1 :], tones[marked[at]]) if at else ""
    if not at and (tone := _missing(marked)):
        meant = with_tone(marked, tone)
    return _as_written(word, meant) if marked != plain and is_syllable(meant) else ""


def _missing(word: str) -> str:
    """The tone of a syllable that cannot be without one: «nuowc»; it may be the other, too."""
    return _TONES["s"] if word[-1] in "cpt" or word.endswith("ch") else ""


def _marked(word: str, marks: Marks) -> str:
    for keys, letters in marks:
        word = word.replace(keys, letters)
    return word


def with_tone(word: str, tone: str) -> str:
    """A syllable with its tone: on the vowel with a mark, else on the last of a closed syllable."""
    vowels = [at for at, char in enumerate(word) if char in _VOWELS]
    if word[:2] in {"qu", "gi"} and len(vowels) > 1:
        vowels = vowels[1:]
    if not vowels:
        return word
    marked = [at for at in vowels if word[at] in _MARKED]
    closed = vowels[-1] < len(word) - 1
    at = marked[-1] if marked else vowels[-1] if closed or len(vowels) == 1 else vowels[-2]
    return nfc(word[: at + 1] + tone + word[at + 1 :])


def _as_written(word: str, meant: str) -> str:
    """With the capitals of the word."""
    if word.isupper():
        return meant.upper()
    return meant[0].upper() + meant[1:] if word[0].isupper() else meant
