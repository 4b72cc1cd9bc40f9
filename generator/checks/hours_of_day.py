"""Hours that the part of the day beside them does not have: «13 giờ sáng», «9 giờ chiều»."""

from collections.abc import Iterator
from typing import Final

from generator.diagnostics import Diagnostic, warning
from generator.text.piece_texts import ReadText
from generator.vietnamese.forms import RareForm

PART_DIFFERS = warning(
    "hour-of-day",
    "“{said}”: {part} has no such hour.",
    "Look up which of the two is right; if it is the hour, write {now}.",
)
_HOUR: Final = RareForm(
    r"(?<![\w.,:/])(?P<hour>[01]?[0-9]|2[0-3])(?:(?:h|g|:| giờ ?)[0-5][0-9]|h|g| giờ)"
    r" (?P<part>sáng|trưa|chiều|tối)(?! (?:trưng|choang|suốt|đèn|quắc)|\w)",
    r"^(?:sáng|trưa|chiều|tối)(?!\w)",
)
_PARTS: Final = {
    "sáng": frozenset(range(13)),
    "trưa": frozenset({10, 11, 12, 13, 14, 1, 2}),
    "chiều": frozenset({*range(1, 8), *range(12, 20)}),
    "tối": frozenset({*range(5, 13), *range(17, 24), 0}),
}
_SINCE: Final = ((18, "tối"), (13, "chiều"), (11, "trưa"), (0, "sáng"))
_FIRST_OF_TWO: Final = 13


def check_text(text: ReadText) -> Iterator[Diagnostic]:
    """Every text that readers read."""
    for found in _HOUR.finditer(text.prose):
        hour, part = int(found["hour"]), found["part"]
        if hour not in _PARTS[part]:
            right = next(name for since, name in _SINCE if hour >= since)
            now = f"{hour} giờ {right}" if hour < _FIRST_OF_TWO else f"{hour} giờ"
            where = text.at(*found.span())
            yield PART_DIFFERS.at(where, said=found[0], part=part, now=now)
