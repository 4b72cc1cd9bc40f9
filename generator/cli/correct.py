"""`loa correct`: readers are told what was wrong and what is right."""

from pathlib import Path

import click

from generator.cli.console import _
from generator.cli.editing import change, dry_run_option, text_of


@click.command(
    "correct",
    short_help=_("Tell readers of a piece what was wrong."),
    help=_(
        "Add a correction of today to a PIECE: readers see it on its page and in the feeds. The "
        "mistake itself you mend in the text.\n\n"
        'Example: loa correct phat-thanh-2021-2-1 "Bài ghi nhầm tên xưởng."\n\n'
        "loa undo takes it back."
    ),
)
@click.argument("piece", metavar="PIECE")
@click.argument("words", metavar="WORDS")
@dry_run_option
@click.pass_obj
def command(folder: Path, piece: str, words: str, *, dry_run: bool) -> None:
    """Write the correction."""
    from generator.app.editing.edit_kinds import Correct

    text = text_of(words, "WORDS")
    change(folder, (piece,), lambda path: Correct(path, text), dry_run=dry_run)
