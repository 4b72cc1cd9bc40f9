"""`loa approve`: somebody answers for pieces."""

from pathlib import Path

import click

from generator.cli.console import _
from generator.cli.editing import change, dry_run_option, text_of


@click.command(
    "approve",
    short_help=_("Approve pieces: status, name and day."),
    help=_(
        "Approve each PIECE as of today: its status, who approved it, and the day. A PIECE is "
        "named by its id, its file or its title. All are approved, or none.\n\n"
        'Example: loa approve phat-thanh-2021-2-1 --by "Tổ biên tập" --number 12/TB-BT\n\n'
        "A piece with errors is not approved; they are shown. loa undo takes it back."
    ),
)
@click.argument("pieces", nargs=-1, required=True, metavar="PIECE…")
@click.option("--by", required=True, metavar="NAME", help=_("Who approves: a person or an office."))
@click.option("--number", default="", help=_("The number of the paper by which it was done."))
@dry_run_option
@click.pass_obj
def command(folder: Path, pieces: tuple[str, ...], by: str, number: str, *, dry_run: bool) -> None:
    """Write status, name, day and number."""
    from generator.app.editing.edit_kinds import Approve

    name = text_of(by, "--by")
    paper = text_of(number, "--number") if number else ""
    change(folder, pieces, lambda path: Approve(path, name, paper), dry_run=dry_run)
