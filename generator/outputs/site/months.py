"""Months as grids: what happens on each day, holidays and days for the environment."""

from calendar import Calendar
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from generator.model import addresses
from generator.model.grouping import groups_of
from generator.model.holidays import HolidayFile
from generator.model.piece import day_of
from generator.model.plan_line import Item
from generator.model.quarter import Quarter
from generator.outputs.site.parts import Parts
from generator.planning.activity_forms import form_of
from generator.planning.agenda import code_of
from generator.planning.working_days import days_off, green_days
from generator.vietnamese.dates import format_date

_WEEKS = Calendar(firstweekday=0)


def _told(days: list[date], kind: str, name: str) -> dict[str, str]:
    first, last = days[0], days[-1]
    before = f"{first.day}/{first.month} – " if last > first else ""
    return {"kind": kind, "day": before + format_date(last), "iso": first.isoformat(), "name": name}


@dataclass(frozen=True, slots=True)
class Months:
    """The months of a page at `path` that shows these events; its reader may choose `parts`."""

    holidays: HolidayFile
    events: list[Item]
    path: str
    parts: Parts = field(default_factory=Parts)

    def month(self, year: int, month: int) -> dict[str, object]:
        """A month: its title and its weeks of seven cells, None outside of it."""
        days = groups_of(
            (day_of(event.slot.start), event)
            for event in self.events
            if event.slot.start is not None and not event.is_cancelled
        )
        weeks = [
            [self._cell(day, days.get(day, [])) if day.month == month else None for day in week]
            for week in _WEEKS.monthdatescalendar(year, month)
        ]
        return {"title": f"Tháng {month}/{year}", "weeks": weeks}

    def special_days(self, year: int, months: Iterable[int]) -> list[dict[str, str]]:
        """The holidays and days for the environment of some months, to be read below the grids.

        Days in a row that bear one name are told as one.
        """
        wanted = set(months)
        off = [("holiday", day, name) for day, name in days_off(self.holidays, year).items()]
        green = [("green", day, name) for day, name in green_days(self.holidays, year).items()]
        inside = sorted((d, kind, name) for kind, d, name in off + green if d.month in wanted)
        rows = groupby(
            enumerate(inside), lambda it: (it[1][0].toordinal() - it[0], it[1][1], it[1][2])
        )
        return [_told([day for _, (day, _, _) in row], kind, name) for (_, kind, name), row in rows]

    def _cell(self, day: date, events: list[Item]) -> dict[str, object]:
        off = days_off(self.holidays, day.year).get(day, "")
        green = green_days(self.holidays, day.year).get(day, "")
        return {
            "day": day.day,
            "iso": day.isoformat(),
            "kind": "holiday" if off else "green" if green else "",
            "name": off or green,
            "url": self._target(day, events),
            "of": self.parts.of(*events),
            "dots": [self._dot(event) for event in events],
        }

    def _dot(self, event: Item) -> dict[str, object]:
        return {"medium": form_of(event.medium), "label": event.title, "of": self.parts.of(event)}

    def _target(self, day: date, events: list[Item]) -> str:
        """The first event's row: on this page, or on that of its quarter."""
        if not events:
            return ""
        anchor = f"#muc-{code_of(events[0])}"
        if self.path == addresses.year(day.year):
            return addresses.relative(addresses.quarter(Quarter.of(day)), self.path) + anchor
        return anchor
