"""`loa reopen`: a piece that was approved or withdrawn is being written again."""

from pathlib import Path

import click

from generator.cli.console import _
from generator.cli.editing import change, dry_run_option


@click.command(
    "reopen",
    short_help=_("Open a piece again that was approved or withdrawn."),
    help=_(
        "Open each PIECE again, to be written in: it is a draft, and who approved or withdrew it "
        "is no longer named. What is a draft is not published.\n\n"
        "Example: loa reopen phat-thanh-2021-2-1\n\n"
        "loa undo takes it back."
    ),
)
@click.argument("pieces", metavar="PIECE…", nargs=-1, required=True)
@dry_run_option
@click.pass_obj
def command(folder: Path, pieces: tuple[str, ...], *, dry_run: bool) -> None:
    """Write status; remove name, day and number."""
    from generator.app.editing.edit_kinds import Reopen

    change(folder, pieces, Reopen, dry_run=dry_run)
