"""A table of somebody else's (XLSX, CSV) as rows of texts; it may come from anywhere.

Of a CSV nobody says in what signs it is written: UTF-8, UTF-16 or the code page of Vietnamese
Windows (1258), with commas, semicolons or tabs. Days are written as people here type them.
"""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO, StringIO
from itertools import islice
from typing import Any

from generator.diagnostics import Location, Refusal, Rule
from generator.source.release_file import moment
from generator.text.imported.package import is_bearable
from generator.vietnamese.dates import HANOI
from generator.vietnamese.numbers import format_number
from generator.vietnamese.text import nfc

MOST_BYTES = 20_000_000
MOST_ROWS, MOST_COLUMNS = 5_000, 60

NO_TABLE = Rule(
    "table-form",
    "“{name}” is not a table that can be read.",
    "Save it as Excel Workbook (*.xlsx) without a password, or as CSV UTF-8.",
)
EMPTY_TABLE = Rule(
    "table-empty",
    "“{name}” holds no row below the names of its columns.",
    "Open it: the names of the columns stand in one row, and each row below it is one deed.",
)
LONG_TABLE = Rule(
    "table-too-long",
    "“{name}” has more than {rows} rows or {columns} columns.",
    "Split it: one table for each line of the plan, for instance.",
)
_SIGNS = ",;\t|"
_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_HIDDEN = re.compile(rb"<row [^>]*hidden=.(?:1|true)[^>]*>")
_ROW_NUMBER = re.compile(rb"\br=.(\d+)")
_HIDDEN_COLUMNS = re.compile(rb"<col [^>]*hidden=.(?:1|true)[^>]*>")
_COLUMN_NUMBERS = re.compile(rb"\b(min|max)=.(\d+)")
_LAST_ROW = 1_048_576
"""That of a sheet of Excel, which may be full of rows in which nothing stands."""
_NumberedRow = tuple[int, list[str]]
_LEAST = 2  # cells of a row that names columns
FORMULA = "="
"""Begins what is reckoned, not written."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row by its number in the table, as its program shows it, and its cells from the left."""

    number: int
    cells: tuple[str, ...]

    def location(self, name: str) -> Location:
        """Its place, with all that stands in it."""
        shown = " | ".join(self.cells)
        return Location(name, self.number, 1, max(1, len(shown)), shown)


@dataclass(frozen=True, slots=True)
class ForeignTable:
    """The names of the columns, and the rows below them that are not empty.

    `sheet` is that of a workbook which was read, `others` are those with rows that were not;
    `hidden_rows` are the numbers of rows that Excel does not show, and that are read all the same,
    `hidden_columns` the names of such columns, `hidden_sheets` those of all of these sheets that it
    does not show.
    """

    name: str
    heads: TableRow
    rows: tuple[TableRow, ...]
    sheet: str = ""
    others: tuple[str, ...] = ()
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[str, ...] = ()
    hidden_sheets: tuple[str, ...] = ()

    def column(self, number: int) -> Iterator[str]:
        """What stands in a column."""
        yield from (row.cells[number] for row in self.rows)


