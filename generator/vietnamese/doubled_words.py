"""Small words that stand twice: «của của xưởng»; «từ từ», «xanh xanh», «bay là là» are words."""

import re
from collections.abc import Iterator
from typing import Final

from generator.vietnamese.corrections import TextCorrection

_WORDS: Final = (
    *("của", "và", "là", "các", "những", "được", "trong", "với", "tại", "để", "thì", "đã", "sẽ"),
    *("bị", "nhưng", "hoặc", "theo", "trên"),
)
_TWICE: Final = tuple(f"{word} {word}" for word in _WORDS)
_FORM: Final = re.compile(rf"(?<!\w)(?<!bay )(?P<word>{'|'.join(_WORDS)}) (?P=word)(?!\w)")


def doubled_words(prose: str) -> Iterator[TextCorrection]:
    """Each with the word as it stands once."""
    if any(map(prose.__contains__, _TWICE)):
        for found in _FORM.finditer(prose):
            yield TextCorrection(*found.span(), found["word"])
