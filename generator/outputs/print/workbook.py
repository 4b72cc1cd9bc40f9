"""A run list as a workbook of one sheet; the same list gives the same bytes."""

import re
import zipfile
from io import BytesIO
from math import ceil
from typing import Any

from generator.catalogue import words
from generator.outputs.print.runlist import Point, Row, RunList
from generator.outputs.print.sheets import HEADS, file_of, lacks_of, title_of

_COPIES = 9  # the column of copies, from 1
_FIRST = 4  # the line of the first row
_LINE = 16  # points
_BOX = "☐"
_THUMB = 170  # pixels
_EPOCH = (1980, 1, 1, 0, 0, 0)
_MOMENT = b"2000-01-01T00:00:00Z"


def workbook(run_list: RunList) -> bytes:
    """An XLSX of one sheet: a line for each place of each file, sums below."""
    from openpyxl import Workbook

    book = Workbook()
    sheet: Any = book.active
    sheet.title = run_list.name[:31]
    _head(sheet, run_list)
    last, sums = _FIRST - 1, []
    for label, group in run_list.groups:
        first = last + 1
        for row in group:
            last = _rows(sheet, last, row)
        sums.append((label, f"=SUM(I{first}:I{last})"))
    if len(sums) > 1:
        sums.append((words("Total"), f"=SUM(I{_FIRST}:I{last})"))
    _sums(sheet, last + 1, sums)
    _settle_page(sheet)
    _settle_face(sheet, run_list.family)
    target = BytesIO()
    book.save(target)
    return _settled(target.getvalue())


def _head(sheet: Any, run_list: RunList) -> None:  # noqa: ANN401 - openpyxl's worksheet
    from openpyxl.styles import Font

    _write(sheet, 1, [title_of(run_list)])
    sheet["A1"].font = Font(bold=True, size=14)
    _lacks(sheet, lacks_of(run_list))
    _write(sheet, 3, [words(head) for head, _ in HEADS])
    sheet.row_dimensions[_FIRST - 1].height = 30  # two lines
    for column, (_, width) in enumerate(HEADS):
        cell = sheet.cell(3, column + 1)
        cell.font = Font(bold=True)
        sheet.column_dimensions[cell.column_letter].width = width


def _lacks(sheet: Any, text: str) -> None:  # noqa: ANN401 - as above
    """In lines across the table: in one line it would make the page as wide, and all else tiny."""
    from openpyxl.styles import Alignment

    _write(sheet, 2, [text])
    sheet.merge_cells(start_row=2, end_row=2, start_column=1, end_column=len(HEADS))
    sheet["A2"].alignment = Alignment(vertical="top", wrap_text=True)
    depth = ceil(len(text) / sum(width for _, width in HEADS))
    sheet.row_dimensions[2].height = _LINE * max(1, depth)


def _sums(sheet: Any, line: int, sums: list[tuple[str, str]]) -> None:  # noqa: ANN401 - as above
    from openpyxl.styles import Font

    for here, (label, formula) in enumerate(sums, start=line):
        _write(sheet, here, [label])
        sheet.cell(here, _COPIES, formula)
        sheet.cell(here, 1).font = sheet.cell(here, _COPIES).font = Font(bold=True)


def _settle_page(sheet: Any) -> None:  # noqa: ANN401 - as above
    """Long words in several lines; heading and names stay in sight; one page wide on A4 across."""
    from openpyxl.styles import Alignment, Border, Side

    rule = Border(bottom=Side(style="hair"))
    for line in sheet.iter_rows(min_row=_FIRST - 1):
        for cell in line:
            across = "center" if cell.column == _COPIES or cell.value == _BOX else None
            cell.alignment = Alignment(across, "top", wrap_text=True)
            cell.border = rule
    sheet.freeze_panes = "B4"
    sheet.print_title_rows = "1:3"
    sheet.page_margins.left = sheet.page_margins.right = 0.4  # inches: letters become larger
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _settle_face(sheet: Any, family: str) -> None:  # noqa: ANN401 - as above
    """Every cell in the brand's family: what names none comes out in that of the program."""
    from openpyxl.styles import Font

    for line in sheet.iter_rows():
        for cell in line:
            cell.font = Font(name=family, bold=cell.font.b, size=cell.font.sz)


def _rows(sheet: Any, last: int, row: Row) -> int:  # noqa: ANN401 - openpyxl's worksheet
    from openpyxl.drawing.image import Image

    order = row.piece.ordered.order
    first = last + 1
    for point in row.points or (None,):
        last += 1
        _write(sheet, last, _cells(row, point))
    picture: Any = Image(BytesIO(b"".join(row.piece.chunks("thumb"))))
    picture.height = round(_THUMB * order.artwork.trim.height / order.artwork.trim.width)
    picture.width = _THUMB
    if picture.height > _THUMB:
        picture.width, picture.height = round(_THUMB * _THUMB / picture.height), _THUMB
    sheet.add_image(picture, f"A{first}")
    room = picture.height * 0.75 / (last - first + 1) + 4
    for line in range(first, last + 1):
        sheet.row_dimensions[line].height = max(room, 32)
    return last


def _cells(row: Row, point: Point | None) -> list[object]:
    order = row.piece.ordered.order
    held = [
        "",
        row.piece.piece.title,
        str(order.artwork.trim),
        order.printer.material,
        file_of(row),
        order.digest[:8],
    ]
    if point is None:
        return [*held, "–", "", row.piece.ordered.copies, "–", "", _BOX, _BOX, _BOX]
    basis = words("proposed") if point.proposed else ""
    where = [point.place, point.district, point.copies, point.when, basis]
    return [*held, *where, _BOX, _BOX, _BOX]


def _write(sheet: Any, line: int, values: list[object]) -> None:  # noqa: ANN401 - as above
    """Write text as text: what begins with = + - @ must not become a formula."""
    for column, value in enumerate(values, start=1):
        cell = sheet.cell(line, column, value)
        if isinstance(value, str):
            cell.data_type = "s"


def _settled(data: bytes) -> bytes:
    """The workbook without the moment at which it was saved."""
    target = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(data)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as settled,
    ):
        for name in sorted(source.namelist(), key=lambda name: (name[0] != "[", name)):
            content = source.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"\d{4}-\d\d-\d\dT[\d:.]+Z", _MOMENT, content)
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 3
            settled.writestr(entry, content)
    return target.getvalue()
