"""Colours: the arithmetic of WCAG, and a palette that can be read whatever the brand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.colours import contrast, mix, readable
from generator.model.palette import KEYS, day, night

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)
LIGHT = st.integers(0xE0, 0xFF).map(lambda grey: f"#{grey:02x}{grey:02x}{grey:02x}")
DARK = st.integers(0, 0x28).map(lambda grey: f"#{grey:02x}{grey:02x}{grey:02x}")


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#FFFFFF", 1.0),
        ("#767676", "#ffffff", 4.54),  # the lightest grey that WCAG's own examples call readable
        ("#0B6B4B", "#FBFAF4", 6.24),
    ],
)
def test_contrast(first: str, second: str, expected: float) -> None:
    assert round(contrast(first, second), 2) == expected


def test_mix() -> None:
    assert [mix("#000000", "#ffffff", share) for share in (0, 0.5, 1)] == [
        "#000000",
        "#808080",
        "#ffffff",
    ]


@given(COLOURS, COLOURS)
def test_readable_can_always_be_read(colour: str, ground: str) -> None:
    assert contrast(readable(colour, ground), ground) >= 4.5


@given(st.fixed_dictionaries({**dict.fromkeys(KEYS, COLOURS), "giay": LIGHT, "muc": DARK}))
def test_words_can_be_read_by_day_and_by_night_whatever_the_brand(named: dict[str, str]) -> None:
    pairs = [
        ("text", "ground"),
        ("text", "sheet"),
        ("text", "quiet"),
        ("soft", "quiet"),
        ("heading", "quiet"),
        ("brand", "ground"),
        ("ground", "brand"),
        ("link", "ground"),
        ("link", "quiet"),
        ("sun-text", "sun-quiet"),
        ("clay-text", "clay-quiet"),
        ("water-text", "water-quiet"),
        ("field-text", "field"),
        ("field-soft", "field"),
        ("on-sun", "sun"),
    ]
    for palette in (day(named), night(named)):
        poor = [(a, b) for a, b in pairs if contrast(palette[a], palette[b]) < 4.5]
        assert poor == []
