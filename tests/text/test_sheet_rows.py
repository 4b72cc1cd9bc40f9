"""Rows that are written as XML are, for whoever opens them, what cells would have been."""

from decimal import Decimal
from io import BytesIO

from openpyxl import load_workbook

from generator.model.palette import look
from generator.text.sheet_rows import Plain
from generator.text.spreadsheet import Spreadsheet

COLUMNS = (("Row", 6), ("Content", 12), ("Done", 9), ("Code", 30))
ROWS: tuple[tuple[Plain, ...], ...] = (
    (1, "<Bớt & rửa>", Decimal("2.5"), "=SUM(A1:A2)"),
    (2, "một dòng\nvà một dòng nữa", None, ""),
    (3, " hai dấu cách ", 0, "+84"),
)


def opened(*, as_cells: bool) -> list[list[tuple[object, ...]]]:
    table = Spreadsheet("Thử", "Dữ liệu thử", COLUMNS, look(None))
    further = table.another("Thêm", "Dữ liệu thử", COLUMNS)
    widths = [width for _, width in COLUMNS]
    for sheet in (table, further):
        if as_cells:
            for line, values in enumerate(ROWS, 3):
                sheet.put_row(line, values)
                sheet.fit_height(line, values, widths)
        else:
            sheet.put_rows(3, ROWS, widths)
    book = load_workbook(BytesIO(table.xlsx_bytes()))
    return [
        [
            (
                *(sheet.dimensions, sheet.row_dimensions[cell.row].height, cell.coordinate),
                *(cell.value, cell.data_type, cell.style, cell.quotePrefix),
            )
            for row in sheet.iter_rows()
            for cell in row
        ]
        for sheet in book
    ]


def test_rows_are_what_cells_would_have_been() -> None:
    assert opened(as_cells=False) == opened(as_cells=True)


def test_the_same_rows_are_the_same_bytes() -> None:
    def made() -> bytes:
        table = Spreadsheet("Thử", "Dữ liệu thử", COLUMNS, look(None))
        table.put_rows(3, ROWS, [width for _, width in COLUMNS])
        return table.xlsx_bytes()

    assert made() == made()
