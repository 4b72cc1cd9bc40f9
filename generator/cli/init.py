"""`loa init`: a small workspace to begin with."""

import sys
from pathlib import Path

import click

from generator.cli.console import Exit, _, say


@click.command(
    "init",
    help=_(
        "Make a small workspace in DIR (a new or empty folder) that builds at once: a plan, partners,\n"
        "places, a page, a radio script and a banner to change into your own."
    ),
)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--name", default="Sản xuất sạch hơn", show_default=True, help=_("The name of the site.")
)
@click.option(
    "--url",
    default="https://example.org/",
    show_default=True,
    help=_("The address at which the site will be."),
)
def command(folder: Path, name: str, url: str) -> None:
    """Write the workspace; a folder that holds anything is not touched."""
    from generator.adapters.starter import starter

    if folder.exists() and any(folder.iterdir()):
        say(
            "{folder} is not empty; nothing was written. Choose a new folder.",
            err=True,
            folder=folder,
        )
        sys.exit(Exit.USAGE)
    for path, data in starter(name, url).items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    say("Made: {folder}. Next: loa -C {folder} build", folder=folder)
