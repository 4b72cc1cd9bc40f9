"""Days that a spreadsheet counts, where its column lost its form: 44328 is 12/5/2021."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from generator.checks import MOST
from generator.diagnostics import Diagnostic, warning
from generator.text.piece_texts import ReadText
from generator.vietnamese.excel_days import day_of_excel

DAY_NUMBER = warning(
    "day-number",
    "“{number}” is a day as Excel counts them: readers see no day.",
    "Write {day}; in Excel, set the column to dates before you copy it.",
)
_CELL: Final = re.compile(r"(?<=\|)[ ]*(?P<number>[34]\d{4})[ ]*(?=\|)")
_HEAD: Final = re.compile(r"\b(?:ngày|thời gian|thời hạn|hạn|date)\b", re.IGNORECASE)
_RULED: Final = re.compile(r"[ >]*\|?[ :-]*-{3,}[ |:-]*")


def check_text(text: ReadText) -> Iterator[Diagnostic]:
    """Cells of the columns of a table whose head speaks of days."""
    if "|" in text.prose and _CELL.search(text.prose):
        yield from islice(_cells(text), MOST)


def _cells(text: ReadText) -> Iterator[Diagnostic]:
    of_days, at, before = set[int](), 0, ""
    for line in text.text.split("\n"):
        if _RULED.fullmatch(line):
            cells = before.strip(" >").removeprefix("|").split("|")
            of_days = {number for number, cell in enumerate(cells, 1) if _HEAD.search(cell)}
        for found in _CELL.finditer(line) if of_days else ():
            if line.count("|", 0, found.start()) in of_days:
                start, end = (at + offset for offset in found.span("number"))
                number = found["number"]
                yield DAY_NUMBER.at(text.at(start, end), number=number, day=day_of_excel(number))
        at, before = at + len(line) + 1, line
