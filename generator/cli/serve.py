"""`loa serve`: look at the built site."""

import sys
from pathlib import Path

import click

from generator.cli.console import Exit, _, say, workspace


@click.command(
    "serve",
    short_help=_("Show the built website in the browser."),
    help=_("Show the built website (dist/public) in a browser of this machine; Ctrl-C ends it."),
)
@click.option("--port", default=8000, show_default=True, help=_("The port on 127.0.0.1."))
@click.pass_obj
def command(folder: Path, port: int) -> None:
    """Serve until stopped."""
    from generator.adapters.webserver import serve

    root = workspace(folder)
    public = root / "dist" / "public"
    if not public.is_dir():
        say("There is nothing to show yet. Next: loa build", err=True)
        sys.exit(Exit.CONTENT)
    try:
        serve(public, port, lambda url: say("{url} shows the site. Ctrl-C ends it.", url=url))
    except OSError:
        say(
            "Port {port} is taken. Try another: loa serve --port {next}",
            err=True,
            port=port,
            next=port + 1,
        )
        sys.exit(Exit.USAGE)
