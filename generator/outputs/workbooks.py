"""The calendar of each quarter as a workbook, for those who plan in spreadsheets."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from threading import Lock

from generator.catalogue import words
from generator.model import addresses
from generator.model.artifact import Artifact, Audience, Kind, ResultSubject
from generator.model.inputs import Input, made_from
from generator.model.palette import look
from generator.model.quarter import Quarter
from generator.outputs import Context, Output
from generator.planning.agenda import NOTE, AgendaLine, agenda
from generator.planning.packs import packs_of
from generator.text.spreadsheet import REMARK, Spreadsheet, Value
from generator.vietnamese.dates import weekday_name

FORM = "8"
"""Raised when the same lines are to be written otherwise."""

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
NOTE_COLUMN = [name for name, _ in COLUMNS].index("Activity") + 1


@dataclass(frozen=True, slots=True)
class Timetable:
    """The lines of a quarter, and the brand's `look` (`model/palette.py`)."""

    quarter: Quarter
    lines: tuple[AgendaLine, ...]
    look: Mapping[str, str]


def build(context: Context) -> Iterator[Artifact]:
    """A workbook for each quarter, and one for each partner's pack."""
    workspace = context.workspace
    for quarter in context.plan.quarters:
        events = context.plan.events_in(quarter)
        made = Timetable(quarter, tuple(agenda(workspace, events)), look(workspace.brand))
        of = ResultSubject(Kind.TIMETABLE, quarter=quarter)
        yield _artifact(addresses.workbook(quarter), Audience.PUBLIC, of, made)
    for pack in (each for each in packs_of(context.plan) if each.lines):
        lines = agenda(workspace, pack.lines)
        who, quarter = pack.partner.id, pack.quarter
        made = Timetable(quarter, tuple(lines), look(workspace.brand))
        of = ResultSubject(Kind.TIMETABLE, partner=who, quarter=quarter)
        yield _artifact(addresses.timetable(who, quarter), Audience.PARTNER, of, made)


def _artifact(path: str, audience: Audience, of: ResultSubject, made: Timetable) -> Artifact:
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


def workbook(timetable: Timetable) -> bytes:
    """The bytes of a workbook."""
    quarter, lines = timetable.quarter, timetable.lines
    title = f"{words('Publishing calendar')} {quarter.name}"
    table = Spreadsheet(f"Quy {quarter.number}-{quarter.year}", title, COLUMNS, timetable.look)
    if any(line.is_proposed for line in lines):
        table.put(1, NOTE_COLUMN, words(NOTE), REMARK)
    for row, line in enumerate(lines, 3):
        table.put_row(row, _values(quarter, line))
    return table.xlsx_bytes()


def _values(quarter: Quarter, line: AgendaLine) -> tuple[Value, ...]:
    return (
        line.day or words("some time in {quarter}", quarter=quarter.name),
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


OUTPUT = Output("workbooks", "Workbooks", build, texts=False)
