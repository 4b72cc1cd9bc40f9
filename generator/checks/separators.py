"""A figure has the separators of Vietnamese: «1.234,5» and not «1,234.5»."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from generator.checks import MOST, Alone
from generator.diagnostics import Diagnostic, Rule, Severity
from generator.text.prose import is_vietnamese
from generator.text.written import Written
from generator.vietnamese.speech_figures import UNITS

ENGLISH = Rule(
    "english-figure",
    "“{figure}” is written as in English; in Vietnamese it is another figure.",
    "Write “{better}”.",
    Severity.WARNING,
)
_SIGN = re.compile("[0-9][.,][0-9]")
_WORDS: Final = ("lít", "mét", "tấn", "tạ", "yến", "cân", "ký", "héc-ta", "phần trăm", "độ", "lần")
_LETTERS: Final = frozenset({"h", "s", "đ", "L", "t", "°"})  # «7.30 h», «mục 1.2 s»
_COUNTED: Final = "|".join(
    sorted(
        map(re.escape, (set(UNITS) | {*_WORDS, "tỷ", "tỉ", "triệu", "nghìn", "ngàn"}) - _LETTERS)
    )
)
_BEFORE, _AFTER = r"(?<![\w.,/:-])", r"(?!\w|[.,/:-][0-9])"
# Three decimals may be meant («1,225 kg/m³»); three noughts, or two groups, are not.
_FORMS = re.compile(
    rf"{_BEFORE}(?:[1-9][0-9]{{0,2}}(?:(?:,[0-9]{{3}}){{2,}}|,000|,[0-9]{{3}}(?=\.[0-9]))(?:\.[0-9]+)?"
    rf"|[0-9]{{1,3}}\.(?:[0-9]{{1,2}}|[0-9]{{4,}})(?=\s?(?:{_COUNTED})(?!\w))){_AFTER}"
)
_SWAPPED: Final = str.maketrans(",.", ".,")


def check_alone(alone: Alone) -> Iterable[Diagnostic]:
    """Every Vietnamese text of every piece."""
    for text in alone.texts:
        if _SIGN.search(text.prose) and is_vietnamese(text.text):
            yield from islice(_figures(text), MOST)


def _figures(text: Written) -> Iterator[Diagnostic]:
    for found in _FORMS.finditer(text.prose):
        better = found[0].translate(_SWAPPED)
        yield ENGLISH.at(text.at(*found.span()), figure=found[0], better=better)
