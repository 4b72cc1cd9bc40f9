"""A table as a workbook (XLSX) of one sheet, in the face and colours of the brand.

Text stays text whatever it begins with, days are days; the same table gives the same bytes.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import cache, lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

from generator.catalogue import words
from generator.model.ziparchive import office_bytes
from generator.text.sheet_rows import Plain, row_texts, with_rows

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.styles import NamedStyle

Value = str | date | int | Decimal | None
CENTRED_STYLE = "loa-centred"
"""The style of boxes to tick, and of counts that stand between them."""

TOTAL = "loa-total"
"""The style of sums and of what they are of."""

REMARK = "loa-remark"
"""The style of what stands in one line, beyond its column."""

LINE = 16
"""Points that a line of text takes."""

_SAVED = datetime(2000, 1, 1)  # noqa: DTZ001 - a workbook's own dates bear no zone
_MARGIN = 0.4  # inches: about a centimetre, so that the print is large enough to read
_LONGEST_NAME = 31  # characters of a sheet's name, as Excel takes it
_A4 = 9


class Spreadsheet:
    """A table that is written row by row: a title, the names of columns, whatever comes below."""

    def __init__(  # noqa: PLR0913, PLR0917 - a sheet, and the workbook that it is of
        self,
        name: str,
        title: str,
        columns: Sequence[tuple[str, int]],
        look: Mapping[str, str],
        head: int = 2,
        book: "Workbook | None" = None,
    ) -> None:
        """Begin a table.

        Args:
            name: of the sheet.
            title: in its first line.
            columns: names (msgids) and widths in figures, from the left.
            look: of the brand, as `model/palette.py` gives it.
            head: the line in which the names of columns stand.
            book: the workbook of which it is a further sheet; without it, one of its own.
        """
        self._book, self._look = book or _new_book(look), look
        self._widths = [width for _, width in columns]
        self._styles: dict[tuple[str, bool], Any] = {}
        self._rows: list[str] = []
        self._last = head
        self._further: list[Spreadsheet] = []
        self.sheet: Any = self._book.create_sheet() if book else self._book.worksheets[0]
        self.sheet.title = name[:_LONGEST_NAME]
        self.put(1, 1, title, "loa-title")
        for column, (heading, width) in enumerate(columns, 1):
            cell = self.put(head, column, words(heading), _HEAD)
            self.sheet.column_dimensions[cell.column_letter].width = width
        _set_page(self.sheet, head)

    def another(self, name: str, title: str, columns: Sequence[tuple[str, int]]) -> "Spreadsheet":
        """A further sheet of the same workbook."""
        further = Spreadsheet(name, title, columns, self._look, book=self._book)
        self._further.append(further)
        return further

    def put_formula(self, line: int, column: int, formula: str, style: str = "loa-number") -> None:
        """Write what the program reckons of other cells."""
        cell = self.sheet.cell(line, column)
        cell.value, cell.style = formula, style

    def put(self, line: int, column: int, value: Value, style: str = "") -> Any:  # noqa: ANN401 - openpyxl's cell
        """Write a value, and give its cell; the line is high enough for a text that wraps in it."""
        style = style or _STYLES.get(type(value), _TEXT)
        if isinstance(value, str) and style in _WRAPPED:
            self._make_room(line, _lines(value, self._widths[column - 1]))
        return self._write(line, column, value, style)

    def put_wide(self, line: int, text: str) -> None:
        """Write a text across all columns, in as many lines as it needs."""
        self._write(line, 1, text, _TEXT)
        self._make_room(line, _lines(text, sum(self._widths)))
        area = {"start_row": line, "end_row": line, "end_column": len(self._widths)}
        self.sheet.merge_cells(start_column=1, **area)

    def _write(self, line: int, column: int, value: Value, style: str) -> Any:  # noqa: ANN401 - as above
        is_text = isinstance(value, str) and bool(value)
        cell = self.sheet.cell(line, column, None if value == "" else value)
        if is_text:
            cell.data_type = "s"  # or what begins with = + - @ would be reckoned
        self._dress(cell, style, is_text=is_text)
        return cell

    def _make_room(self, line: int, lines: int) -> None:
        if lines > 1:
            self.set_height(line, LINE * lines)

    def _dress(self, cell: Any, style: str, *, is_text: bool) -> None:  # noqa: ANN401 - openpyxl's cell
        """Give a cell its style; a large table has but a few, and each is looked up once."""
        known = self._styles.get((style, is_text))
        if known is None:
            cell.style = style
            if is_text:
                cell.quotePrefix = True
            self._styles[style, is_text] = cell._style  # noqa: SLF001 - no other way to copy it
        else:
            cell._style = known  # noqa: SLF001 - as above; nobody changes it any more

    def put_row(self, line: int, values: Sequence[Value]) -> None:
        """Write the values of a line from the left."""
        for column, value in enumerate(values, 1):
            self.put(line, column, value)

    def put_rows(self, line: int, rows: Iterable[Sequence[Plain]]) -> None:
        """Write many rows below all others, each as high as its texts need.

        They become cells only in the file: nothing of them can be changed any more.
        """
        high = ((values, self._height(values)) for values in rows)
        self._rows += row_texts(high, line, cache(self._style_number))
        self._last = line + len(self._rows) - 1

    def _height(self, values: Sequence[Plain]) -> float:
        """Points that the longest text of a row needs; 0 where one line is enough."""
        texts = ((v, w) for v, w in zip(values, self._widths, strict=True) if isinstance(v, str))
        most = max((_lines(text, width) for text, width in texts), default=1)
        return LINE * most if most > 1 else 0

    def set_height(self, line: int, points: float) -> None:
        """Make a line at least so high; not every program finds that out itself."""
        row = self.sheet.row_dimensions[line]
        row.height = max(points, row.height or 0)

    def xlsx_bytes(self) -> bytes:
        """The file, without the moment at which it was saved."""
        from openpyxl.xml.functions import tostring

        data = BytesIO()
        self._book.save(data)
        self._book.properties.modified = _SAVED
        core = tostring(self._book.properties.to_tree())
        changes = {"docProps/core.xml": lambda _: core}
        for at, sheet in enumerate((self, *self._further), 1):
            changes[f"xl/worksheets/sheet{at}.xml"] = sheet.part_with_rows
        return office_bytes(data.getvalue(), changes)

    def part_with_rows(self, part: bytes) -> bytes:
        """The XML of this sheet with the rows that are no cells yet."""
        return with_rows(part, self._rows, self._last) if self._rows else part

    def _style_number(self, kind: type, *, is_text: bool) -> int:
        """Of values of a type, in the list of the workbook."""
        from openpyxl.cell import Cell

        cell: Any = Cell(self.sheet, 1, 1)
        self._dress(cell, _STYLES.get(kind, _TEXT), is_text=is_text)
        return int(cell.style_id)


@lru_cache(maxsize=10_000)
def _lines(text: str, width: int) -> int:
    """In how many lines a text stands in a column as wide as so many figures."""
    if len(text) < width and "\n" not in text:
        return 1
    return sum(_wrapped(part, width - 1) for part in text.split("\n"))


def _wrapped(text: str, width: int) -> int:
    """In how many lines of so many letters words stand; a longer word is broken."""
    lines, used = 1, 0
    for size in map(len, text.split(" ")):
        used += size + (1 if used else 0)
        if used > width:
            more = -(-size // width)
            lines, used = lines + more - (used == size), size - (more - 1) * width
    return lines


_HEAD, _TEXT = "loa-head", "loa-text"
_WRAPPED = frozenset({_HEAD, _TEXT, TOTAL})
_STYLES = {int: "loa-number", Decimal: "loa-number", date: "loa-day"}


def _new_book(look: Mapping[str, str]) -> "Workbook":
    from openpyxl import Workbook

    book = Workbook()
    book.properties.creator, book.properties.created = "loa", _SAVED
    for style in _styles(look):
        book.add_named_style(style)
    return book


def _styles(look: Mapping[str, str]) -> "Iterator[NamedStyle]":
    """Named, since a style of its own for each cell takes long."""
    from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side

    heading, field, on_field = (look[key][1:] for key in ("brand", "field", "field-text"))
    face, bold = Font(name=look["family"]), Font(name=look["family"], bold=True, color=on_field)
    large = Font(name=look["family"], bold=True, size=14, color=heading)
    left, wrapped = Alignment("left", "top"), Alignment(vertical="top", wrap_text=True)
    rule = Border(bottom=Side(style="hair"))
    yield NamedStyle("loa-title", font=large, alignment=Alignment(vertical="top"))
    fill = PatternFill("solid", fgColor=field)
    yield NamedStyle(_HEAD, font=bold, fill=fill, alignment=wrapped)
    yield NamedStyle(_TEXT, font=face, border=rule, alignment=wrapped)
    yield NamedStyle("loa-number", font=face, border=rule, alignment=left)
    yield NamedStyle("loa-day", font=face, border=rule, alignment=left, number_format="dd/mm/yyyy")
    yield NamedStyle(TOTAL, font=Font(name=look["family"], bold=True), alignment=wrapped)
    yield NamedStyle(REMARK, font=face, alignment=Alignment(vertical="bottom"))
    yield NamedStyle(CENTRED_STYLE, font=face, border=rule, alignment=Alignment("center", "top"))


def _set_page(sheet: Any, head: int) -> None:  # noqa: ANN401 - openpyxl's worksheet
    """Title and names stay in sight, also on paper: A4 across, as wide as the table."""
    from openpyxl.worksheet.page import PageMargins

    sheet.freeze_panes = f"A{head + 1}"
    sheet.print_title_rows = f"1:{head}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", _A4
    sheet.page_setup.fitToHeight = 0
    sheet.page_margins = PageMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
