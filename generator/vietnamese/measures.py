"""A figure and the unit behind it: a space stands between them, as decree and standards have it."""

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


def unit_spaces(prose: str) -> Iterator[TextCorrection]:
    """Units that touch their figure: «60Hz», «5kg», «3lít»."""
    for found in _TIGHT.finditer(prose):
        yield TextCorrection(found.end(), found.end(), " ")
