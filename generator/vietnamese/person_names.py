"""Names of persons as they are compared: whatever their signs and however one is addressed."""

import re
from functools import lru_cache

from generator.vietnamese.text import fold, nfc

_SIGNS = re.compile(r"[\W_]+")
_ADDRESSES = frozenset({"ong", "ba", "anh", "chi", "co", "chu", "bac", "em", "dc"})
_EXAMPLE = ("ví", "dụ"), ("thí", "dụ")
"""What stands where a name goes, in words; without marks it may begin a name: «Vi Du Long»."""


@lru_cache(maxsize=4096)
def name_key(name: str) -> str:
    """A name without capitals, diacritics, signs, and without «ông», «bà» before it."""
    return " ".join(_named(fold(name)))


@lru_cache(maxsize=4096)
def is_example_name(name: str) -> bool:
    """Whether a name only shows where one goes: «Ví dụ», «ví dụ: Nguyễn Văn An», «Vi du.»."""
    words = _named(nfc(name).casefold())
    if tuple(words[:2]) in _EXAMPLE:
        return True
    syllables = [word for word in words if len(word) > 1]  # «Vi du 1», «vi du A»
    return tuple(map(fold, syllables)) in {tuple(map(fold, each)) for each in _EXAMPLE}


def _named(name: str) -> list[str]:
    words = _SIGNS.sub(" ", name).split()
    while len(words) > 1 and fold(words[0]) in _ADDRESSES:
        words = words[1:]
    return words
