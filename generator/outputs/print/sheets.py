"""A run list as a workbook and as a PDF; the same list gives the same bytes."""

import json
import re
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING, Any

from generator.catalogue import words
from generator.model.artifact import digest_of
from generator.ports import Typesetter

if TYPE_CHECKING:
    from generator.outputs.print.runlist import Point, Row, RunList

HEADS = (
    ("Picture", 26),
    ("Piece", 34),
    ("Finished size", 14),
    ("Material", 18),
    ("File", 48),
    ("Digest", 11),
    ("Place", 30),
    ("District", 22),
    ("Copies", 9),
    ("When", 24),
    ("Basis", 10),
    ("Printed", 8),
    ("Hung", 8),
    ("Taken down", 8),
)
"""Heading (a msgid) and width in characters of each column."""

TEMPLATE = "run-list"
_COPIES = 8  # the column of copies, from 0
_BOX = "☐"
_THUMB = 170  # pixels
_EPOCH = (1980, 1, 1, 0, 0, 0)
_MOMENT = b"2000-01-01T00:00:00Z"


def workbook(run_list: "RunList") -> bytes:
    """An XLSX of one sheet: a line for each place of each file, sums below."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font

    book = Workbook()
    sheet: Any = book.active
    sheet.title = run_list.name[:31]
    _write(sheet, 1, [title_of(run_list)])
    sheet["A1"].font = Font(bold=True, size=14)
    _write(sheet, 2, [lacks_of(run_list)])
    _write(sheet, 3, [words(head) for head, _ in HEADS])
    for column, (_, width) in enumerate(HEADS):
        cell = sheet.cell(3, column + 1)
        cell.font = Font(bold=True)
        sheet.column_dimensions[cell.column_letter].width = width
    last = 3
    for row in run_list.rows:
        last = _rows(sheet, last, row)
    _write(sheet, last + 1, [words("Total")])
    sheet.cell(last + 1, _COPIES + 1, f"=SUM(I4:I{last})" if last > 3 else 0).font = Font(bold=True)  # noqa: PLR2004 - the heading's row
    for line in sheet.iter_rows(min_row=3, max_row=last + 1):
        for cell in line:
            cell.alignment = Alignment(vertical="top", wrap_text=True)
    sheet.freeze_panes = "B4"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    target = BytesIO()
    book.save(target)
    return _settled(target.getvalue())


def table_pdf(typesetter: Typesetter, run_list: "RunList") -> bytes:
    """The same list as a PDF to be printed and ticked, with a picture of each piece."""
    rows = []
    files = {}
    for row in run_list.rows:
        thumb = b"".join(row.piece.chunks("thumb"))
        name = f"{digest_of(thumb)[:16]}.png"
        files[name] = thumb
        rows.append(_as_data(row) | {"thumb": f"files/{name}"})
    content = {
        "title": title_of(run_list),
        "lacks": lacks_of(run_list),
        "family": run_list.rows[0].piece.ordered.order.family,
        "labels": {head: words(head) for head, _ in HEADS} | {"Total": words("Total")},
        "proposed": words("proposed"),
        "rows": rows,
        "total": sum(row.copies for row in run_list.rows),
    }
    return typesetter.pdf(TEMPLATE, {"job": json.dumps(content, ensure_ascii=False)}, files)


def title_of(run_list: "RunList") -> str:
    """The heading of the list."""
    quarter = run_list.quarter
    when = words("Quarter {quarter}").format(quarter=quarter) if quarter else words("No quarter")
    return f"{words('Run list')}: {run_list.title}, {when}"


def lacks_of(run_list: "RunList") -> str:
    """What must be found out before anything is printed, as one line, or nothing."""
    if not run_list.lacks:
        return ""
    return words("Before printing: {what}").format(what=" ".join(run_list.lacks))


def _rows(sheet: Any, last: int, row: "Row") -> int:  # noqa: ANN401 - openpyxl's worksheet
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


def _cells(row: "Row", point: "Point | None") -> list[object]:
    order = row.piece.ordered.order
    held = [
        "",
        row.piece.piece.title,
        str(order.artwork.trim),
        order.printer.material,
        f"{order.name}.pdf",
        order.digest[:8],
    ]
    if point is None:
        return [*held, "–", "", row.piece.ordered.copies, "–", "", _BOX, _BOX, _BOX]
    basis = words("proposed") if point.proposed else ""
    where = [point.place, point.district, point.copies, point.when, basis]
    return [*held, *where, _BOX, _BOX, _BOX]


def _as_data(row: "Row") -> dict[str, object]:
    order = row.piece.ordered.order
    return {
        "title": row.piece.piece.title,
        "size": str(order.artwork.trim),
        "material": order.printer.material,
        "printer": order.printer.name,
        "file": f"{order.name}.pdf",
        "digest": order.digest[:8],
        "copies": row.copies,
        "points": [
            {
                "place": point.place,
                "district": point.district,
                "copies": point.copies,
                "when": point.when,
                "proposed": point.proposed,
            }
            for point in row.points
        ],
    }


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
