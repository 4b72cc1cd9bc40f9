"""`loa diff`: what the files have changed since partners received the timetable."""

import sys
from datetime import datetime
from pathlib import Path

import click

from generator.cli.console import (
    Exit,
    _,
    moment_option,
    named_plan,
    say,
    tell,
    tell_of_others,
    workspace,
)


@click.command(
    "diff",
    short_help=_("Show what has changed since the last release."),
    help=_(
        "Show what the files have changed since the last release of each quarter: new, moved, "
        "cancelled, changed text, for each partner. Nothing is written."
    ),
)
@click.argument("campaign", required=False)
@moment_option
@click.pass_obj
def command(folder: Path, campaign: str | None, as_of: datetime | None) -> None:
    """Print the differences."""
    from generator.adapters.clock import SystemClock
    from generator.app.check import check
    from generator.app.release import by_partner, name_of, pending, sentence
    from generator.cli.world import reading

    files, memory = reading(workspace(folder))
    checked = check(files, as_of or SystemClock().now(), memory)
    plan = checked.plan
    if campaign is not None:
        named_plan(plan.workspace.campaigns, campaign)
    shown = [(r, told) for r, told in pending(plan) if campaign in {None, r.campaign}]
    if not shown:
        say("Nothing has been released yet. Next: loa release CAMPAIGN QUARTER")
    for release, told in shown:
        click.echo(f"{release.campaign}: {name_of(release)}")
        for partner, mine in by_partner(plan, told):
            click.echo(f"  {partner}")
            for change in mine:
                click.echo(f"    {sentence(plan, release.campaign, change)}")
        if not told:
            say("  No difference.")
    tell(checked.blocking, err=True)  # mistakes in drafts move nothing that partners were told
    tell_of_others(checked.diagnostics, checked.blocking)
    sys.exit(Exit.CONTENT if checked.blocking else Exit.FINE)
