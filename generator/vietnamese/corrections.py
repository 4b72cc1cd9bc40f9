"""What is to be changed in a text, without a word of it becoming another."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TextCorrection:
    """`text` belongs from `start` to `end` (0-based code points); None if only a person knows."""

    start: int
    end: int
    text: str | None


def with_corrections(text: str, corrections: Iterable[TextCorrection]) -> str:
    """The text with the corrections that are sure; where two overlap, the first one."""
    parts, done = list[str](), 0
    for each in sorted(corrections, key=lambda each: (each.start, each.end)):
        if each.text is not None and each.start >= done:
            parts += text[done : each.start], each.text
            done = each.end
    return "".join((*parts, text[done:]))
