"""`loa serve`: look at the built site."""

import sys
from pathlib import Path

import click

from generator.cli.console import Exit, _, say, workspace
from generator.cli.serving import PORT, host_option, not_opened


@click.command(
    "serve",
    short_help=_("Show the built website in the browser."),
    help=_("Show the built website (dist/public) in a browser of this machine; Ctrl-C ends it."),
)
@click.option(
    "--port", type=PORT, default=8000, show_default=True, help=_("The port on 127.0.0.1.")
)
@host_option
@click.pass_obj
def command(folder: Path, port: int, hosts: tuple[str, ...]) -> None:
    """Serve until stopped."""
    from generator.adapters.web.dist_site import site_server
    from generator.adapters.web.server import serve

    root = workspace(folder)
    public = root / "dist" / "public"
    if not public.is_dir() or public.is_symlink():
        say("There is nothing to show yet. Next: loa build", err=True)
        sys.exit(Exit.CONTENT)
    try:
        serve(
            site_server(public, hosts),
            port,
            lambda url: say("{url} shows the site. Ctrl-C ends it.", url=url),
        )
    except OSError as error:
        not_opened(error, "serve", port)
