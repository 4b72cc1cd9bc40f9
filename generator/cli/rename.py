"""`loa rename`: a piece gets another id, and all that hangs on the old one follows."""

from pathlib import Path

import click

from generator.cli.console import _
from generator.cli.editing import change, dry_run_option


@click.command(
    "rename",
    short_help=_("Give a piece another id, with all links to it."),
    help=_(
        "Give a PIECE the id NEW. Its file is renamed, its old address leads to the new one, and "
        "links to it, its slot in the plan and its folder of pictures follow.\n\n"
        "Example: loa rename phat-thanh-2021-2-1 voi-nuoc-gio-nghi\n\n"
        "A piece whose id is broken, or that of another, is named by its file. loa undo takes it "
        "back."
    ),
)
@click.argument("piece", metavar="PIECE")
@click.argument("new", metavar="NEW")
@dry_run_option
@click.pass_obj
def command(folder: Path, piece: str, new: str, *, dry_run: bool) -> None:
    """Rename file, id, links, slot and pictures."""
    from generator.app.editing.edit_kinds import Rename

    change(folder, (piece,), lambda path: Rename(path, new.strip()), dry_run=dry_run)
