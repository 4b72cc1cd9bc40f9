"""Sentences, and where a long one can be cut."""

import re
from collections.abc import Iterator
from typing import Final

_END = re.compile(r"[.!?…][.!?…”)*_]*(?=\s|\Z)")
_PAUSE = re.compile(r"[,;:–]\s")
_TURN = re.compile(r"\s(?=(?:nhưng|và|vì|nên|còn)\s)")
_WORDS_SHOWN: Final = 3


def sentences(passage: str) -> Iterator[tuple[int, str]]:
    """The sentences of a passage with their offsets; a point within a figure ends none."""
    start = 0
    for end in (*(found.end() for found in _END.finditer(passage)), len(passage)):
        written = passage[start:end].lstrip()
        if written:
            yield end - len(written), written
        start = end


def cut(sentence: str) -> str:
    """The words after which a long sentence is best ended: a pause near the middle, or a turn.

    Empty where there is no such place.
    """
    middle, third = len(sentence) / 2, len(sentence) / 3
    pauses = [found.start() for found in _PAUSE.finditer(sentence)]
    good = [at for at in pauses if third <= at <= 2 * third]
    places = good or [found.start() for found in _TURN.finditer(sentence)] or pauses
    if not places:
        return ""
    before = sentence[: min(places, key=lambda at: abs(at - middle))]
    return " ".join(before.split()[-_WORDS_SHOWN:])
