"""Days of the year with a name have their date: «Ngày Môi trường thế giới (5/6)»."""

from collections.abc import Iterator, Mapping
from typing import Final

from generator import vietnamese
from generator.diagnostics import Diagnostic, warning
from generator.text.piece_texts import ReadText
from generator.vietnamese.forms import RareForm
from generator.vietnamese.word_lists import word_lists

NAMED_DAY = warning(
    "named-day",
    "“{said}”: {name} is {day}.",
    "Look up which of the two is right; if it is the name, write {day}.",
)
_DAYS: Final[Mapping[str, str]] = {
    name.casefold(): day for name, day in word_lists(vietnamese.__name__)["named_days"].items()
}
_NAME: Final = "|".join(sorted(_DAYS, key=lambda name: (-len(name), name)))
_BESIDE: Final = RareForm(
    rf"(?<!\w)(?=[Nn]g)(?i:(?P<name>{_NAME}))(?: năm (?:19|20)[0-9][0-9])?"
    r"(?: \((?:ngày )?| | là ngày )(?P<day>[0-9]{1,2}/[0-9]{1,2})(?![0-9–-])"
    r"|(?<![\w/])(?P<day2>[0-9]{1,2}/[0-9]{1,2})(?:/(?:19|20)[0-9][0-9])?(?: là| –|, là| \()? "
    rf"?(?i:(?P<name2>{_NAME}))(?!\w)",
    r"[0-9]/[0-9]",
)


def check_text(text: ReadText) -> Iterator[Diagnostic]:
    """Every text that readers read."""
    for found in _BESIDE.finditer(text.prose) if "gày " in text.prose else ():
        name = found["name"] or found["name2"]
        said, day = found["day"] or found["day2"], _DAYS[name.casefold()]
        if [*map(int, said.split("/"))] != [*map(int, day.split("/"))]:
            yield NAMED_DAY.at(text.at(*found.span()), said=found[0], name=name, day=day)
