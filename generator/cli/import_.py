"""`loa import`: a Word document as a draft."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.console import (
    Exit,
    _,
    alone,
    names_in,
    refuse,
    regular,
    say,
    tell,
    workspace,
)
from generator.cli.editing import save_new

if TYPE_CHECKING:
    from generator.app.importing import ImportDraft

_MEDIA = names_in("media")
_LARGEST = 200_000_000  # bytes; larger than any mail that brings a story


@click.command(
    "import",
    short_help=_("Make a draft of a Word document."),
    help=_(
        "Make a draft of a Word document (.docx): text, headings, lists, tables and pictures.\n\n"
        "What could not be carried over is listed with its place. No file is ever overwritten."
    ),
)
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option(
    "--medium",
    type=click.Choice(_MEDIA),
    default="newspaper",
    show_default=True,
    metavar="MEDIUM",
    help=_("What the draft is: {media}.", media=", ".join(_MEDIA)),
)
@click.option("--title", default="", help=_("The title, if the document's own is not right."))
@click.option(
    "--campaign", default="", metavar="ID", help=_("The campaign; the newest one if left out.")
)
@click.option(
    "--activity", default="", metavar="ID", help=_("The activity of the plan that it fulfils.")
)
@click.pass_obj
def command(  # noqa: PLR0913, PLR0917 - the options that there are
    folder: Path, file: Path, medium: str, title: str, campaign: str, activity: str
) -> None:
    """Read the document, write draft and pictures, say what to look at."""
    from generator.adapters.clock import SystemClock
    from generator.app.check import survey
    from generator.app.importing import import_word
    from generator.app.scaffold import NoActivityError, PieceRequest
    from generator.cli.new import explain
    from generator.cli.world import reading
    from generator.media import media
    from generator.text.imported import NotImportedError

    root, data = workspace(folder), _read(file)
    files, memory = reading(root)
    plan = survey(files, SystemClock().now(), memory).plan
    wanted = PieceRequest(media()[medium], title, campaign, activity)
    try:
        made = import_word(plan, wanted, file.name, data)
    except NotImportedError as error:
        tell(error.diagnostics, err=True)
        say("Nothing was written.", err=True)
        sys.exit(Exit.CONTENT)
    except NoActivityError as error:
        explain(medium, error.known)
    with alone(root):
        pictures = dict(made.pictures)
        save_new(root, "Imported: {about}", {**pictures, made.path: made.text.encode()}, made.path)
    _report(made)


def _read(file: Path) -> bytes:
    if regular(file).stat().st_size > _LARGEST:
        refuse("{file} is too large to be a story.", file=file)
    return file.read_bytes()


def _report(made: "ImportDraft") -> None:
    for path in made.pictures:
        say("Picture: {path}", path=path)
    if made.remarks:
        tell(made.remarks)
        say(
            "{count} things to look at; their places count the paragraphs of the document.",
            count=len(made.remarks),
        )
    say("Written: {path}. Next: open it, fill in the head, then loa check", path=made.path)
