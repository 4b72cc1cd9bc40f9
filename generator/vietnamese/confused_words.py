"""Words that are written for others: «thăm quan», «đọc giả»; and as in a chat: «ko», «đc».

Each is a syllable by itself, or looks like a short form, so that only a list can tell: `confused`,
`mixed`, `chatted`, `one_tone` and `one_sound` in `words.toml`. Of words in `compounds` any other
marks are wrong: «sữ dụng». Of «khoản» and «khoảng» the figure behind tells which.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import Final

from generator.vietnamese.barred_d import lone_slips
from generator.vietnamese.compound_slips import (
    SLIPS_OF_D,
    belongs_beside,
    ends_beside,
    is_by_chance,
    is_name_of_person,
    rare_pairs,
    swapped_pairs,
)
from generator.vietnamese.corrections import TextCorrection
from generator.vietnamese.double_measures import double_measures
from generator.vietnamese.forms import RareForm
from generator.vietnamese.mixed_words import mixed_words, phrases
from generator.vietnamese.syllables import is_syllable
from generator.vietnamese.word_lists import word_lists
from generator.vietnamese.word_pairs import word_pairs

_LISTS: Final = word_lists(__package__)
_CONFUSED: Final[Mapping[tuple[str, str], str]] = {
    (first, second): right
    for wrong, right in _LISTS["confused"].items()
    for first, second in [wrong.split()]
}
_ALONE: Final[Mapping[str, str]] = _LISTS["chatted"] | _LISTS["one_tone"] | _LISTS["one_sound"]
_LONE_D: Final = lone_slips(_LISTS["one_d"])
_ENGLISH: Final[Mapping[str, str]] = _LISTS["untranslated"]
_NAMES: Final[Mapping[tuple[str, str], str]] = {
    (first, second): name
    for name in _LISTS["places"]
    for first, second in [name.casefold().split()]
}
_PHRASES: Final = phrases(SLIPS_OF_D | _LISTS["confused_phrases"] | mixed_words(_LISTS["mixed"]))
_PAIRS: Final = frozenset({*_CONFUSED, *_NAMES, *_PHRASES})
_SINGLE: Final = frozenset({*_ALONE, *_LONE_D, *_ENGLISH})
_COMPOUNDS: Final = {tuple(each.split()) for each in _LISTS["compounds"]}
_APART: Final = {tuple(each.split()) for each in _LISTS["no_compounds"]}
_SPACE: Final = r"[ \u00a0\n]+"
_COUNT: Final = (
    r"(?:[0-9][0-9.,]*|(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mươi|chục|trăm|nghìn|vài)"
    r"(?: (?:mươi|mốt|lăm|chục|trăm|nghìn|rưỡi|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười))*)"
)
_UNIT: Final = (
    r"(?:%|phần|giây|phút|giờ|tiếng|ngày|tuần|tháng|năm|người|hộ|thợ|lít|kg|tấn|m[²³]|m|mét|km"
    r"|cây số|ha|kWh|độ|bước|cơ sở|doanh nghiệp|xưởng|nhà máy)(?!\w)"
)
_ROUGHLY: Final = RareForm(
    rf"(?<!\w)(?:[Kk]hoản(?= {_COUNT} ?{_UNIT})"
    r"|[Kk]hoảng(?= [0-9]{1,2},? (?:[Đđ]iều|[Mm]ục) [0-9]))",
    r"(?<!\w)[Kk]hoảng?$",
)
"""A part of a law for an amount that is about so much, and the other way round: «khoản 30 %»."""
_GIVEN: Final = RareForm(
    rf"(?<!\w)[Gg]iành(?= (?:(?:ra|gần|hơn|khoảng|tới|đến|riêng|đúng|trên|cả) )?{_COUNT} ?"
    r"(?:giây|phút|giờ|ngày|tuần|tháng|buổi|m²|m2|mét vuông|ha|héc-ta|(?:nghìn |triệu |tỷ |tỉ )*"
    r"(?:đồng|triệu|tỷ|tỉ))(?: [^\W\d_]+){0,4} (?:để|cho|vào|mua|thay|sửa|lắp|xây)(?!\w))",
    r"(?<!\w)[Gg]iành$",
)
"""To win an amount, where one is given: «giành 200 triệu đồng để thay đèn»."""
_UPWARDS: Final = (
    r"trở (?P<said>nên)"
    r"(?=\s*(?:[.,;:)]|\Z)|\s+(?:phải|đều|được|thì|cần|trong|sẽ|mới)(?!\w))"
)
_FROM: Final = rf"(?<!\w)[Tt]ừ {_COUNT}(?: [^\W\d_]+){{0,3}} $"
_NEAR: Final = 50  # characters
"""To become, for upwards: «từ 10 máy trở nên»."""
_EVERY_DAY: Final = RareForm(
    r"ngày[./-]đêm(?!\w)|(?<=/)(?:ngđ|ng\.đ)(?!\w)", r"ngày[./-]đêm|/ng\.?đ"
)
"""What a plant takes in a day and a night, as engineers write it: «50 m³/ngày.đêm»."""
_OTHER: Final = {"khoản": "khoảng", "khoảng": "khoản"}


def confused_words(prose: str) -> Iterator[TextCorrection]:
    """Each with the words that are meant, in the order of the text."""
    text = word_pairs(prose)
    suspect = text.kinds & _PAIRS
    wrong = {pair: right for pair in suspect if (right := _CONFUSED.get(pair))}
    halves = [pair for pair in text.kinds if pair[0] in _BEGUN or pair[1] in _ENDED]
    wrong = {pair: right for pair in halves if (right := _marked(pair))} | wrong
    alone = _SINGLE.intersection(text.words)
    listed = [each for pair, right in wrong.items() for each in _all(prose, " ".join(pair), right)]
    found = [
        *(each for each in listed if not belongs_beside(prose, each.start, each.end)),
        *(each for pair in suspect & _NAMES.keys() for each in _names(prose, _NAMES[pair])),
        *(e for pair in suspect & _PHRASES.keys() for e in _phrases(prose, _PHRASES[pair])),
    ]
    swapped = rare_pairs(text) | swapped_pairs(text)
    slips = [each for pair, right in swapped.items() for each in _all(prose, " ".join(pair), right)]
    slips = [each for each in slips if not is_by_chance(prose, each.start, each.end)]
    lone = [
        *_amounts(prose),
        *double_measures(prose),
        *_untranslated(prose, alone),
        *(each for word in alone & _ALONE.keys() for each in _all(prose, word, _ALONE[word])),
        *(each for word in alone & _LONE_D.keys() for each in _lone_d(prose, word)),
    ]
    told: list[TextCorrection] = []
    for one in (*sorted(found, key=_place), *sorted(slips, key=_place), *lone):
        if not any(_overlap(one, each) for each in told):
            told.append(one)
    yield from sorted(told, key=_place)


def _lone_d(prose: str, word: str) -> Iterator[TextCorrection]:
    """Syllables that are none with this of both letters: «tỷ dồng»."""
    for each in _all(prose, word, _LONE_D[word]):
        if not is_name_of_person(prose, each.start, each.end, _LONE_D[word]):
            yield each


def _place(one: TextCorrection) -> tuple[int, int]:
    """By where it begins; of several there the longest."""
    return one.start, -one.end


def _untranslated(prose: str, words: AbstractSet[str]) -> Iterator[TextCorrection]:
    """English words between Vietnamese ones: «việc này however không tốn»."""
    for word in words & _ENGLISH.keys():
        form = rf"(?<!\S)(?P<before>[^\W\d_]+) (?P<said>{word}) (?P<behind>[^\W\d_]+)"
        for found in re.finditer(form, prose):
            near = found["before"].lower(), found["behind"].lower()
            if all(map(is_syllable, near)) and not all(map(str.isascii, near)):
                yield TextCorrection(*found.span("said"), _ENGLISH[word])


def _amounts(prose: str) -> Iterator[TextCorrection]:
    """Words of which the figure beside them tells that they stand for others."""
    for found in _EVERY_DAY.finditer(prose):
        yield TextCorrection(*found.span(), "ngày đêm")
    for found in _GIVEN.finditer(prose):
        yield TextCorrection(*found.span(), _like(found[0], "dành"))
    for found in re.finditer(_UPWARDS, prose) if "trở nên" in prose else ():
        if re.search(_FROM, prose[max(0, found.start() - _NEAR) : found.start()]):
            yield TextCorrection(*found.span("said"), "lên")
    for found in _ROUGHLY.finditer(prose):
        yield TextCorrection(*found.span(), _like(found[0], _OTHER[found[0].lower()]))


def _phrases(prose: str, known: Mapping[str, str]) -> Iterator[TextCorrection]:
    for wrong, right in known.items():
        for each in _all(prose, wrong, right):
            if not ends_beside(prose, each.start, each.end, wrong.split(), right.split()):
                yield each


def _overlap(one: TextCorrection, other: TextCorrection) -> bool:
    return one.start < other.end and other.start < one.end


@lru_cache(maxsize=1 << 14)
def _marked(pair: tuple[str, str]) -> str:
    """The word that a pair is with other marks on one of its syllables; or nothing."""
    first, second = pair
    if pair in _COMPOUNDS or pair in _APART:
        return ""
    if word := _BEGUN.get(first, {}).get(_bare(second)):
        return f"{first} {word}"
    word = _ENDED.get(second, {}).get(_bare(first)) if len(first) > 1 else None
    return f"{word} {second}" if word else ""


def _bare(syllable: str) -> str:
    """Without its marks; d and đ are two letters."""
    decomposed = unicodedata.normalize("NFD", syllable)
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def _parts(key: int) -> Mapping[str, Mapping[str, str]]:
    """Of each half of a compound, what the other half is by its letters."""
    found: dict[str, dict[str, str]] = {}
    for compound in sorted(_COMPOUNDS):
        found.setdefault(compound[key], {})[_bare(compound[1 - key])] = compound[1 - key]
    return found


_BEGUN: Final = _parts(0)
_ENDED: Final = _parts(1)


def _all(prose: str, wrong: str, right: str) -> Iterator[TextCorrection]:
    """Where some words stand, as whole words; with a capital if they begin with one."""
    form = _SPACE.join(map(re.escape, wrong.split()))
    for found in re.finditer(
        rf"(?<![\w./@-])(?<!lịch ){form}(?![\w/@-]|\.\w)", prose, re.IGNORECASE
    ):
        if not found[0].isupper() or len(found[0]) > 3:  # noqa: PLR2004 - no short form in capitals
            yield TextCorrection(*found.span(), _like(found[0], right))


def _like(written: str, right: str) -> str:
    if written.isupper():
        return right.upper()
    words, others = written.split(), right.split()
    if len(words) == len(others) > 1:
        return " ".join(map(_like, words, others))
    return right[:1].upper() + right[1:] if written[0].isupper() else right


def _names(prose: str, name: str) -> Iterator[TextCorrection]:
    """Where a name of a place lacks a capital: «Bình dương»."""
    for found in re.finditer(rf"(?<![\w-]){name}(?![\w-])", prose, re.IGNORECASE):
        if found[0] != name and not found[0].isupper():
            yield TextCorrection(*found.span(), name)
