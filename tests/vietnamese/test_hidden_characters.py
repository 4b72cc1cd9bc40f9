"""Two words that only a character parts which nobody sees never run into each other."""

import pytest

from generator.vietnamese.hidden_characters import visible


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("Một\u2028hai", "Một hai"),
        ("Một.\u2029Hai", "Một. Hai"),
        ("tiết\u00adkiệm", "tiết kiệm"),
        ("tiết\u200bkiệm nước", "tiết kiệm nước"),
        ("ch\u00adào", "chào"),
        ("kiệ\u00adm", "kiệm"),
        ("Sản\u00ad xuất", "Sản xuất"),
        ("in\u00adter\u00adnet", "internet"),
        ("\ufeffNước\u200b", "Nước"),
        ("Nƣớc", "Nước"),
    ],
)
def test_what_is_typed_instead(text: str, typed: str) -> None:
    assert visible(text) == typed