def read_table(name: str, data: bytes) -> ForeignTable | Refusal:
    """The table of a file; or why there is none."""
    if len(data) > MOST_BYTES:
        return Refusal(LONG_TABLE, _limits(name))
    sheets = _of_workbook(data) if data.startswith(b"PK") else _of_text(data)
    if sheets is None:
        return Refusal(NO_TABLE, {"name": name})
    if any(each.is_too_long for each in sheets):
        return Refusal(LONG_TABLE, _limits(name))
    seen_first = sorted(sheets, key=lambda each: each.is_hidden)
    tables = [each for each in seen_first if each.is_table]
    if not tables:
        is_foreign = data and not data.startswith(b"PK") and _is_workbook(name)
        has_no_heads = all(each.head is None for each in sheets)
        return Refusal(NO_TABLE if is_foreign and has_no_heads else EMPTY_TABLE, {"name": name})
    return _table(name, tables)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Rows in which something stands; a sheet with a cover is one without a table."""

    title: str
    rows: tuple[TableRow, ...]
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    is_hidden: bool = False

    @property
    def is_too_long(self) -> bool:
        is_beyond = any(r.number > _LAST_ROW or len(r.cells) > MOST_COLUMNS for r in self.rows)
        return is_beyond or len(self.rows) > MOST_ROWS

    @property
    def head(self) -> int | None:
        """The index of the row that names the columns."""
        rows = enumerate(self.rows)
        return next((n for n, row in rows if sum(map(bool, row.cells)) >= _LEAST), None)

    @property
    def is_table(self) -> bool:
        return self.head is not None and len(self.rows) > self.head + 1


def _table(name: str, sheets: Sequence[_Sheet]) -> ForeignTable:
    first, *others = sheets
    head = first.head or 0
    width = len(first.rows[head].cells)
    below = tuple(TableRow(r.number, _wide(r.cells, width)) for r in first.rows[head + 1 :])
    hidden = tuple(row.number for row in below if row.number in first.hidden_rows)
    titles = tuple(each.title for each in others)
    cells = enumerate(first.rows[head].cells, 1)
    columns = tuple(text for n, text in cells if text and n in first.hidden_columns)
    unseen = tuple(each.title for each in sheets if each.is_hidden)
    return ForeignTable(name, first.rows[head], below, first.title, titles, hidden, columns, unseen)


def _is_workbook(name: str) -> bool:
    """Whether a file says of itself that Excel wrote it."""
    return name.casefold().endswith((".xlsx", ".xlsm", ".xls", ".ods"))


def _limits(name: str) -> dict[str, str]:
    return {"name": name, "rows": format_number(MOST_ROWS), "columns": str(MOST_COLUMNS)}


def _wide(cells: Sequence[str], width: int) -> tuple[str, ...]:
    return (*cells, *[""] * (width - len(cells)))[:width]


def _of_workbook(data: bytes) -> list[_Sheet] | None:
    """Its sheets; formulas stay what they are, for nobody knows what they came to."""
    from openpyxl import load_workbook

    if not is_bearable(data):
        return None
    try:
        book: Any = load_workbook(BytesIO(data), read_only=True, data_only=False)
        found = [_sheet(book, sheet) for sheet in book.worksheets]
        book.close()
    except Exception:  # noqa: BLE001 - whatever a reader trips over lies in the file
        return None
    return found


def _sheet(book: Any, sheet: Any) -> _Sheet:  # noqa: ANN401 - of openpyxl
    rows = sheet.iter_rows(max_row=MOST_ROWS + 100, max_col=MOST_COLUMNS + 1, values_only=True)
    cells = ((number, _without_end(map(_text, row))) for number, row in enumerate(rows, 1))
    found = tuple(TableRow(number, each) for number, each in cells if any(each))
    # openpyxl tells of nothing hidden where it reads row by row
    part: bytes = book._archive.read(sheet._worksheet_path)  # noqa: SLF001
    numbers = frozenset(
        int(each[1]) for each in map(_ROW_NUMBER.search, _HIDDEN.findall(part)) if each
    )
    is_hidden = sheet.sheet_state != "visible"
    return _Sheet(str(sheet.title), found, numbers, frozenset(_hidden_columns(part)), is_hidden)


def _hidden_columns(part: bytes) -> Iterator[int]:
    """The numbers, from 1, of columns that Excel does not show."""
    for column in _HIDDEN_COLUMNS.findall(part):
        ends = {key: int(number) for key, number in _COLUMN_NUMBERS.findall(column)}
        yield from range(ends.get(b"min", 1), min(ends.get(b"max", 0), MOST_COLUMNS) + 1)


def _without_end(cells: Any) -> tuple[str, ...]:  # noqa: ANN401 - an iterator of texts
    """The cells without the empty ones behind the last that says something."""
    found = [*cells]
    while found and not found[-1]:
        found.pop()
    return tuple(found)


def _text(value: object) -> str:
    """A cell as it is typed."""
    if isinstance(value, datetime):
        is_day = (value.hour, value.minute, value.second) == (0, 0, 0)
        return moment(value.date() if is_day else value.replace(tzinfo=HANOI, microsecond=0))
    if isinstance(value, date):
        return moment(value)
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value).replace(".", ",")
    return "" if value is None else " ".join(nfc(str(value)).split())


def _of_text(data: bytes) -> list[_Sheet] | None:
    text = _decoded(data)
    if text is None or "\0" in text:
        return None
    best: list[_NumberedRow] = []
    for sign in _SIGNS:
        try:
            rows = _rows(text, sign)
        except csv.Error:
            continue
        if _width(rows) > _width(best):
            best = rows
    clean = ((number, [" ".join(cell.split()) for cell in row]) for number, row in best)
    return [_Sheet("", tuple(TableRow(number, _without_end(row)) for number, row in clean))]


def _rows(text: str, sign: str) -> list[_NumberedRow]:
    """Those in which something stands, by their numbers; of too many only what tells so."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=sign, strict=True)
    numbered = enumerate(reader, 1)
    said = (each for each in numbered if any(map(str.strip, each[1])) or each[0] > _LAST_ROW)
    return [*islice(said, MOST_ROWS + 1)]


def _width(rows: Sequence[_NumberedRow]) -> int:
    """How many columns most rows have: what does not divide a table leaves one."""
    counts = sorted(len(row) for _, row in rows if any(row))
    return counts[len(counts) // 2] if counts else 0


def _decoded(data: bytes) -> str | None:
    """The text in whatever signs it is written; a part in others is no text."""
    wide = next((name for mark, name in _MARKS.items() if data.startswith(mark)), "")
    for encoding in (wide,) if wide else ("utf-8-sig", "cp1258"):
        try:
            return nfc(data.decode(encoding))
        except UnicodeDecodeError:
            continue
    return None
