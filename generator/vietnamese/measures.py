"""A figure and the unit behind it: a space stands between them, as decree and standards have it.

What newspapers write «11g» is an hour where its sentence speaks of one, and no gram.
"""

import re
from collections.abc import Iterator
from typing import Final

from generator.vietnamese.corrections import TextCorrection
from generator.vietnamese.forms import RareForm
from generator.vietnamese.typography import UNITS
from generator.vietnamese.word_lists import word_lists

# A sign of one letter may be a name («4A»), and what is no unit may touch a figure («%», «m2»).
_TOUCHING: Final = frozenset({"%", "°C", "A", "m2", "m3"})
_SIGNS: Final = (*UNITS, *word_lists(__package__)["measured"])
_UNIT: Final = "|".join(
    sorted(map(re.escape, {*_SIGNS} - _TOUCHING), key=lambda unit: (-len(unit), unit))
)
_FIRST: Final = "|".join(sorted({re.escape(unit.split()[0]) for unit in {*_SIGNS} - _TOUCHING}))
_TIGHT: Final = RareForm(
    rf"(?<![\w.,/^-])[0-9](?:[0-9.,]*[0-9])?(?=(?:{_UNIT})(?!\w))", rf"[0-9](?:{_FIRST})"
)


_OF_DAY: Final = "(?:sáng|trưa|chiều|tối|đêm)"
_CLOCK: Final = RareForm(
    rf"(?:[Ll]úc|[Hh]ồi) [0-9]{{1,2}}g(?!\w)|[0-9]g (?:(?:mỗi|hằng|hàng|các) )?{_OF_DAY}(?!\w)"
    r"|[0-9]g ?(?:[–-]|đến|tới) ?[0-9]{1,2}g (?:hằng|hàng|mỗi|các) ngày",
    r"[0-9]g(?!\w)",
)
"""What says that the sentence speaks of hours."""
_HOUR: Final = re.compile(r"(?<![\w.,])(?:[01]?[0-9]|2[0-4])(?=g(?!\w))")
_SENTENCE: Final = re.compile(r"(?:[^.;!?\n]|[.](?=\w))*")


def unit_spaces(prose: str) -> Iterator[TextCorrection]:
    """Units that touch their figure: «60Hz», «5kg», «3lít», «11g trưa»."""
    hours = set(_hours(prose))
    for found in _TIGHT.finditer(prose):
        if found.end() in hours:
            yield TextCorrection(found.end(), found.end() + 1, " giờ")
        else:
            yield TextCorrection(found.end(), found.end(), " ")


def _hours(prose: str) -> Iterator[int]:
    """Where a figure ends that is an hour, in a sentence that speaks of one."""
    for clock in _CLOCK.finditer(prose):
        start = max(prose.rfind(mark, 0, clock.start()) for mark in (". ", "; ", "\n", "! ", "? "))
        end = _SENTENCE.match(prose, clock.start())
        yield from (one.end() for one in _HOUR.finditer(prose, start + 1, end.end() if end else -1))
