"""`loa plan`: what was promised, planned, made ready and published, by quarter."""

import shutil
import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.console import Exit, _, moment_option, say, tell, workspace

if TYPE_CHECKING:
    from rich.table import Table

    from generator.model.plan import Entry, Line, Plan, Tally

WIDTH = 120  # columns where no terminal says how many it has


@click.command(
    "plan",
    help=_(
        "Show each activity of the plans by quarter: promised, planned, ready and published, "
        "and every slot of the timetable.\n\n"
        "A dash means that the plan states no figure, ≥ that it states a least. "
        "Shares of a quarter are computed evenly; what does not divide comes last."
    ),
)
@click.argument("campaign", required=False)
@moment_option
@click.pass_obj
def command(folder: Path, campaign: str | None, as_of: datetime | None) -> None:
    """Print the tables."""
    from generator.adapters.clock import SystemClock
    from generator.adapters.files import FolderFiles
    from generator.app.check import check

    checked = check(FolderFiles(workspace(folder)), as_of or SystemClock().now())
    plan = checked.plan
    known = plan.workspace.campaigns
    if campaign is not None and campaign not in known:
        message = _("There is no campaign “{id}”; there are: {known}.")
        raise click.UsageError(message.format(id=campaign, known=", ".join(sorted(known)) or "–"))
    for identity in [campaign] if campaign else sorted(known):
        _print(plan, identity)
    tell(checked.errors, err=True)
    sys.exit(Exit.CONTENT if checked.errors else Exit.FINE)


def _print(plan: "Plan", identity: str) -> None:
    from rich.console import Console
    from rich.text import Text

    width = shutil.get_terminal_size((WIDTH, 0)).columns
    console = Console(width=width, highlight=False, markup=False)
    console.print(Text(identity, "bold"))
    console.print(plan.workspace.campaigns[identity].title)
    console.print(_quotas([line for line in plan.lines if line.campaign.id == identity]))
    entries = [entry for entry in plan.timetable if entry.campaign.id == identity]
    if entries:
        console.print(_slots(entries))
    else:
        say("No piece is planned yet. Next: loa new radio")
    console.print()


def _quotas(lines: "list[Line]") -> "Table":
    table = _table("Activity", "Quarter")
    for heading in ("Promised", "Planned", "Ready", "Published"):
        table.add_column(_(heading), justify="right", no_wrap=True)
    for line in lines:
        for index, row in enumerate(_rows(line)):
            table.add_row("" if index else line.activity.id, *row)
    return table


def _rows(line: "Line") -> Iterator[list[str]]:
    """A row for each quarter and one for the year; only that where the plan states no figure."""
    total = line.total
    if total.promised is not None or total.planned:
        for quarter, tally in line.tallies.items():
            if quarter is not None or len(line.tallies) > 1:
                yield [str(quarter or _("no quarter")), *_figures(line, tally)]
    yield [_("Year") + f" {line.campaign.period}", *_figures(line, total)]


def _figures(line: "Line", tally: "Tally") -> list[str]:
    from generator.vietnamese.numbers import format_number

    quantity = line.activity.quantity
    least = "≥ " if quantity and quantity.is_lower_bound else ""
    promised = "–" if tally.promised is None else least + format_number(tally.promised)
    return [promised, *map(format_number, (tally.planned, tally.ready, tally.published))]


def _slots(entries: "list[Entry]") -> "Table":
    table = _table("Quarter", "When", "Basis", "Piece", "Status")
    for entry in entries:
        table.add_row(
            str(entry.slot.quarter or "–"),
            _when(entry.slot.start),
            _(entry.slot.basis or "planned date"),
            entry.piece.id,
            _("published") if entry.visible else _(entry.piece.status),
        )
    return table


def _table(*headings: str) -> "Table":
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for heading in headings:
        table.add_column(_(heading), overflow="fold")
    return table


def _when(start: date | datetime | None) -> str:
    """As authors write it in `slot:`, in both languages."""
    from generator.vietnamese.dates import format_date

    if isinstance(start, datetime):
        return f"{format_date(start.date())} {start:%H:%M}"
    return format_date(start) if start else "–"
