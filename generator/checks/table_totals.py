"""The last row of a table says the sum of those above: «Cộng», «Tổng số»."""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from decimal import Decimal
from typing import Final

from generator.diagnostics import Diagnostic, warning
from generator.text.piece_texts import ReadText
from generator.vietnamese.forms import RareForm
from generator.vietnamese.numbers import format_number, read_number
from generator.vietnamese.reasons import ReadingError

TOTAL_DIFFERS = warning(
    "table-total",
    "“{total}” is not the sum of the {count} figures above: they make {sum}.",
    "Look up which of them is wrong; where the total counts something else as well, say so in "
    "its row.",
)
_TOTAL: Final = RareForm(
    r"^(?P<cells>\|? *[*_]{0,3}(?i:(?:tổng )?cộng|tổng(?: số)?|cả thảy|tất cả)[*_: ]*\|[^\n]*)$",
    r"(?i:cộng|tổng|thảy|tất)",
    re.MULTILINE,
)
_RULE: Final = re.compile(r"[ |:-]*-[ |:-]*")
_CELL: Final = re.compile(r"(?<!\\)\|")
_FEWEST: Final = 2  # figures that have a sum


def check_text(text: ReadText) -> Iterator[Diagnostic]:
    """Every table of every text that readers read."""
    for found in _TOTAL.finditer(text.prose):
        rows = _rows_above(text.text[: found.start()].split("\n")[:-1])
        for cell, column in zip(_cells(found["cells"]), zip(*rows, strict=False), strict=False):
            figures = [_figure(each) for each in column]
            total, known = _figure(cell), [each for each in figures if each is not None]
            is_sum = total is not None and _FEWEST <= len(known) == len(figures)
            if is_sum and total != sum(known):
                at = found.start() + found["cells"].index(cell)
                named = {"total": cell.strip(" *_"), "sum": format_number(sum(known))}
                where = text.at(at, at + len(cell))
                yield TOTAL_DIFFERS.at(where, count=len(rows), **named)


def _rows_above(lines: Sequence[str]) -> list[list[str]]:
    """The rows between the rule below the head and the end of some lines; none without a rule."""
    rows: list[list[str]] = []
    for line in reversed(lines):
        if _RULE.fullmatch(line):
            return rows
        if "|" not in line:
            break
        rows.append(_cells(line))
    return []


def _cells(row: str) -> list[str]:
    return _CELL.split(row.strip().removeprefix("|").removesuffix("|"))


def _figure(cell: str) -> int | Decimal | None:
    with suppress(ReadingError):
        return read_number(cell.strip(" *_"))
    return None
