"""`loa plan`: what was promised, planned, made ready and published, by quarter."""

import sys
from datetime import datetime
from pathlib import Path

import click

from generator.cli.console import Exit, _, moment_option, say, tell, workspace
from generator.model.plan import Entry, Line, Plan, Tally


@click.command(
    "plan",
    help=_(
        "Show each activity of the plans by quarter: promised / planned / ready / published,\n"
        "and every slot of the timetable.\n\n"
        "A dash means that the plan states no figure. Shares of a quarter are computed evenly."
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
        raise click.UsageError(message.format(id=campaign, known=", ".join(sorted(known))))
    for identity in [campaign] if campaign else sorted(known):
        _print(plan, identity)
    tell(checked.errors, err=True)
    sys.exit(Exit.CONTENT if checked.errors else Exit.FINE)


def _print(plan: Plan, identity: str) -> None:
    from rich.console import Console

    lines = [line for line in plan.lines if line.campaign.id == identity]
    console = Console(width=None if sys.stdout.isatty() else 120, highlight=False)
    console.print(f"[bold]{identity}[/bold]  {lines[0].campaign.title}" if lines else identity)
    console.print(_quotas(lines))
    entries = [entry for entry in plan.timetable if entry.campaign.id == identity]
    if entries:
        console.print(_slots(entries))
    else:
        say("No piece is planned yet. Next: loa new radio")
    console.print()


def _quotas(lines: list[Line]) -> object:
    from rich.table import Table

    quarters = sorted({q for line in lines for q in line.tallies if q is not None})
    table = Table(title=_("promised / planned / ready / published"), title_justify="left")
    table.add_column(_("Activity"))
    for heading in [*(f"Quý {quarter}" for quarter in quarters), _("no quarter"), _("Year")]:
        table.add_column(heading, justify="right")
    for line in lines:
        cells = [_tally(line.tallies.get(quarter)) for quarter in [*quarters, None]]
        least = "≥ " if line.activity.quantity and line.activity.quantity.is_lower_bound else ""
        table.add_row(line.activity.id, *cells, least + _tally(line.total))
    return table


def _tally(tally: Tally | None) -> str:
    if tally is None:
        return ""
    promised = "–" if tally.promised is None else str(tally.promised)
    return f"{promised} / {tally.planned} / {tally.ready} / {tally.published}"


def _slots(entries: list[Entry]) -> object:
    from rich.table import Table

    from generator.vietnamese.dates import format_date, format_datetime

    table = Table(title=_("Slots"), title_justify="left")
    for heading in ("Quarter", "When", "Basis", "Piece", "Status"):
        table.add_column(_(heading))
    for entry in entries:
        start = entry.slot.start
        shown = (
            ""
            if start is None
            else format_datetime(start)
            if isinstance(start, datetime)
            else format_date(start)
        )
        basis = _(entry.slot.basis) if entry.slot.basis else _("planned date")
        state = _("published") if entry.visible else _(entry.piece.status)
        table.add_row(str(entry.slot.quarter or "–"), shown, basis, entry.piece.id, state)
    return table
