"""The calendar of each quarter to hang on a wall: A3, for everybody to print."""

import json
from calendar import Calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from generator.catalogue import words
from generator.diagnostics import Diagnostic, Location, Rule
from generator.model import addresses
from generator.model.artifact import Artifact, Audience, Kind, NotMadeError, ResultSubject
from generator.model.brand import Brand
from generator.model.inputs import Input, made_from
from generator.model.quarter import Quarter
from generator.model.typesetting import TypesetError
from generator.outputs import Context, Output
from generator.planning.activity_forms import form_of, forms
from generator.planning.agenda import NOTE, AgendaLine, agenda
from generator.planning.working_days import days_off, green_days
from generator.ports import Typesetter, WorkLostError
from generator.press.lost import lost
from generator.press.typesetting_faults import NO_GLYPH
from generator.vietnamese.dates import WEEKDAYS_SHORT

TEMPLATE = "wall-calendar"
BAD_SHEET = Rule(
    "wall-calendar",
    "The wall calendar cannot be set: {problem}.",
    "Mend the template at this line, or remove it to use the default one.",
)
NO_BREAK = "\u00a0"
_WEEKS = Calendar(firstweekday=0)


def build(context: Context) -> Iterator[Artifact]:
    """A sheet for each quarter."""
    brand = context.workspace.brand
    if brand is not None:
        yield from (_artifact(context, quarter, brand) for quarter in context.plan.quarters)


def _artifact(context: Context, quarter: Quarter, brand: Brand) -> Artifact:
    sheet = _Sheet(context, quarter, brand)
    data = json.dumps(sheet.data(), ensure_ascii=False, sort_keys=True)
    digest = made_from({Input.TEMPLATE: context.typesetter.digest(), Input.TIMES: data})
    path = addresses.wall_calendar(quarter)
    of = ResultSubject(Kind.WALL, quarter=quarter)
    return Artifact(path, Audience.PUBLIC, digest, partial(_pdf, context, data), of)


_LONG = 400_000
"""Characters of what a sheet is made from: one of thousands of lines takes 200 MB to set."""


def set_sheet(task: tuple[Typesetter, str]) -> bytes:
    """The PDF of a sheet, made in a process of its own: a typesetter serves one at a time."""
    setter, data = task
    return setter.pdf(TEMPLATE, {"sheet": data})


def _pdf(context: Context, data: str) -> Iterator[bytes]:
    try:
        task, is_long = (context.typesetter, data), len(data) > _LONG
        yield context.workers.run(set_sheet, task, alone=is_long)
    except WorkLostError:
        raise lost(Location(addresses.CALENDAR), f"{TEMPLATE}.typ") from None
    except TypesetError as error:
        if error.missing:
            raise NotMadeError(_unwritable(context, error)) from None
        where = Location(f"assets/print/{error.template}", error.line, error.column)
        raise NotMadeError(BAD_SHEET.at(where, problem=error.message)) from None


def _unwritable(context: Context, error: TypesetError) -> Diagnostic:
    """The title that holds a sign which the typeface lacks, or else the sheet as a whole."""
    titled = (p for p in context.plan.visible.values() if set(error.missing) & set(p.title))
    places = [piece.where("title") for piece in titled] or [Location(addresses.CALENDAR)]
    return NO_GLYPH.at(places[0], characters=" ".join(error.missing))


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What the template is given for a quarter."""

    context: Context
    quarter: Quarter
    brand: Brand

    def data(self) -> dict[str, object]:
        plan, quarter = self.context.plan, self.quarter
        events = plan.events_in(quarter)
        lines = agenda(plan.workspace, events)
        name = quarter.name
        first = quarter.first_day.month
        return {
            "family": self.brand.type.family,
            "palette": {key: colour.screen for key, colour in self.brand.colours.items()},
            "title": f"{words('Publishing calendar')} {name}",
            "site": plan.workspace.site.name,
            "url": plan.workspace.site.url + addresses.url(addresses.quarter(quarter)),
            "note": words(NOTE),
            "weekdays": WEEKDAYS_SHORT,
            "months": [self._month(first + step, lines) for step in range(3)],
            "heading": f"{words('Planned for quarter')} {quarter}",
            "lines": [_line(line) for line in lines],
            "days": self._days(),
            "key": [
                {**_look(form.name), "name": words(form.plural)}
                for form in forms()
                if form.name in {line.medium for line in lines}
            ],
        }

    def _month(self, month: int, lines: list[AgendaLine]) -> dict[str, object]:
        year, holidays = self.quarter.year, self.context.workspace.holidays
        off, green = days_off(holidays, year), green_days(holidays, year)

        def cell(day: date) -> dict[str, object] | None:
            if day.month != month:
                return None
            mine = [e for e in lines if e.day == day and not e.is_cancelled]
            return {
                "day": day.day,
                "kind": "holiday" if day in off else "green" if day in green else "",
                "name": off.get(day) or green.get(day, ""),
                "marks": [{**_look(e.medium), "text": _short(e)} for e in mine],
            }

        weeks = [[cell(day) for day in week] for week in _WEEKS.monthdatescalendar(year, month)]
        return {"title": f"Tháng {month}", "weeks": weeks}

    def _days(self) -> list[dict[str, str]]:
        holidays, year = self.context.workspace.holidays, self.quarter.year
        off = [(day, name, "holiday") for day, name in days_off(holidays, year).items()]
        green = [(day, name, "green") for day, name in green_days(holidays, year).items()]
        return [
            {"day": f"{day.day}/{day.month}", "name": name, "kind": kind}
            for day, name, kind in sorted(off + green)
            if Quarter.of(day) == self.quarter
        ]


def _short(line: AgendaLine) -> str:
    """What fits into the cell of a day: the hour and the medium, and that it is a proposal."""
    mark = f"({words('proposed')})".replace(" ", NO_BREAK) if line.is_proposed else ""
    return " ".join(part for part in (line.time, line.medium_name, mark) if part)


def _look(medium: str) -> dict[str, str]:
    """How a medium is marked."""
    return {"tone": form_of(medium).tone, "shape": form_of(medium).shape}


def _line(line: AgendaLine) -> dict[str, object]:
    number = f" ({line.units})" if line.units > 1 else ""
    return {
        "when": line.when,
        "title": line.title + number,
        **_look(line.medium),
        "partner": line.partner,
        "mark": line.mark,
        "cancelled": line.is_cancelled,
    }


OUTPUT = Output("wall", "Wall calendars", build)
