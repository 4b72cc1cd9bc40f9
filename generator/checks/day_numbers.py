"""Days that a spreadsheet counts, where its column lost its form: 44328 is 12/5/2021."""

import re
from collections.abc import Iterator
from typing import Final

from generator.diagnostics import Diagnostic, warning
from generator.text.piece_texts import ReadText
from generator.vietnamese.excel_days import day_of_excel

DAY_NUMBER = warning(
    "day-number",
    "“{number}” is a day as Excel counts them: readers see no day.",
    "Write {day}; in Excel, set the column to dates before you copy it.",
)
_CELL: Final = re.compile(r"(?<=\|)[ ]*(?P<number>[34]\d{4})[ ]*(?=\|)")
_HEAD: Final = re.compile(r"\|[^|\n]*\b(?:ngày|thời gian|thời hạn|hạn|date)\b", re.IGNORECASE)


def check_text(text: ReadText) -> Iterator[Diagnostic]:
    """Cells of a table in which a head speaks of days; the first of each text."""
    found = _CELL.search(text.prose) if "|" in text.prose else None
    if found and _HEAD.search(text.prose, 0, found.start()):
        start, end = found.span("number")
        number = found["number"]
        yield DAY_NUMBER.at(text.at(start, end), number=number, day=day_of_excel(number))
