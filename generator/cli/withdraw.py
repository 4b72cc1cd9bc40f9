"""`loa withdraw`: readers are told that a piece is no longer there."""

from pathlib import Path

import click

from generator.cli.console import _
from generator.cli.editing import change, dry_run_option, text_of


@click.command(
    "withdraw",
    short_help=_("Withdraw a piece that readers have seen."),
    help=_(
        "Withdraw a PIECE as of today: its page goes, and feeds say so. The reason stands as a "
        "remark beside the day, for the office only.\n\n"
        'Example: loa withdraw phat-thanh-2021-2-1 --reason "Đơn vị đổi kế hoạch"\n\n'
        "loa undo takes it back."
    ),
)
@click.argument("piece", metavar="PIECE")
@click.option("--reason", required=True, metavar="WORDS", help=_("Why, in a line."))
@dry_run_option
@click.pass_obj
def command(folder: Path, piece: str, reason: str, *, dry_run: bool) -> None:
    """Write status, day and reason."""
    from generator.app.editing.edit_kinds import Withdraw

    why = text_of(reason, "--reason")
    change(folder, (piece,), lambda path: Withdraw(path, why), dry_run=dry_run)
