"""`loa init`: a small workspace to begin with."""

import re
import sys
from pathlib import Path

import click

from generator.cli.console import Exit, _, refuse, say


@click.command(
    "init",
    short_help=_("Make a small workspace to begin with."),
    help=_(
        "Make a small workspace in DIR (a new or empty folder) that builds at once: a plan, "
        "partners, places, a page, a radio script and a banner to change into your own."
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
    from generator.adapters.clock import SystemClock
    from generator.adapters.starter import starter

    _refuse(name, url)
    if folder.exists() and any(folder.iterdir()):
        say(
            "{folder} is not empty; nothing was written. Choose a new folder.",
            err=True,
            folder=folder,
        )
        sys.exit(Exit.USAGE)
    try:
        for path, data in starter(name, url, SystemClock().now().year).items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
    except (FileExistsError, NotADirectoryError):
        say("{path} cannot be made: a file of that name is in the way.", err=True, path=folder)
        sys.exit(Exit.USAGE)
    say("Made: {folder}. Next: loa -C {folder} build", folder=_quoted(folder))


def _refuse(name: str, url: str) -> None:
    """A site needs a name that can be shown and an address that browsers open."""
    if not name.strip() or not name.replace(" ", "").isprintable():
        refuse("The name of the site must be a line of text.")
    if not re.fullmatch(r"https?://[^\s<>\"/]+(/[^\s<>\"]*)?", url):
        message = _("“{value}” is not a web address.") + " "
        advice = _("Write the whole address, beginning with https:// or http://.")
        raise click.UsageError((message + advice).format(value=url))


def _quoted(folder: Path) -> str:
    """The folder as one word of a command line."""
    text = str(folder)
    return f'"{text}"' if " " in text else text
