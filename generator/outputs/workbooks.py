"""The calendar of each quarter as a workbook, for those who plan in spreadsheets."""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from math import ceil
from threading import Lock
from typing import TYPE_CHECKING

from generator.catalogue import words
from generator.model import addresses
from generator.model.artifact import Artifact, Audience, Kind, Subject
from generator.model.inputs import Input, made_from
from generator.model.palette import look
from generator.model.quarter import Quarter
from generator.outputs import Context, Output
from generator.planning.agenda import NOTE, AgendaLine, agenda
from generator.planning.packs import packs_of
from generator.vietnamese.dates import weekday_name

if TYPE_CHECKING:
    from openpyxl.styles import NamedStyle
    from openpyxl.worksheet.worksheet import Worksheet

FORM = "6"
"""Raised when the same lines are to be written otherwise."""

_SAVED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
EPOCH = datetime(2000, 1, 1)  # noqa: DTZ001 - a workbook's own dates bear no zone
COLUMNS = (
    ("Day", 12),
    ("Weekday", 10),
    ("Hour", 10),
    ("Until", 12),
    ("Activity", 46),
    ("Number", 10),
    ("Medium", 12),
    ("Partner", 28),
    ("State", 14),
    ("Plan", 36),
    ("Code", 11),
)
NOTED = [name for name, _ in COLUMNS].index("Activity") + 1
Values = tuple[str | date | int | None, ...]
"""A row of the table."""

DAY = "dd/mm/yyyy"
LINE = 16  # points
NARROW = 0.9  # of the width of a figure, in which columns are measured: the mean of letters
MARGIN = 0.4  # inches: about a centimetre, so that the print is large enough to read


@dataclass(frozen=True, slots=True)
class Timetable:
    """The lines of a quarter, and the brand's `look` (`model/palette.py`)."""

    quarter: Quarter
    lines: tuple[AgendaLine, ...]
    look: Mapping[str, str]


def build(context: Context) -> Iterator[Artifact]:
    """A workbook for each quarter, and one for each partner's pack."""
    workspace = context.plan.workspace
    for quarter in context.plan.quarters:
        events = [event for event in context.plan.events if event.slot.quarter == quarter]
        made = Timetable(quarter, tuple(agenda(workspace, events)), look(workspace.brand))
        of = Subject(Kind.TIMETABLE, quarter=quarter)
        yield _artifact(addresses.workbook(quarter), Audience.PUBLIC, of, made)
    for pack in packs_of(context.plan):
        lines = agenda(workspace, [line.event for line in pack.lines])
        who, quarter = pack.partner.id, pack.quarter
        made = Timetable(quarter, tuple(lines), look(workspace.brand))
        of = Subject(Kind.TIMETABLE, partner=who, quarter=quarter)
        yield _artifact(addresses.timetable(who, quarter), Audience.PARTNER, of, made)


def _artifact(path: str, audience: Audience, of: Subject, made: Timetable) -> Artifact:
    digest = made_from(
        {
            Input.FORM: "\n".join((FORM, *(words(name) for name, _ in COLUMNS))),
            Input.TIMES: "\n".join(map(repr, made.lines)),
            Input.BRAND: repr(sorted(made.look.items())),
        }
    )
    return Artifact(path, audience, digest, partial(_chunks, made), of)


_ONE = Lock()
"""A workbook of thousands of lines takes 50 MB to make: one is made at a time."""


def _chunks(made: Timetable) -> Iterator[bytes]:
    with _ONE:
        data = workbook(made)
    yield data


def workbook(made: Timetable) -> bytes:
    """The bytes of a workbook: text stays text whatever it begins with, days are days."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment

    quarter, lines = made.quarter, made.lines
    book = Workbook()
    book.properties.creator = "loa"
    book.properties.created = book.properties.modified = EPOCH
    for style in _styles(made.look["family"]):
        book.add_named_style(style)
    sheet = book.worksheets[0]
    sheet.title = f"Quy {quarter.number}-{quarter.year}"
    name = quarter.name
    _head(sheet, f"{words('Publishing calendar')} {name}", made.look)
    if any(line.proposed for line in lines):
        _put(sheet, 1, NOTED, words(NOTE))
        sheet.cell(1, NOTED).alignment = Alignment(vertical="bottom", wrap_text=False)
    for row, line in enumerate(lines, 3):
        for column, value in enumerate(_values(quarter, line), 1):
            _put(sheet, row, column, value)
        sheet.row_dimensions[row].height = LINE * _depth(_values(quarter, line))
    data = io.BytesIO()
    book.save(data)
    return _steady(data.getvalue())


def _depth(values: Values) -> int:
    """How many lines the fullest cell of a row takes; not every program finds that out itself."""
    widths = (width for _, width in COLUMNS)
    letters = ((len(str(v or "")) * NARROW, w) for v, w in zip(values, widths, strict=True))
    return max(ceil(length / width) for length, width in letters)


def _head(sheet: "Worksheet", title: str, shown: Mapping[str, str]) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.page import PageMargins
    from openpyxl.worksheet.properties import PageSetupProperties

    heading, field, on_field = (shown[key][1:] for key in ("brand", "field", "field-text"))
    bold = partial(Font, name=shown["family"], bold=True)
    _put(sheet, 1, 1, title)
    sheet.cell(1, 1).font = bold(size=14, color=heading)
    sheet.cell(1, 1).alignment = Alignment(wrap_text=False)
    for column, (name, width) in enumerate(COLUMNS, 1):
        _put(sheet, 2, column, words(name))
        head = sheet.cell(2, column)
        head.font = bold(color=on_field)
        head.fill = PatternFill("solid", fgColor=field)
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "A3"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.page_margins = PageMargins(MARGIN, MARGIN, MARGIN, MARGIN)
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "2:2"


def _values(quarter: Quarter, line: AgendaLine) -> Values:
    name = quarter.name
    return (
        line.day or words("some time in {quarter}").format(quarter=name),
        weekday_name(line.day) if line.day else "",
        line.time,
        line.slot.until,
        line.title,
        line.units,
        line.medium_name,
        line.partner,
        line.mark,
        line.campaign,
        line.code,
    )


def _styles(family: str) -> "Iterator[NamedStyle]":
    """Of text, numbers and days: named, since a style of its own for each cell takes long."""
    from openpyxl.styles import Alignment, Font, NamedStyle

    font, left = Font(name=family), Alignment(vertical="top", horizontal="left")
    wrapped = Alignment(vertical="top", wrap_text=True)
    yield NamedStyle("loa-text", font=font, alignment=wrapped)
    yield NamedStyle("loa-number", font=font, alignment=left)
    yield NamedStyle("loa-day", font=font, alignment=left, number_format=DAY)


def _put(sheet: "Worksheet", row: int, column: int, value: str | date | int | None) -> None:
    cell = sheet.cell(row, column)
    if value is None or isinstance(value, str):
        cell.style = "loa-text"
        if value:
            cell.value = value
            cell.data_type = "s"  # or what begins with = + - @ would be reckoned
            cell.quotePrefix = True
        return
    cell.value = value
    cell.style = "loa-day" if isinstance(value, date) else "loa-number"


def _steady(data: bytes) -> bytes:
    """The same archive without the moment at which it was saved: equal lines are equal bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            new.writestr(entry, _SAVED.sub(rb"\g<1>2000-01-01T00:00:00Z", old.read(name)))
    return made.getvalue()


OUTPUT = Output("workbooks", "Workbooks", build, texts=False)
