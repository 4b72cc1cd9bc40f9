"""`loa build`: make everything, verify it, then put it in place."""

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.console import Exit, Steps, _, moment_option, names_in, say, tell, workspace

if TYPE_CHECKING:
    from generator.app.build import Built
    from generator.outputs import Choice

_OUTPUTS = names_in("outputs")


@click.command(
    "build",
    help=_(
        "Make the website, the feeds, the calendar and the print artwork into dist/.\n\n"
        "Everything is made beside, verified, and only then put in place: when anything is wrong,\n"
        "the last good results stay as they are. OUTPUT is one of: {outputs}; without it, "
        "all are made."
    ).format(outputs=", ".join(_OUTPUTS)),
)
@click.argument("names", nargs=-1, metavar="[OUTPUT]…", type=click.Choice(_OUTPUTS))
@click.option("--piece", metavar="ID", default="", help=_("Only the artwork of this piece."))
@click.option("--place", metavar="ID", default="", help=_("Only artwork that hangs at this place."))
@click.option(
    "--format",
    "formats",
    metavar="FORMAT,…",
    default="",
    help=_(
        "Artwork in these formats too: pdf, pdf-outlines (letters as paths), tiff, "
        "png (with trim and safe area), svg."
    ),
)
@moment_option
@click.pass_obj
def command(  # noqa: PLR0913, PLR0917 - one for each option
    folder: Path,
    names: tuple[str, ...],
    piece: str,
    place: str,
    formats: str,
    as_of: datetime | None,
) -> None:
    """Build the workspace."""
    from generator.adapters.lock import BusyError, locked
    from generator.app.build import build
    from generator.cli.world import world
    from generator.outputs import ChoiceError

    root = workspace(folder)
    choice = _choice(names, piece, place, formats)
    try:
        with locked(root):
            here = world(root)
            try:
                built = build(here, names, as_of or here.clock.now(), Steps(), choice)
            finally:
                here.workers.close()
    except ChoiceError as error:
        raise click.UsageError(_(error.message).format_map(error.details)) from None
    except BusyError:
        say("Another loa is building here. Wait until it has ended, then try again.", err=True)
        sys.exit(Exit.CONTENT)
    _report(built, root)


def _choice(names: tuple[str, ...], piece: str, place: str, formats: str) -> "Choice":
    """What is wanted of the artwork; only when nothing else is built can it be chosen."""
    from generator.outputs import Choice
    from generator.outputs.print.piece import FORMATS

    wanted = tuple(part.strip() for part in formats.split(",") if part.strip())
    unknown = [name for name in wanted if name not in FORMATS]
    if unknown:
        message = _("There is no format “{name}”. Write one of: {formats}.")
        raise click.UsageError(message.format(name=unknown[0], formats=", ".join(FORMATS)))
    choice = Choice(piece, place, wanted)
    if choice and names != ("print",):
        raise click.UsageError(_("These options choose artwork: loa build print --piece ID …"))
    return choice


def _report(built: "Built", root: Path) -> None:
    tell(built.checked.diagnostics, err=True)
    tell(built.found, err=True)
    if built.blocking:
        say(
            "{errors} errors: nothing was changed, the last good results stay in dist/."
            if (root / "dist").is_dir()
            else "{errors} errors: nothing was made. Mend them, then again: loa build",
            err=True,
            errors=len(built.blocking),
        )
        sys.exit(Exit.CONTENT)
    from generator.outputs import outputs

    for name, count in built.counts.items():
        click.echo(f"  {_(outputs()[name].title)}: {count}")
    if not built.site:
        say("Made: {folder}. The website is as it was.", folder=_short(root, "dist"))
        return
    say("{pages} pages were rendered anew.", pages=built.pages)
    say(
        "Made: {public} (the website) and {print} (for the printer).",
        public=_short(root, "dist/public"),
        print=_short(root, "dist/print"),
    )
    until = built.checked.plan.valid_until
    if until:
        from generator.vietnamese.dates import format_datetime

        say("Something new appears at {moment}: build again then.", moment=format_datetime(until))
    say("Next: loa serve")


def _short(root: Path, path: str) -> str:
    whole = root / path
    return path if root == Path.cwd() else str(whole)
