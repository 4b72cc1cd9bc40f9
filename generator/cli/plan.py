"""`loa plan`: what was promised, planned, made ready and published, by quarter."""

import shutil
import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from generator.cli.console import Exit, _, moment_option, say, tell, workspace

if TYPE_CHECKING:
    from rich.table import Table

    from generator.adapters.files import FolderFiles
    from generator.model.event import Item
    from generator.model.plan import Entry, Line, Plan, Tally

WIDTH = 120  # columns where no terminal says how many it has


@click.command(
    "plan",
    short_help=_("Promised, planned, ready and published, by quarter."),
    help=_(
        "Show each activity of the plans by quarter: promised, planned, ready and published, "
        "and every slot of the timetable.\n\n"
        "A dash means that the plan states no figure, ≥ that it states a least. "
        "Shares of a quarter are computed evenly; what does not divide comes last.\n\n"
        "--propose shows days for everything that has none, by the rules of each channel, as a "
        "change to the files; --write makes it, and keeps your comments and your order."
    ),
)
@click.argument("campaign", required=False)
@click.option("--propose", is_flag=True, help=_("Propose days for what has none."))
@click.option("--write", is_flag=True, help=_("Write the proposed days into the plan."))
@moment_option
@click.pass_obj
def command(
    folder: Path, campaign: str | None, as_of: datetime | None, *, propose: bool, write: bool
) -> None:
    """Print the tables, or the proposal."""
    from generator.adapters.clock import SystemClock
    from generator.adapters.files import FolderFiles
    from generator.app.check import check

    files = FolderFiles(workspace(folder))
    checked = check(files, as_of or SystemClock().now())
    plan = checked.plan
    known = plan.workspace.campaigns
    if campaign is not None and campaign not in known:
        message = _("There is no campaign “{id}”; there are: {known}.")
        raise click.UsageError(message.format(id=campaign, known=", ".join(sorted(known)) or "–"))
    if propose or write:
        _propose(plan, files, campaign, write=write)
    for identity in [campaign] if campaign else sorted(known):
        _print(plan, identity)
    tell(checked.errors, err=True)
    sys.exit(Exit.CONTENT if checked.errors else Exit.FINE)


def _propose(plan: "Plan", files: "FolderFiles", campaign: str | None, *, write: bool) -> NoReturn:
    """Show the proposal as a change to the files, and make it if that is wanted."""
    from difflib import unified_diff

    from generator.adapters.disk import write as write_file
    from generator.app.propose import proposed

    made = proposed(plan, files, campaign)
    for edit in made.edits:
        before, after = edit.before.splitlines(), edit.after.splitlines()
        lines = unified_diff(before, after, edit.path, edit.path)
        click.echo("\n".join(line.rstrip("\n") for line in lines))
        if write:
            write_file(files.root / edit.path, (edit.after.encode(),))
    tell(made.found, err=True)
    if not made.slots:
        say("Everything that is promised for a quarter has its slot.")
    elif not write:
        say("{count} slots proposed. Next: loa plan --propose --write", count=len(made.slots))
    elif made.edits:
        say("Written: {count} slots. Next: loa check", count=len(made.slots))
    sys.exit(Exit.CONTENT if made.found else Exit.FINE)


def _print(plan: "Plan", identity: str) -> None:
    from rich.console import Console
    from rich.text import Text

    width = shutil.get_terminal_size((WIDTH, 0)).columns
    console = Console(width=width, highlight=False, markup=False)
    console.print(Text(identity, "bold"))
    console.print(plan.workspace.campaigns[identity].title)
    console.print(_quotas([line for line in plan.lines if line.campaign.id == identity]))
    entries = [entry for entry in plan.timetable if entry.campaign.id == identity]
    waiting = [i for i in plan.items.values() if i.campaign.id == identity and i.piece is None]
    if entries or waiting:
        console.print(_slots(entries, waiting))
    else:
        say("No piece is planned yet. Next: loa new radio")
    console.print()


def _quotas(lines: "list[Line]") -> "Table":
    table = _table(_("Activity"), _("Quarter"))
    for heading in (_("Promised"), _("Planned"), _("Ready"), _("Published")):
        table.add_column(heading, justify="right", no_wrap=True)
    for line in lines:
        for index, row in enumerate(_rows(line)):
            table.add_row("" if index else line.activity.id, *row)
    return table


def _rows(line: "Line") -> Iterator[list[str]]:
    """A row for each quarter and one for the year; one in all where the plan states no figure."""
    total = line.total
    if total.promised is not None or total.planned:
        for quarter, tally in line.tallies.items():
            if quarter is not None or len(line.tallies) > 1:
                yield [str(quarter or _("no quarter")), *_figures(line, tally)]
        yield [_year(line), *_figures(line, total)]
    else:
        yield [_stated(line), *_figures(line, total)]


def _stated(line: "Line") -> str:
    """The quarters that the plan names: «II, III, IV»."""
    from generator.model.quarter import ROMAN

    numbers = [ROMAN[quarter.number - 1] for quarter in line.tallies if quarter]
    return ", ".join(numbers) or _year(line)


def _year(line: "Line") -> str:
    return f"{_('Year')} {line.campaign.period}"


def _figures(line: "Line", tally: "Tally") -> list[str]:
    from generator.vietnamese.numbers import format_number

    quantity = line.activity.quantity
    least = "≥ " if quantity and quantity.is_lower_bound else ""
    promised = "–" if tally.promised is None else least + format_number(tally.promised)
    return [promised, *map(format_number, (tally.planned, tally.ready, tally.published))]


def _slots(entries: "list[Entry]", waiting: "list[Item]") -> "Table":
    table = _table(_("Quarter"), _("When"), _("Basis"), _("Piece"), _("Status"))
    for entry in entries:
        table.add_row(
            str(entry.slot.quarter or "–"),
            _when(entry.slot.start),
            _(entry.slot.basis or "planned date"),
            entry.piece.id,
            _("published") if entry.visible else _(entry.piece.status),
        )
    for item in sorted(waiting, key=lambda item: (str(item.slot.quarter), item.id)):
        basis = _(item.slot.basis or "planned date")
        table.add_row(
            str(item.slot.quarter or "–"), _when(item.slot.start), basis, item.id, _("not written")
        )
    return table


def _table(*headings: str) -> "Table":
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for heading in headings:
        table.add_column(heading, overflow="fold")
    return table


def _when(start: date | datetime | None) -> str:
    """As authors write it in `slot:`, in both languages."""
    from generator.vietnamese.dates import format_date

    if isinstance(start, datetime):
        return f"{format_date(start.date())} {start:%H:%M}"
    return format_date(start) if start else "–"
