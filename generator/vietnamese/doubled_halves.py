"""Whether a syllable that stands twice in a row is a slip: «nước nước thải», «Công Thương Thương».

«ngày ngày» is a word, and «hành vi vi phạm» are two: the first «vi» ends one, the second begins
another. That cannot be where a word is closed before the first, where the second begins nothing,
and behind a name; nobody says twice what is bold once.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from generator.vietnamese.compound_slips import COMPOUNDS
from generator.vietnamese.word_lists import word_lists
from generator.vietnamese.word_pairs import FORMAT

_LISTS: Final = word_lists(__package__)
_ALONE: Final = frozenset(_LISTS["never_at_all"])
_NEVER: Final = frozenset(_LISTS["never_twice"])
_BEFORE: Final = frozenset(_LISTS["before_words"])
_BEGINS: Final[Mapping[str, frozenset[str]]] = {
    half: frozenset(words) for half, words in _LISTS["begins"].items()
}
_SAID_TWICE: Final = frozenset(_LISTS["said_twice"])
_ENDING: Final = ".,;:!?…”)"


def _by_end(names: Iterable[str]) -> Mapping[str, Sequence[Sequence[str]]]:
    """Names in small letters, each as its words, by the last of them."""
    found: dict[str, list[list[str]]] = {}
    for name in names:
        words = name.casefold().split()
        found.setdefault(words[-1], []).append(words)
    return found


_NAMES: Final = _by_end([*_LISTS["bodies"], *_LISTS["places"], *_LISTS["provinces"]])
_WORDS: Final = COMPOUNDS | {tuple(name.casefold().split()) for name in _LISTS["provinces"]}


def is_half_twice(tokens: Sequence[str], words: Sequence[str], at: int) -> bool:
    """Whether the word at `at` of a text is a slip, being the same as the one before it."""
    word, before = words[at], words[max(0, at - 3) : at - 1]
    follows = words[at + 1] if at + 1 < len(words) else ""
    if word in _ALONE:
        return (before[-1:] or [""])[0] not in _ALONE_BEHIND.get(word, ())
    if tokens[at - 1].endswith(tuple(FORMAT)) or tokens[at].startswith(tuple(FORMAT)):
        return word.isalpha() and len(word) > 1 and word not in _SAID_TWICE
    if (word, follows) not in _WORDS and any(
        words[at - len(name) : at] == name for name in _NAMES.get(word, ())
    ):
        return True
    if (begins := _BEGINS.get(word)) is not None and follows not in begins:
        return True
    is_known = word in _NEVER or begins is not None
    if not is_known or words[at + 1 : at + 2] == words[at + 2 : at + 3] != []:
        return False  # «máy máy móc móc»
    return _is_closed(before, tokens[at - 2] if at > 1 else ".", word)


_ALONE_BEHIND: Final = {"không": ("hàng", "trên", "đường"), "là": ("bay",)}
"""Words of which such a word is the end: «hàng không không», and one that is said so: «là là»."""


def _is_closed(before: Sequence[str], token: str, word: str) -> bool:
    """Whether a word ends before a syllable, so that it begins another one."""
    if token[-1] in _ENDING or not before or not before[-1].isalpha() or before[-1] in _BEFORE:
        return True
    return tuple(before) in COMPOUNDS and (before[-1], word) not in COMPOUNDS
