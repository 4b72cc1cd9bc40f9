"""What an own template draws wrongly: one mistake of it breaks several rules, and one is told."""

import re
from collections.abc import Sequence

from generator.press.faults import Fault
from generator.press.preflight import clearance, colour_spaces, contrast, ink_coverage, texts
from generator.press.preflight.texts import without_spaces

PLACING_CODES = frozenset(
    rule.code
    for rule in (
        *(clearance.IN_HEM, clearance.ON_EYELET, clearance.ON_SEAM),
        *(contrast.INVISIBLE, contrast.FAINT, ink_coverage.TOO_MUCH_INK),
    )
)
"""Of a default template these follow from the brand or the printer; of an own one from itself."""
_OF_COLOURS = (colour_spaces.FOREIGN_COLOUR, colour_spaces.UNKNOWN_SPOT, colour_spaces.RGB_GROUP)
_COLOURS = frozenset(rule.code for rule in _OF_COLOURS)
_UNMEASURED = frozenset(
    rule.code
    for rule in (
        *(ink_coverage.NOT_MEASURED, ink_coverage.TOO_MUCH_INK),
        *(contrast.INVISIBLE, contrast.FAINT),
    )
)
"""What cannot be told for certain where a colour is no ink."""
_SMALL = frozenset({ink_coverage.SMALL_IN_COLOURS.code})
_COLOUR_CALL = re.compile(r"\b(?:rgb|luma|oklab|oklch|gradient|color\.(?!cmyk)\w+)\b")


def causes(faults: Sequence[Fault]) -> list[Fault]:
    """Those that do not follow from others of one page: text that is too much, then colours."""
    codes = {one.rule.code for one in faults}
    gone: frozenset[str] = frozenset()
    if texts.MORE_TEXT.code in codes:
        gone = _COLOURS | _UNMEASURED | PLACING_CODES | _SMALL
    elif codes & _COLOURS:
        gone = _UNMEASURED
    return [one for one in faults if one.rule.code not in gone]


def line_in(fault: Fault, template: str) -> int:
    """The line of a template, from 1, that draws what a fault names; 0 where none is seen to."""
    details = dict(fault.details)
    for number, line in enumerate(template.splitlines(), 1):
        if fault.rule.code in _COLOURS and _COLOUR_CALL.search(line):
            return number
        if fault.rule.code == texts.MORE_TEXT.code and _says(line, details["text"]):
            return number
    return 0


def _says(line: str, text: str) -> bool:
    """Whether a line has the text, or a piece of it in brackets or quotation marks."""
    bare = without_spaces(line)
    parts = re.findall(r"\[([^\[\]]+)\]|\"([^\"]+)\"", bare)
    return text in bare or any(part and part in text for pair in parts for part in pair)
