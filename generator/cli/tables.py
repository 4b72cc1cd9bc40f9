"""The tables of `loa plan`."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from generator.cli.console import _, in_words

if TYPE_CHECKING:
    from rich.console import Group
    from rich.table import Table

    from generator.app.reading_times import ReadingTime
    from generator.model.campaign import Campaign
    from generator.model.plan import ActivityLine, Plan, Tally
    from generator.model.plan_line import Entry, Item
    from generator.model.slot import Slot
    from generator.planning.tasks import Task


NARROW = 70
"""Columns of a terminal below which columns of words stand side by side no more."""


def layout(table: "Table", width: int) -> "Table | Group":
    """The table; on a narrow terminal each row as lines, what has no words left out."""
    from rich.console import Group
    from rich.text import Text

    if width >= NARROW:
        return table
    heads = [str(column.header) for column in table.columns]
    rows = zip(*(column.cells for column in table.columns), strict=True)
    said = (((head, str(cell)) for head, cell in zip(heads, row, strict=True)) for row in rows)
    texts = ("\n".join(f"{head}: {cell}" for head, cell in row if cell) for row in said)
    return Group("", *(Text(f"{text}\n") for text in texts))


def quotas(lines: "list[ActivityLine]") -> "Table":
    """Promised, planned, ready and published."""
    table = blank_table(_("Activity"), _("Quarter"))
    for heading in (_("Promised"), _("Planned"), _("Ready"), _("Shown")):
        table.add_column(heading, justify="right", no_wrap=True)
    for line in lines:
        for index, row in enumerate(_rows(line)):
            table.add_row("" if index else line.activity.title, *row)
    return table


def slots(entries: "list[Entry]", waiting: "list[Item]") -> "Table":
    """The timetable: pieces, then slots that still wait for one."""
    from generator.planning.site_counts import shown_mark

    table = blank_table(_("Quarter"), _("When"), _("Basis"), _("Piece"), _("Status"))
    for entry in entries:
        status = shown_mark(entry.medium, _) if entry.is_visible else _(entry.piece.status)
        table.add_row(*_slot(entry.slot), entry.piece.title, status)
    for item in waiting:
        table.add_row(*_slot(item.slot), item.title, _waits(item))
    return table


def scripts(readings: "Iterable[ReadingTime]", titles: "Mapping[str, str]") -> "Table":
    """How long each script takes, and whether its slot is long enough."""
    from generator.vietnamese.dates import format_timecode

    table = blank_table(_("Script"), _("Reading aloud"), _("Slot"), _("Fit"))
    for item in readings:
        taken = item.estimate
        usual, fast, slow = map(format_timecode, (taken.usual, taken.fast, taken.slow))
        slot = format_timecode(item.slot) if item.slot else "–"
        table.add_row(titles[item.id], f"{usual} ({fast}–{slow})", slot, _fit(item))
    return table


def tasks(due: "Iterable[Task]", plan: "Plan", campaign: "Campaign", today: date) -> "Table":
    """What is late, and what comes, with how many days are left."""
    from generator.planning.deadlines import WORDS
    from generator.planning.tasks import title_of
    from generator.vietnamese.dates import format_date
    from generator.vietnamese.numbers import format_number

    table = blank_table(_("Due"), _("Left"), _("To do"), _("Piece"), _("Partner"))
    for task in due:
        more = _("Plan {count} more", count=format_number(task.lacking))
        what = more if task.kind == "plan" else _(WORDS[task.kind])
        partner = plan.workspace.partners.get(task.who)
        named = partner.name_on(task.day) if partner else None
        who = named.short or named.name if named else "–"
        table.add_row(
            format_date(task.day), _left(task.day, today), what, title_of(task, plan, campaign), who
        )
    return table


def _left(day: date, today: date) -> str:
    days = (day - today).days
    if days == 0:
        return _("today")
    return (_("{count} d late") if days < 0 else _("{count} d")).format(count=abs(days))


def _fit(item: "ReadingTime") -> str:
    if item.judgement is None:
        return "–"
    said = {
        "fits": _("fits"),
        "over": _("{count} syllables too long"),
        "under": _("{count} syllables too short"),
    }
    return said[item.judgement.fit].format(count=item.judgement.syllables)


def _waits(item: "Item") -> str:
    """A piece is to be written for a slot of a medium; for all else nothing is."""
    if item.activity.medium:
        return _("not written")
    return _("recorded") if item.is_recorded else _("planned")


def _rows(line: "ActivityLine") -> Iterator[list[str]]:
    """A row for each quarter and one for the year; one in all where the plan states no figure."""
    total = line.total
    if total.promised is not None or total.planned:
        for quarter, tally in line.tallies.items():
            if quarter is not None or len(line.tallies) > 1:
                yield [str(quarter or _("no quarter")), *_figures(line, tally)]
        yield [_year(line), *_figures(line, total)]
    else:
        yield [_stated(line), *_figures(line, total)]


def _stated(line: "ActivityLine") -> str:
    """The quarters that the plan names: «II, III, IV»."""
    from generator.model.quarter import ROMAN

    numbers = [ROMAN[quarter.number - 1] for quarter in line.tallies if quarter]
    return ", ".join(numbers) or _year(line)


def _year(line: "ActivityLine") -> str:
    return f"{_('Year')} {line.campaign.short_name}"


def _figures(line: "ActivityLine", tally: "Tally") -> list[str]:
    from generator.planning.site_counts import shown_figure
    from generator.vietnamese.numbers import format_number

    quantity = line.activity.quantity
    least = "≥ " if quantity and quantity.is_lower_bound else ""
    promised = "–" if tally.promised is None else least + format_number(tally.promised)
    if quantity and tally == line.total:  # the words of the document, but its unit
        promised = " ".join((*quantity.qualifiers, quantity.as_printed))
    if not line.activity.medium:  # nothing of it is written or shown
        return [promised, format_number(tally.planned), "–", "–"]
    counts = map(format_number, (tally.planned, tally.ready))
    return [promised, *counts, shown_figure(line, tally, _)]


def _slot(slot: "Slot") -> tuple[str, str, str]:
    """Quarter, moment, and on whose word."""
    moment = in_words(slot.start, slot.until) if slot.start else "–"
    basis = _("released" if slot.origin == "release" else slot.basis or "planned date")
    return str(slot.quarter or "–"), moment, basis


def blank_table(*headings: str) -> "Table":
    """A table without rows; columns of words, which are wrapped."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for heading in headings:
        table.add_column(heading, overflow="fold")
    return table
