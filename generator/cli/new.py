"""`loa new`: a file to fill in."""

import sys
from pathlib import Path
from typing import NoReturn

import click

from generator.cli.console import Exit, _, alone, names_in, refuse, say, workspace
from generator.cli.editing import save_new

_MEDIA = names_in("media")


@click.command(
    "new",
    short_help=_("Write a new file to fill in."),
    help=_(
        "Write a new file of a MEDIUM that passes loa check, as a draft, and say where it is.\n\n"
        "MEDIUM is one of: {media}.",
        media=", ".join(_MEDIA),
    ),
)
@click.argument("medium", metavar="MEDIUM", type=click.Choice(_MEDIA))
@click.option("--title", default="", help=_("The title; you can change it later."))
@click.option(
    "--campaign", default="", metavar="ID", help=_("The campaign; the newest one if left out.")
)
@click.option(
    "--activity", default="", metavar="ID", help=_("The activity of the plan that it fulfils.")
)
@click.pass_obj
def command(folder: Path, medium: str, title: str, campaign: str, activity: str) -> None:
    """Write the file; an existing one is never touched."""
    from generator.adapters.clock import SystemClock
    from generator.app.check import check
    from generator.app.scaffold import NoActivityError, PieceRequest, scaffold
    from generator.cli.world import reading
    from generator.media import media

    root = workspace(folder)
    files, memory = reading(root)
    plan = check(files, SystemClock().now(), memory).plan
    try:
        path, text = scaffold(plan, PieceRequest(media()[medium], title, campaign, activity))
    except NoActivityError as error:
        explain(medium, error.known)
    with alone(root):
        save_new(root, "Began: {about}", {path: text.encode()})
    say("Written: {path}. Next: open it, write, then loa check", path=path)


def explain(medium: str, activities: tuple[str, ...]) -> NoReturn:
    """Say which activities there are, and end."""
    if activities:
        refuse(
            "No such activity of the medium “{medium}”; there are: {known}.",
            medium=medium,
            known=", ".join(activities),
        )
    say(
        "No plan promises anything of the medium “{medium}”. "
        "Add an activity to campaigns/…/plan.yml first.",
        err=True,
        medium=medium,
    )
    sys.exit(Exit.CONTENT)
