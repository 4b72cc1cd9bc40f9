"""Who listens is greeted as the hour of the slot has it, in the middle of a script, too."""

from collections.abc import Callable, Mapping

from generator.diagnostics import Diagnostic

PATH = "content/phat/phat-1.md"
WORDS = "chỉ có dữ liệu để kiểm thử."
LONG = "Đây là dữ liệu để kiểm thử. " * 40


def test_a_greeting_in_the_middle(
    whole: Mapping[str, bytes], told: Callable[..., list[Diagnostic]]
) -> None:
    text = whole[PATH].decode()
    said = f"{WORDS} {LONG}Chào buổi tối quý vị. Ông chào buổi chiều cả xưởng. {LONG}"
    found = told({**whole, PATH: text.replace(WORDS, said).encode()})
    greetings = [each.details["said"] for each in found if each.rule.code == "greeting-differs"]
    assert greetings == ["Chào buổi tối quý"]
