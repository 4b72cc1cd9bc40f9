"""`loa status`: what of a plan is done, and what of that is proved."""

import json
import shutil
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.console import (
    Exit,
    _,
    moment_option,
    named_plan,
    tell,
    tell_of_others,
    workspace,
)

if TYPE_CHECKING:
    from rich.console import Console

    from generator.model.campaign import Campaign
    from generator.model.plan import Plan
    from generator.planning.board import Board

_WIDTH = 120  # columns where no terminal says how many it has


@click.command(
    "status",
    short_help=_("Show what is done and what is proved."),
    help=_(
        "Show of each activity of the plan that runs what was promised, planned, ready, done and "
        "proved, by quarter; whether what lacks can still be done in time; and what was paid. A "
        "CAMPAIGN that is named is shown even if it is over.\n\n"
        "Done is what evidence tells (loa evidence add); proved is that of which the file is there "
        "and another person than its sender has verified it (loa evidence verify). ≥ stands before "
        "a least, ≈ before what is only about so much."
    ),
)
@click.argument("campaign", required=False)
@click.option("--all", "every", is_flag=True, help=_("Show the plans of other years too."))
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help=_("text for people, json for programs."),
)
@moment_option
@click.pass_obj
def command(
    folder: Path, campaign: str | None, style: str, as_of: datetime | None, *, every: bool
) -> None:
    """Print the boards."""
    from generator.adapters.clock import SystemClock
    from generator.app.check import survey
    from generator.cli.world import keep, reading
    from generator.planning.board import board_of

    root = workspace(folder)
    files, memory = reading(root)
    checked = survey(files, as_of or SystemClock().now(), memory)
    keep(root, memory)
    boards = [board_of(checked.plan, each) for each in _chosen(checked.plan, campaign, every=every)]
    if style == "json":
        _print_json(boards)
    else:
        _print(checked.plan, boards)
    tell(checked.blocking, err=True)
    tell_of_others(checked.errors, checked.blocking)
    sys.exit(Exit.CONTENT if checked.blocking else Exit.FINE)


def _chosen(plan: "Plan", name: str | None, *, every: bool) -> "list[Campaign]":
    """The plan that is named, all, or those that run; the newest where none runs."""
    from generator.planning.tasks import running

    known = plan.workspace.campaigns
    if name is not None:
        return [named_plan(known, name)]
    in_order = sorted(known.values(), key=lambda each: (each.period, each.id))
    return in_order if every else running(plan) or in_order[-1:]


def _print_json(boards: "list[Board]") -> None:
    from generator.app.board_record import board_record

    rows = [board_record(board) for board in boards]
    click.echo(json.dumps(rows, ensure_ascii=False, indent=2))


def _print(plan: "Plan", boards: "list[Board]") -> None:
    from rich.console import Console

    width = shutil.get_terminal_size((_WIDTH, 0)).columns
    console = Console(width=width, highlight=False, markup=False)
    for board in boards:
        _print_board(plan, board, console)


def _print_board(plan: "Plan", board: "Board", console: "Console") -> None:
    from rich.text import Text

    from generator.cli.deed_tables import figures
    from generator.cli.tables import layout
    from generator.planning.board_words import sentences
    from generator.planning.quarter_shares import shares_note

    console.print(Text(board.campaign.title, "bold"), Text(f"({board.campaign.id})"))
    console.print(layout(figures(board), console.width))
    if note := shares_note(line.activity for line in board.lines if len(line.quarters) > 1):
        console.print(note)
    for sentence in sentences(plan.workspace, board):
        console.print(f"- {sentence}", soft_wrap=False)
    console.print()
