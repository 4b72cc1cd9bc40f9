"""A run list as a workbook: a line for each place of each file, with its picture, sums below."""

from io import BytesIO
from typing import Any

from generator.catalogue import words
from generator.outputs.print.runlist import Point, RunList, RunListRow
from generator.outputs.print.sheets import (
    HEADS,
    file_of,
    finish_of,
    lacks_of,
    material_of,
    title_of,
)
from generator.text.spreadsheet import CENTRED_STYLE, LINE, TOTAL, Spreadsheet, Value

_COPIES = 9  # the column of copies, from 1
_FIRST = 4  # the line of the first row
_BOX = "☐"
_THUMB = 170  # pixels


def workbook(run_list: RunList) -> bytes:
    """The bytes of the list."""
    table = Spreadsheet(run_list.name, title_of(run_list), HEADS, run_list.look, _FIRST - 1)
    table.set_height(_FIRST - 1, 2 * LINE)
    table.put_wide(2, lacks_of(run_list))
    last, sums = _FIRST - 1, []
    for label, group in run_list.groups:
        first = last + 1
        for row in group:
            last = _put_rows(table, last, row)
        if any(row.copies for row in group):
            sums.append((label, first, last))
    if len(sums) > 1:
        sums.append((words("Total"), _FIRST, last))
    for line, (label, first, end) in enumerate(sums, last + 1):
        table.put(line, 1, label, TOTAL)
        column = table.sheet.cell(line, _COPIES)
        letter = column.column_letter
        column.value, column.style = f"=SUM({letter}{first}:{letter}{end})", TOTAL
    return table.xlsx_bytes()


def _put_rows(table: Spreadsheet, last: int, row: RunListRow) -> int:
    """The lines of a file, and the number of the last."""
    first = last + 1
    for point in row.points:
        last += 1
        for column, value in enumerate(_cells(row, point), 1):
            table.put(
                last, column, value, CENTRED_STYLE if column == _COPIES or value == _BOX else ""
            )
    picture = _picture(row)
    table.sheet.add_image(picture, f"A{first}")
    room = picture.height * 0.75 / (last - first + 1) + 4
    for line in range(first, last + 1):
        table.set_height(line, max(room, 2 * LINE))
    return last


def _picture(row: RunListRow) -> Any:  # noqa: ANN401 - openpyxl's image
    from openpyxl.drawing.image import Image

    trim = row.piece.rendering.order.artwork.trim
    picture: Any = Image(BytesIO(b"".join(row.piece.chunks("thumb"))))
    scale = _THUMB / max(trim.width, trim.height)
    picture.width, picture.height = round(trim.width * scale), round(trim.height * scale)
    return picture


def _cells(row: RunListRow, point: Point) -> list[Value]:
    held: list[Value] = [
        "",
        row.piece.piece.title,
        row.size,
        f"{material_of(row)}\n{finish_of(row)}".strip(),
        file_of(row),
        row.digests,
    ]
    basis = words("proposed") if point.is_proposed else ""
    where: list[Value] = [point.place, point.district, point.copies or "–", point.when, basis]
    return [*held, *where, _BOX, _BOX, _BOX]
