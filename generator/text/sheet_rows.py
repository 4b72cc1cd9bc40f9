"""Many rows of a sheet as its XML has them: an object for each cell would take seconds.

ECMA-376, part 1, 18.3.1.73 (row), 18.3.1.4 (c), 18.3.1.53 (is).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Protocol
from xml.sax.saxutils import escape

Plain = str | int | Decimal | None
_EXTENT = re.compile(rb'(<dimension ref="[A-Z]+\d+:[A-Z]+)\d+')


class StyleNumber(Protocol):
    """The number of a style in the list of the workbook."""

    def __call__(self, kind: type, *, is_text: bool) -> int:
        """Of values of a type; a text that says something has its own."""


def row_texts(
    rows: Iterable[tuple[Sequence[Plain], float]], first: int, style: StyleNumber
) -> Iterator[str]:
    """Each row as XML, its values from the left; the first of them is the line `first`.

    With each stands how many points high it is; 0 leaves that to programs.
    """
    for line, (values, points) in enumerate(rows, first):
        height = f' ht="{points:g}" customHeight="1"' if points else ""
        cells = (_cell(f"{_letter(at)}{line}", each, style) for at, each in enumerate(values))
        yield f'<row r="{line}"{height}>{"".join(cells)}</row>'


def with_rows(sheet: bytes, texts: Sequence[str], last: int) -> bytes:
    """The XML of a sheet with rows below those that it has; `last` is the line of the last."""
    head, end, tail = sheet.rpartition(b"</sheetData>")
    head = _EXTENT.sub(rb"\g<1>%d" % last, head, count=1)
    return b"".join((head, "".join(texts).encode(), end, tail))


def _letter(column: int) -> str:
    """Of a column counted from 0, of which there are no more than letters."""
    return chr(ord("A") + column)


def _cell(at: str, value: Plain, style: StyleNumber) -> str:
    if not isinstance(value, str):
        known = "/>" if value is None else f"><v>{value}</v></c>"
        return f'<c r="{at}" s="{style(type(value), is_text=False)}"{known}'
    if not value:
        return f'<c r="{at}" s="{style(str, is_text=False)}"/>'
    kept = "" if value == value.strip() and "\n" not in value else ' xml:space="preserve"'
    inner = f"<is><t{kept}>{escape(value)}</t></is>"
    return f'<c r="{at}" s="{style(str, is_text=True)}" t="inlineStr">{inner}</c>'
