"""What is to be changed in a text, without a word of it becoming another."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TextCorrection:
    """`text` belongs from `start` to `end` (0-based code points); None if only a person knows."""

    start: int
    end: int
    text: str | None
