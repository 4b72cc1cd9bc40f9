"""Vietnamese words for keys and choices, as people write them before they know ours."""

import re
from collections.abc import Collection, Iterable
from difflib import get_close_matches
from functools import cache
from typing import Final

from generator.catalogue import messages
from generator.media import media
from generator.source.yaml_signs import CLOSING, OPENING
from generator.vietnamese.text import fold, plain
from generator.vietnamese.word_lists import word_lists

_LISTS: Final = word_lists(__package__)
_KEYS: Final[dict[str, str]] = _LISTS["keys"]
_PLURALS: Final[dict[str, list[str]]] = _LISTS["plurals"]
_CHOICES: Final[dict[str, str]] = _LISTS["choices"]
_AROUND: Final = f"{OPENING}{CLOSING}\"'`.,;: "


def meant_key(key: str, keys: Iterable[str]) -> str:
    """The key that an unknown one seems to stand for, or nothing."""
    bare = _bare(key).replace("-", "_").replace(" ", "_")
    names = list(keys)
    if bare in names:
        return bare
    word = _KEYS.get(bare.replace("_", " "), "")
    turned = [name for name in names if sorted(name) == sorted(bare)]  # «di» for «id»
    for name in (word, *_PLURALS.get(word, []), *turned):
        if name in names:
            return name
    same_start = [name for name in names if name[:1] == bare[:1]]
    near = get_close_matches(bare, same_start, 1, 0.6) or get_close_matches(bare, names, 1, 0.75)
    return next(iter(near), "")


def meant_choice(value: str, choices: Iterable[str]) -> str:
    """The choice that a value seems to stand for, or nothing: «Approved», «đã duyệt»."""
    bare, known = _bare(value), list(choices)
    bare = bare.replace("-", " ") if bare not in known else bare
    for word in (bare, bare.replace(" ", "-"), _CHOICES.get(bare, ""), _named().get(bare, "")):
        if word in known:
            return word
    near = next(iter(get_close_matches(bare, known, 1, 0.6)), "")
    return near or _within(bare, known)


def _within(bare: str, known: Collection[str]) -> str:
    """The choice whose longest word is a part of a value: «chương trình phát thanh»."""
    named = (phrase for phrase, word in (_named() | _CHOICES).items() if word in known)
    there = (phrase for phrase in named if re.search(rf"\b{re.escape(phrase)}\b", bare))
    longest = max(there, key=len, default="")
    return (_named() | _CHOICES).get(longest, "")


def _bare(word: str) -> str:
    return " ".join(fold(plain(word).strip(_AROUND)).split())


@cache
def _named() -> dict[str, str]:
    """What the catalogue has as the Vietnamese of a word, and what people call a medium."""
    known = {fold(text): english.lower() for english, text in messages("vi").items()}
    return known | {word: each.name for each in media().values() for word in each.other_names}
