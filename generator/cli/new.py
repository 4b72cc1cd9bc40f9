"""`loa new`: a file to fill in, or a plan for other years."""

import sys
from pathlib import Path
from typing import NoReturn

import click

from generator.cli.console import Exit, _, alone, names_in, refuse, say, workspace
from generator.cli.editing import dry_run_option, save_new

_MEDIA = names_in("media")


@click.group(
    "new",
    short_help=_("Write a new file to fill in."),
    help=_(
        "Write a new file of a MEDIUM that passes loa check, as a draft, and say where it is; or a "
        "plan for other years, copied from one that is there.\n\n"
        "MEDIUM is one of: {media}.\n\n"
        "Example: loa new article\n\n"
        "What a plan for other years is made of: loa new campaign --help",
        media=", ".join(_MEDIA),
    ),
    options_metavar="",
    subcommand_metavar=_("MEDIUM|campaign [OPTIONS]"),
)
def command() -> None:
    """Leave everything to the commands below it."""


def _of_medium(medium: str) -> click.Command:
    """The command that begins a piece of a medium."""

    @click.command(
        medium,
        short_help=_("A new piece, as a draft."),
        help=_("Write a new file of the medium {medium} that passes loa check.", medium=medium),
        options_metavar=_("[OPTIONS]"),
    )
    @click.option("--title", default="", help=_("The title; you can change it later."))
    @click.option(
        "--campaign", default="", metavar="ID", help=_("The campaign; the newest one if left out.")
    )
    @click.option(
        "--activity", default="", metavar="ID", help=_("The activity of the plan that it fulfils.")
    )
    @click.pass_obj
    def begin(folder: Path, title: str, campaign: str, activity: str) -> None:
        _begin(folder, medium, title, campaign, activity)

    return begin


for _medium in _MEDIA:
    command.add_command(_of_medium(_medium))


def _begin(folder: Path, medium: str, title: str, campaign: str, activity: str) -> None:
    """Write the file; an existing one is never touched."""
    from generator.adapters.clock import SystemClock
    from generator.app.check import survey
    from generator.app.scaffold import NoActivityError, PieceRequest, scaffold
    from generator.cli.world import reading
    from generator.media import media

    root = workspace(folder)
    files, memory = reading(root)
    plan = survey(files, SystemClock().now(), memory).plan
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


@command.command(
    "campaign",
    short_help=_("A plan for other years, copied from one that is there."),
    help=_(
        "Copy a plan into other years, as a draft: its activities, quantities, quarters, duties, "
        "aims and recipients, in the order and with the remarks of its file. Days become the same "
        "days of the new years, as proposals; bodies that are there no more become those that "
        "follow them. Pieces, deeds, evidence and releases are not copied.\n\n"
        "What nobody can know is not guessed: legal basis, money, sources, names that have "
        "changed. It is printed as a list of questions and stands in the plan under decisions:. "
        "loa check tells each until its item is removed; until then nothing of the plan is "
        "public.\n\n"
        "Example: loa new campaign --from sxsh-2021 --period 2027\n\n"
        "Then: loa check, and for days by the rules of the channels loa plan --propose. loa undo "
        "takes it back."
    ),
    options_metavar=_("[OPTIONS]"),
)
@click.option("--from", "source", required=True, metavar="ID", help=_("The plan to copy."))
@click.option(
    "--period", required=True, metavar=_("YEARS"), help=_("Its years: 2027, or 2026-2030.")
)
@click.option(
    "--id",
    "identity",
    default="",
    metavar="ID",
    help=_("The id of the new plan, if not that of the old one with the new years."),
)
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help=_("text for people, json for programs."),
)
@dry_run_option
@click.pass_obj
def campaign(folder: Path, /, style: str, *, dry_run: bool, **answers: str) -> None:
    """Write the plan, and tell what is to be decided."""
    from generator.cli.plan_questions import run

    run(folder, answers, style, dry_run=dry_run)
