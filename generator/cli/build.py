"""`loa build`: make everything, verify it, then put it in place."""

import sys
from datetime import datetime
from pathlib import Path

import click

from generator.app.build import Built
from generator.catalogue import words
from generator.cli.console import Exit, Steps, _, moment_option, say, tell, workspace
from generator.outputs import outputs


@click.command(
    "build",
    help=_(
        "Make the website, the feeds, the calendar and the print artwork into dist/.\n\n"
        "Everything is made beside, verified, and only then put in place: when anything is wrong,\n"
        "the last good results stay as they are. OUTPUT is one of: {outputs}; without it, all are made."
    ).format(outputs=", ".join(outputs())),
)
@click.argument("names", nargs=-1, metavar="[OUTPUT]…", type=click.Choice(list(outputs())))
@moment_option
@click.pass_obj
def command(folder: Path, names: tuple[str, ...], as_of: datetime | None) -> None:
    """Build the workspace."""
    from generator.adapters.lock import BusyError, locked
    from generator.app.build import build
    from generator.cli.world import world

    root = workspace(folder)
    here = world(root)
    try:
        with locked(root / "build" / "lock"):
            built = build(here, names, as_of or here.clock.now(), Steps())
    except BusyError:
        say("Another loa is building here. Wait until it has ended, then try again.", err=True)
        sys.exit(Exit.CONTENT)
    _report(built, root)


def _report(built: Built, root: Path) -> None:
    seen = {id(found) for found in built.checked.diagnostics}
    tell(built.checked.diagnostics, err=True)
    tell([found for found in built.blocking if id(found) not in seen], err=True)
    if built.blocking:
        say(
            "{errors} errors: nothing was changed, the last good results stay in dist/.",
            err=True,
            errors=len(built.blocking),
        )
        sys.exit(Exit.CONTENT)
    for name, count in built.counts.items():
        click.echo(f"  {words(outputs()[name].title)}: {count}")
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
