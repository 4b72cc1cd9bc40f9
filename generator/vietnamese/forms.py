"""Signs that few texts have: seen at once to be missing, by all rules together.

Most rules look for what hardly any text holds, and to try each pattern on each text was two thirds
of a check. A rule therefore names its sign: what must stand in one word of any text that concerns
it. Each word is looked through once for the signs of all rules, however many texts have it; a text
without odd words is tried for nothing, and a pattern that no text needs is not even compiled.

A word is all that stands between two spaces or line ends: no sign can hold one of these.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Final

from generator.vietnamese.text_cache import forgettable

_SHORT: Final = 400  # characters of a value: to search it takes less than to look at its words
_MOST: Final = 16_384  # texts of which it is remembered what they may have

_every: Final[list["Sign"]] = []
_forms: Final[list["RareForm"]] = []
_clean: Final[set[str]] = set()  # words without any sign
_odd: Final[dict[str, frozenset["Sign"]]] = {}


class Sign:
    """A regular expression; ^ and $ are the ends of a word. Or what tells whether a word has it."""

    def __init__(self, form: str | Callable[[str], bool]) -> None:
        """From now on every word is looked through for it, too."""
        self._form = form
        _every.append(self)
        _clean.clear()
        _odd.clear()
        _possible.cache_clear()

    def is_in(self, text: str) -> bool:
        """Whether a word of a text has it."""
        return self in _possible(text)

    def words_with(self, words: Sequence[str], lines: str) -> Iterable[str]:
        """Those of some words that have it; `lines` are the same, one a line."""
        if not isinstance(self._form, str):
            return filter(self._form, words)
        return self._lines_with(lines)

    def _lines_with(self, lines: str) -> Iterator[str]:
        """Each once, however often it has it: one may be a megabyte.

        What is no letter may be the end of a line: then each word is asked by itself, so that
        nothing depends on the order of words.
        """
        end = -1
        while match := self._pattern.search(lines, end + 1):
            start, end = lines.rfind("\n", 0, match.start()) + 1, lines.find("\n", match.end())
            end = len(lines) if end < 0 else end
            found = lines[start:end].split("\n")
            yield from found if len(found) == 1 else filter(self._pattern.search, found)
            if end == len(lines):
                return

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(str(self._form), re.MULTILINE)


class RareForm:
    """A pattern that is tried only on texts with its sign."""

    def __init__(
        self,
        pattern: str,
        sign: str = "",
        flags: re.RegexFlag = re.NOFLAG,
        *,
        is_of_values: bool = False,
    ) -> None:
        """Without another sign, it is the pattern: one that stands in a word, or beside its end.

        `is_of_values` if it is looked for in every value of every file, too.
        """
        self._pattern, self._flags, self.sign = pattern, flags, Sign(sign or pattern)
        self._short = _SHORT if is_of_values else 0
        _forms.append(self)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What is looked for."""
        return re.compile(self._pattern, self._flags)

    def may_be_in(self, text: str) -> bool:
        """Whether it is worth while to look for it."""
        return len(text) < self._short or self.sign.is_in(text)

    def search(self, text: str) -> re.Match[str] | None:
        """The first match."""
        return self.pattern.search(text) if self.may_be_in(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches."""
        return self.pattern.finditer(text) if self.may_be_in(text) else iter(())


def every_form() -> tuple[RareForm, ...]:
    """Those of all modules that are imported."""
    return tuple(_forms)


@forgettable
@lru_cache(maxsize=_MOST)
def _possible(text: str) -> frozenset[Sign]:
    """The signs that a text has."""
    rest = set(text.replace("\n", " ").split(" ")) - _clean
    if new := [word for word in rest if word not in _odd]:
        _look_through(new)
        rest -= _clean
    return frozenset[Sign]().union(*(_odd[word] for word in rest))


def _look_through(words: list[str]) -> None:
    """Find the words that have a sign; all in one go, since most have none."""
    lines = "\n".join(words)
    found: dict[str, set[Sign]] = {}
    for sign in tuple(_every):
        for word in sign.words_with(words, lines):
            found.setdefault(word, set()).add(sign)
    _odd.update((word, frozenset(signs)) for word, signs in found.items())
    _clean.update(word for word in words if word not in found)
