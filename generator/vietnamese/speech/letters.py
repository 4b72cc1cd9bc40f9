"""The letters by their names, as an abbreviation is spelt out."""

from typing import Final

from generator.vietnamese.syllables import is_syllable

_LETTERS: Final = dict(
    zip(
        "ABCDĐEFGHIJKLMNOPQRSTUVWXYZ",
        (
            "a", "bê", "xê", "dê", "đê", "e", "ép", "giê", "hát", "i", "gi", "ca", "e-lờ", "em",
            "en", "ô", "pê", "quy", "e-rờ", "ét", "tê", "u", "vê", "vê kép", "ích", "i", "dét",
        ),
        strict=True,
    )
)  # fmt: skip


def spelt(capitals: str) -> str:
    """Letter by letter, unless it can be read as a Vietnamese word."""
    return capitals if is_syllable(capitals) else names_of(capitals)


def names_of(letters: str) -> str:
    """Every letter by its name."""
    return " ".join(_LETTERS.get(letter, letter) for letter in letters.upper())
