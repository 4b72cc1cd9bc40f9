"""What the template of the wall calendar is given for a quarter."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from itertools import groupby
from math import ceil

from generator.catalogue import words
from generator.model import addresses
from generator.model.brand import Brand
from generator.model.plan_line import Item
from generator.model.quarter import Quarter
from generator.outputs import Context
from generator.outputs.wall.weeks import COLUMN, EM, HEAD, LABEL, LANE, Stretch, Week, weeks_of
from generator.planning.activity_forms import form_of, forms
from generator.planning.agenda import NOTE, AgendaLine, agenda
from generator.planning.working_days import days_off, green_days
from generator.press.package_drawings import package_drawings, screen_palette
from generator.vietnamese.dates import WEEKDAYS
from generator.vietnamese.lunar_calendar import lunar_day

ALL_PROPOSED = (
    "The days here are our proposal, not yet anybody's schedule; the plan states quarters only."
)
_DRAWINGS = ("vong-nuoc", "voi-va-xo", "den-va-nang", "gio-xe-may")
"""By quarter, where no piece of it has a drawing."""
_GRID_TOP, _GRID_END = 110.0, 399.0
"""Where the days begin, and where they or what has no day end, in millimetres from the top."""
_PITCH, _UNDATED_HEAD, _MOST_UNDATED = 7.6, 13.0, 12
_MEASURES = {
    "top": _GRID_TOP,
    "column": COLUMN,
    "head": HEAD,
    "lane": LANE,
    "em": EM,
    "label": LABEL,
    "pitch": _PITCH,
}


@dataclass(frozen=True, slots=True)
class QuarterSheet:
    """A quarter's calendar on its front, and all its lines on the back."""

    context: Context
    quarter: Quarter
    brand: Brand

    def data(self) -> dict[str, object]:
        """All that the template reads from `sys.inputs.job`."""
        site, quarter = self.context.workspace.site, self.quarter
        lines = agenda(self.context.workspace, self.context.plan.events_in(quarter))
        drawing = self._drawing()
        return {
            "family": self.brand.type.family,
            "colours": self._colours(),
            "palette": screen_palette(drawing, self._colours()),
            "illustration": drawing,
            "field": package_drawings()[drawing].ground,
            "title": f"{words('Publishing calendar')} {quarter.name}",
            "kind": words("Publishing calendar"),
            "name": quarter.name,
            "site": site.name,
            "url": site.url + addresses.url(addresses.quarter(quarter)),
            "heading": f"{words('Planned for quarter')} {quarter}",
            "lines": [_line(line) for line in lines],
            "key": [
                {**_look(form.name), "name": words(form.plural)}
                for form in forms()
                if form.name in {line.medium for line in lines}
            ],
            "back_note": words(NOTE),
            **self._front([line for line in lines if not line.is_cancelled]),
        }

    def _colours(self) -> dict[str, str]:
        return {key: colour.screen for key, colour in self.brand.colours.items()}

    def _drawing(self) -> str:
        """That of the first piece with one that readers may see, or one of the house's."""
        events = self.context.plan.events_in(self.quarter)
        shown = (getattr(event.piece, "illustration", "") for event in events)
        named = (name for name in shown if name in package_drawings())
        return next(named, _DRAWINGS[self.quarter.number - 1])

    def _front(self, lines: list[AgendaLine]) -> dict[str, object]:
        is_mixed = not all(line.is_proposed for line in lines)
        is_any = any(line.is_proposed for line in lines)
        undated = [_titled(line, is_mixed=is_mixed) for line in lines if line.day is None]
        shown, hidden = undated[:_MOST_UNDATED], len(undated[_MOST_UNDATED:])
        depth = ceil(len(shown) / 2) + (hidden > 0)
        below = _UNDATED_HEAD + depth * _PITCH if shown else 0.0
        spans = [*self._named_days(), *self._spans(lines, is_mixed=is_mixed)]
        weeks = weeks_of(self.quarter, spans, _GRID_END - _GRID_TOP - below)
        return {
            "note": words(NOTE if is_mixed else ALL_PROPOSED) if is_any else "",
            "lunar": words("Small figures: days of the lunar calendar."),
            "weekdays": [name[0].upper() + name[1:] for name in WEEKDAYS],
            "month": "Tháng",
            "grid": _MEASURES,
            "weeks": [self._week(week) for week in weeks],
            "undated_heading": words("In the quarter, on days not yet set"),
            "undated": shown,
            "more": _more(hidden),
        }

    def _spans(self, lines: Iterable[AgendaLine], *, is_mixed: bool) -> Iterator[Stretch]:
        """What has a day, and what began before the quarter and is not over."""
        began = agenda(self.context.workspace, self._still_running())
        for line in (*began, *lines):
            if line.day is None:
                continue
            last = line.slot.until or line.day
            said = _titled(line, is_mixed=is_mixed)
            if last > self.quarter.last_day:
                day = f"{last.day}/{last.month}"
                said["title"] += f", {words('until {day}', day=day)}"
            yield Stretch(line.day, last, **said)

    def _still_running(self) -> list[Item]:
        first = self.quarter.first_day
        return [
            event
            for event in self.context.plan.events
            if event.slot.until
            and event.slot.until >= first
            and event.slot.quarter
            and event.slot.quarter < self.quarter
            and not event.is_cancelled
        ]

    def _named_days(self) -> Iterator[Stretch]:
        """Holidays and days for the environment; those of one name in a row are one."""
        holidays, year = self.context.workspace.holidays, self.quarter.year
        off, green = days_off(holidays, year), green_days(holidays, year)
        for tone, days in (("off", off), ("green", green)):
            mine = {day: name for day, name in days.items() if Quarter.of(day) == self.quarter}
            yield from _in_rows(tone, mine)

    def _week(self, week: Week) -> dict[str, object]:
        return {
            "y": week.y,
            "height": week.height,
            "days": [self._day(day) for day in week.days],
            "marks": [asdict(mark) for mark in week.marks],
            "more": _more(week.left),
        }

    def _day(self, day: date | None) -> dict[str, object] | None:
        if day is None:
            return None
        holidays, lunar = self.context.workspace.holidays, lunar_day(day)
        is_told = lunar.day == 1 or day == self.quarter.first_day
        month = f"/{lunar.month}" if is_told else ""
        return {
            "day": day.day,
            "month": day.month,
            "is_off": day in days_off(holidays, day.year),
            "lunar": f"{lunar.day}{month}",
            "is_shaded": day.month == self.quarter.first_day.month + 1,
        }


def _in_rows(tone: str, days: Mapping[date, str]) -> Iterator[Stretch]:
    def row(numbered: tuple[int, date]) -> tuple[str, date]:
        at, day = numbered
        return days[day], day - timedelta(days=at)

    for (name, _), group in groupby(enumerate(sorted(days)), row):
        each = [day for _, day in group]
        yield Stretch(each[0], each[-1], "", name, tone)


def _more(count: int) -> str:
    return words("{count} more on the back", count=count) if count else ""


def _titled(line: AgendaLine, *, is_mixed: bool) -> dict[str, str]:
    """What a line is («Phát thanh», «40 băng rôn»), its title and its tone."""
    name = line.medium_name
    label = f"{line.units} {name[0].lower()}{name[1:]}" if line.units > 1 else name
    hour = f", {line.time}" if line.time else ""
    mark = f" ({words('proposed')})" if is_mixed and line.is_proposed else ""
    tone = form_of(line.medium).tone
    return {"label": label, "title": f"{line.title}{hour}{mark}", "tone": tone}


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
