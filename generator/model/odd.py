"""Words with signs that deceive the eye, or with a counter, and how they are typed rightly."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.diagnostics import Rule
from generator.model.slips import (
    FOREIGN_DIGIT,
    INVISIBLE,
    LOOKALIKE,
    SECRET_ADDRESS,
    TRACKED_ADDRESS,
)
from generator.model.tracking import is_secret, trackers, without_trackers
from generator.vietnamese.hidden_characters import visible
from generator.vietnamese.text import invisible, is_foreign_digit, lookalikes, nfc, plain

_SPACE = re.compile(r"[ \n]")
_SHOWN = 60  # characters of what is left out
_ADDRESS = re.compile(r"https?://(?:\[\d\]|[^\s<>\"”)\]])*")
_NEXT_WORD = re.compile(r" *[^ \n]+")


class Odd(NamedTuple):
    """A word that is not what it seems: 0-based place in a text, rule, and its details.

    Of the details, `odd` is the word as it is written, `word` as it is to be typed.
    """

    start: int
    end: int
    rule: Rule
    details: dict[str, str]


def odd_words(text: str) -> Iterator[Odd]:
    """Each word once, by the first of its signs, invisible ones first."""
    unseen, alike, counted = invisible(text), lookalikes(text), trackers(text)
    if not (unseen or alike or counted):  # nearly always
        return
    hidden = {each.offset: (INVISIBLE, {"what": each.name}) for each in unseen}
    seen = {
        each.offset: (
            FOREIGN_DIGIT if is_foreign_digit(each.char) else LOOKALIKE,
            {"letter": each.char, "latin": each.latin},
        )
        for each in alike
    }
    tracked = {
        offset: (
            SECRET_ADDRESS if is_secret(part) else TRACKED_ADDRESS,
            {"part": part[:_SHOWN]},
        )
        for offset, part in counted
    }
    told = 0
    for offset in sorted({**hidden, **seen, **tracked}):
        if offset >= told:
            start, told = _address_at(text, offset) if offset in tracked else (0, 0)
            if told <= offset:
                start, told = _word_around(text, offset)
            kinds = (hidden, seen, tracked)
            rule, details = next(
                found[at] for found in kinds for at in range(start, told) if at in found
            )
            odd = text[start:told]
            word = without_trackers(nfc(visible(odd)).strip())
            yield Odd(start, told, rule, {**details, "odd": odd, "word": word})


def _address_at(text: str, offset: int) -> tuple[int, int]:
    """The address that holds a place, without the words of its link; nothing where none does."""
    begun = text.rfind("http", 0, offset + len("http"))
    found = _ADDRESS.match(text, begun) if begun >= 0 else None
    return found.span() if found and found.end() > offset else (0, 0)


def _word_around(text: str, offset: int) -> tuple[int, int]:
    """What stands between spaces; with the next word where it has no sign that can be seen."""
    start = max(text.rfind(" ", 0, offset), text.rfind("\n", 0, offset)) + 1
    end = _SPACE.search(text, offset + 1)
    stop = end.start() if end else len(text)
    if plain(text[start:stop]).strip():
        return start, stop
    further = _NEXT_WORD.match(text, stop)
    return start, further.end() if further else stop
