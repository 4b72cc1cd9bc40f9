"""Tables that others send, in whatever signs they are written. All of it is test data."""

import csv
import unicodedata
from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO

import pytest
from openpyxl import Workbook

from generator.app.table_notes import table_notes
from generator.catalogue import words
from generator.diagnostics import Refusal
from generator.model.ziparchive import zip_bytes
from generator.text.imported import foreign_table
from generator.text.imported.foreign_table import ForeignTable, read_table
from generator.text.imported.private_columns import private_columns

ROWS = (("Nội dung", "Ngày phát", "Số lượng"), ("phát thanh", "12/5/2021", "khoảng 50 người"))
BELOW = [(2, ("phát thanh", "12/5/2021", "khoảng 50 người"))]


def csv_text(sign: str) -> str:
    return "".join(sign.join(row) + "\r\n" for row in ROWS)


def windows_1258(text: str) -> bytes:
    """As Vietnamese Windows writes it: letters with their hats, tone marks behind them."""
    hats = "\u0302\u0306\u031b"
    made = b""
    for letter in text:
        first, *marks = unicodedata.normalize("NFD", letter)
        base = unicodedata.normalize("NFC", first + "".join(m for m in marks if m in hats))
        made += (base + "".join(m for m in marks if m not in hats)).encode("cp1258")
    return made


def workbook(*rows: tuple[object, ...]) -> bytes:
    book, target = Workbook(), BytesIO()
    for row in rows:
        book.active.append(row)  # type: ignore[union-attr] # a sheet
    book.save(target)
    return target.getvalue()


def read(data: bytes) -> list[tuple[int, tuple[str, ...]]] | str:
    found = read_table("bang.csv", data)
    if isinstance(found, Refusal):
        return found.rule.code
    assert isinstance(found, ForeignTable)
    return [(row.number, row.cells) for row in found.rows]


@pytest.mark.parametrize(
    "data",
    [
        csv_text(",").encode(),
        csv_text(";").encode("utf-8-sig"),
        csv_text("\t").encode("utf-16"),
        csv_text(";").encode("utf-16-be").join((b"\xfe\xff", b"")),
        windows_1258(csv_text(";")),
        unicodedata.normalize("NFD", csv_text("|")).encode(),
        workbook(*ROWS),
    ],
)
def test_one_table_in_whatever_signs(data: bytes) -> None:
    assert read(data) == BELOW


def test_cells_of_a_workbook_are_what_one_types() -> None:
    rows = (
        ("Báo cáo tháng 5",),
        (),
        ("Ngày", "Số lớp", "Tỷ lệ", "Tổng"),
        (datetime(2021, 5, 12, 6, 30), 5, 2.5, "=B4*2"),  # noqa: DTZ001 - as a workbook has it
        (date(2021, 5, 19), 2000.0, None, "ổn"),
    )
    assert read(workbook(*rows)) == [
        (4, ("12/5/2021 06:30", "5", "2,5", "=B4*2")),
        (5, ("19/5/2021", "2000", "", "ổn")),
    ]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "table-empty"),
        ("Nội dung;Ngày\n".encode(), "table-empty"),
        (workbook(*ROWS)[:900], "table-form"),
        (zip_bytes([("xl/a.xml", b"<a>" + b" " * 70_000_000)]), "table-form"),
        (b"a;b\n\0\0;c\n", "table-form"),
        (b"a;b\n" + b"1;2\n" * 6000, "table-too-long"),
        (b";" * 70 + b"\n" + b"1;" * 70, "table-too-long"),
    ],
)
def test_what_is_no_table_is_refused(data: bytes, code: str) -> None:
    assert read(data) == code


@pytest.mark.parametrize(
    ("heads", "cells", "found"),
    [
        ("Số lớp;Số người", ["5;250"], []),
        ("STT;Họ và tên;Đơn vị", ["1;An;Sở"], [("Họ và tên", "names")]),
        ("Số CCCD;Lớp", ["x;1"], [("Số CCCD", "identity numbers")]),
        ("Lớp;SĐT liên hệ", ["1;x"], [("SĐT liên hệ", "telephones")]),
        ("Lớp;Cột lạ", ["1;0912 345 678", "2;+84 912.345.678"], [("Cột lạ", "telephones")]),
        ("Lớp;Cột lạ", ["1;075123456789"], [("Cột lạ", "identity numbers")]),
        ("Lớp;Cột lạ", ["1;a@example.org"], [("Cột lạ", "mail addresses")]),
        ("Số tiền;Ngày", ["958.079.880 đồng;12/5/2021"], []),
    ],
)
def test_columns_of_persons_are_known(
    heads: str, cells: list[str], found: list[tuple[str, str]]
) -> None:
    table = read_table("a.csv", "\n".join((heads, *cells)).encode())
    assert isinstance(table, ForeignTable)
    assert [*private_columns(table)] == found


def test_of_a_workbook_all_that_is_not_read_or_not_seen_is_told() -> None:
    book, target = Workbook(), BytesIO()
    book.active.append(("Bìa",))  # type: ignore[union-attr] # a sheet
    for title in ("Quý II", "Quý III"):
        sheet = book.create_sheet(title)
        for row in (*ROWS, ROWS[1]):
            sheet.append(row)
        sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions.group("B", "C", hidden=True)
    book.save(target)
    found = read_table("a.xlsx", target.getvalue())
    assert isinstance(found, ForeignTable)
    told = found.sheet, found.others, found.hidden_rows, found.hidden_columns
    assert told == ("Quý II", ("Quý III",), (3,), tuple(ROWS[0][1:3]))
    book["Quý II"].sheet_state = "veryHidden"
    book.save(target := BytesIO())
    found = read_table("a.xlsx", target.getvalue())
    assert isinstance(found, ForeignTable)
    assert (found.sheet, found.hidden_sheets) == ("Quý III", ("Quý II",))
    assert [words(said, **details) for said, details in table_notes(found)] == [
        "Chỉ đọc trang tính “Quý III”; hãy lưu riêng từng trang tính này rồi nhập: Quý II.",
        "Trang tính đang ẩn trong Excel mà có dữ liệu: Quý II.",
        "Các cột đang ẩn trong Excel cũng được đọc: Ngày phát, Số lượng",
        "Các dòng đang ẩn trong Excel cũng được đọc: 3",
    ]
    plain = read_table("a.xlsx", workbook(*ROWS))
    assert isinstance(plain, ForeignTable)
    assert [words(said, **details) for said, details in table_notes(plain)] == [
        "Đọc trang tính “Sheet”."
    ]


def test_a_text_is_read_no_further_than_a_table_may_be_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rows, reader = list[list[str]](), csv.reader

    def counted(*told: str, **how: str) -> Iterator[list[str]]:
        for row in reader(*told, **how):  # type: ignore[arg-type]
            rows.append(row)
            yield row

    monkeypatch.setattr(csv, "reader", counted)
    assert (read(b"a,b\n" * 20_000), len(rows)) == ("table-too-long", 4 * 5_001)
    rows.clear()
    monkeypatch.setattr(foreign_table, "_LAST_ROW", 100)
    assert (read(b"a,b\n1,2\n" + b"\n" * 20_000), len(rows)) == ("table-too-long", 4 * 5_099)
