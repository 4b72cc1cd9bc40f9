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
    for sheet in (table, further):
        if as_cells:
            for line, values in enumerate(ROWS, 3):
                sheet.put_row(line, values)
        else:
            sheet.put_rows(3, ROWS)
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
        table.put_rows(3, ROWS)
        return table.xlsx_bytes()

    assert made() == made()


def test_a_line_is_as_high_as_the_fullest_text_that_wraps_in_it() -> None:
    table = Spreadsheet("Thử", "Một tên dài hơn cột đầu", COLUMNS, look(None))
    table.put_row(3, (1, "Một nội dung", 2, "chín mươi chín chữ\nhai dòng"))
    table.put_row(4, (2, "ngắn", 2, ""))
    table.put(5, 2, "nội dung dài hơn hẳn cột này")
    table.set_height(5, 20)
    table.put_wide(6, "=" + "chữ " * 30)
    lines = table.sheet.row_dimensions
    assert [lines[number].height for number in range(1, 7)] == [None, None, 32, None, 48, 48]
    assert (table.sheet["A6"].data_type, table.sheet["A6"].quotePrefix) == ("s", True)
