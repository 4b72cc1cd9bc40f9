"""Names of places and partners as they are known: «huyện Vĩnh Cữu», «Khuyến công Bình Lốc».

Two syllables with capitals that are those of a known name but for one mark. Hỏi for ngã and d for
đ are told wherever they stand; another tone or end only behind the word that stands before them in
the name, since many a place is called nearly as another one is.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import islice, pairwise
from typing import Final

from generator import vietnamese
from generator.checks import MOST, Alone
from generator.diagnostics import Diagnostic, warning
from generator.model.workspace import Workspace
from generator.text.piece_texts import ReadText
from generator.vietnamese.barred_d import other_d
from generator.vietnamese.keyboard import with_tone
from generator.vietnamese.like_sounds import like_sounds
from generator.vietnamese.syllables import is_syllable
from generator.vietnamese.text import TONES, nfc, without_tones
from generator.vietnamese.word_lists import word_lists

NAME_MISSPELT = warning(
    "name-misspelt",
    "“{said}” is nearly the name {right}, which is known here.",
    "If that is meant, type: {word}",
)
_CAPITAL: Final = "[A-ZĐÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝĂĨŨƠƯẠ-Ỹ]"
_SECOND: Final = re.compile(rf" {_CAPITAL}[^\W\d_]+(?!\w)")  # begins with what is soon found
_FIRST: Final = re.compile(rf"(?:(?P<before>[^\W\d_]+) )?(?<!\w)(?P<first>{_CAPITAL}[^\W\d_]+)$")
_REACH: Final = 24  # characters: more than two syllables have
_PERSON: Final = frozenset(
    ("ông", "bà", "anh", "chị", "em", "cô", "chú", "bác", "cháu", "đồng", "chí")
)
_SWAPPED: Final = {0x309: 0x303, 0x303: 0x309}  # hỏi and ngã


def register(workspace: Workspace) -> tuple[str, ...]:
    """The names that are known here."""
    return tuple(_names(workspace))


def check_against(alone: Alone, register: tuple[str, ...]) -> Iterable[Diagnostic]:
    """Every text that a piece says itself."""
    slips = _slips(register)
    for text in alone.texts:
        if text.is_main and text.is_vietnamese:
            yield from islice(_misspelt(text, slips), MOST)


def _misspelt(text: ReadText, slips: Mapping[str, tuple[str, set[str]]]) -> Iterator[Diagnostic]:
    if not any(pair in slips for pair, *_ in _named(text.text)):
        return  # what is no prose is looked for only then: that takes several times as long
    for pair, before, start in _named(text.prose):
        if (known := slips.get(pair)) is None:
            continue
        right, needed = known
        is_name = before.casefold() in _PERSON or before[:1].isupper()
        if (before.casefold() in needed) if needed else not is_name:
            where = text.at(start, start + len(pair))
            yield NAME_MISSPELT.at(where, said=pair, right=right, word=right)


def _named(text: str) -> Iterator[tuple[str, str, int]]:
    """Two words with capitals, the word before them, and where they begin."""
    for second in _SECOND.finditer(text):
        at = second.start()
        if first := _FIRST.search(text[max(0, at - _REACH) : at]):
            pair = first["first"] + second[0]
            yield pair, first["before"] or "", at - len(first["first"])


@lru_cache(maxsize=2)  # names seldom change, and the desk looks at texts after each key
def _slips(names: tuple[str, ...]) -> Mapping[str, tuple[str, set[str]]]:
    """What is written, and what is meant behind which word; behind any where that is empty."""
    pairs = {
        (before.casefold(), first, second)
        for name in names
        for before, (first, second) in _pairs(name.split())
    }
    known = {f"{first} {second}" for _, first, second in pairs}
    behind: dict[str, tuple[str, set[str]]] = {}
    sure: dict[str, tuple[str, set[str]]] = {}
    for before, first, second in sorted(pairs):
        right = f"{first} {second}"
        for wrong in _wrong(first, second, _loose) if before else ():
            behind.setdefault(wrong, (right, set()))[1].add(before)
        sure |= {wrong: (right, set()) for wrong in _wrong(first, second, _sure)}
    return {wrong: each for wrong, each in (behind | sure).items() if wrong not in known}


def _wrong(first: str, second: str, slips_of: Callable[[str], Iterable[str]]) -> Iterator[str]:
    yield from (f"{each} {second}" for each in slips_of(first))
    yield from (f"{first} {each}" for each in slips_of(second))


def _names(workspace: Workspace) -> Iterator[str]:
    yield from (f"tỉnh {name}" for name in word_lists(vietnamese.__name__)["provinces"])
    for place in workspace.places.values():
        yield from (each.name for each in place.names)
    for partner in workspace.partners.values():
        yield from (each.name for each in partner.names)


def _pairs(words: list[str]) -> Iterator[tuple[str, tuple[str, str]]]:
    for before, pair in zip(["", *words], pairwise(words), strict=False):
        if all(word.isalpha() and word.istitle() and is_syllable(word.lower()) for word in pair):
            yield before, pair


def _sure(syllable: str) -> Iterator[str]:
    word = syllable.lower()
    swapped = nfc(unicodedata.normalize("NFD", word).translate(_SWAPPED))
    yield from (each.capitalize() for each in (swapped, other_d(word)) if each and each != word)


def _loose(syllable: str) -> Iterator[str]:
    """With another tone, or with the end that sounds alike."""
    word = syllable.lower()
    bare = without_tones(word)
    own = {char for char in unicodedata.normalize("NFD", word) if char in TONES}
    tones = (with_tone(bare, tone) for tone in ("", *TONES) if {tone} != (own or {""}))
    ends = (each for each in like_sounds(word) if each[0] == word[0])
    yield from (each.capitalize() for each in (*tones, *ends) if each != word and is_syllable(each))
