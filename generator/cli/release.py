"""`loa release`: freeze the timetable of a quarter and say what that changes for whom."""

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.console import (
    Exit,
    _,
    alone,
    moment_option,
    named_plan,
    quarter_in,
    refuse,
    say,
    tell,
    tell_of_others,
    workspace,
)
from generator.cli.editing import save_new

if TYPE_CHECKING:
    from generator.app.release import ReleaseDraft
    from generator.model.plan import Plan
    from generator.model.quarter import Quarter


@click.command(
    "release",
    short_help=_("Freeze the timetable of a quarter as a release."),
    help=_(
        "Freeze the timetable of a QUARTER of a CAMPAIGN as the next numbered release, and say "
        "what it changes for each partner.\n\n"
        "From then on every result takes the times of that quarter from the release, until the "
        "next one. The file is never edited. QUARTER is II, or II/2021."
    ),
)
@click.argument("campaign")
@click.argument("quarter")
@moment_option
@click.pass_obj
def command(folder: Path, campaign: str, quarter: str, as_of: datetime | None) -> None:
    """Write the release, unless nothing has changed since the last one."""
    from generator.adapters.clock import SystemClock
    from generator.app.check import check
    from generator.app.editing.planning import RELEASED_DRAFT
    from generator.app.release import TooEarlyError, prepare
    from generator.cli.world import reading
    from generator.source.release_file import moment

    root = workspace(folder)
    with alone(root):
        now = as_of or SystemClock().now()
        files, memory = reading(root)
        checked = check(files, now, memory)
        if checked.blocking:
            tell(checked.blocking, err=True)
            tell_of_others(checked.diagnostics, checked.blocking)
            say("Nothing was released: mend the errors first.", err=True)
            sys.exit(Exit.CONTENT)
        wanted = _quarter(checked.plan, campaign, quarter)
        if (plan := checked.plan.workspace.campaigns[campaign]).is_draft:
            tell([RELEASED_DRAFT.at(plan.where("id"), id=campaign)], err=True)
            sys.exit(Exit.CONTENT)
        try:
            prepared = prepare(checked.plan, campaign, wanted, now)
        except TooEarlyError as error:
            refuse(
                "The last release is of {moment}; a new one must be later.",
                moment=moment(error.last),
            )
        _finish(root, checked.plan, prepared)
        tell_of_others(checked.diagnostics, ())


def _quarter(plan: "Plan", campaign: str, quarter: str) -> "Quarter":
    """The quarter that is meant; its year is the campaign's where none is given."""
    from generator.model.quarter import Quarter

    period = named_plan(plan.workspace.campaigns, campaign).period
    year, number = quarter_in(quarter)
    wanted = Quarter(year or period, number)
    stated = {q for line in plan.lines if line.campaign.id == campaign for q in line.tallies if q}
    if wanted not in stated:
        shown = ", ".join(str(q) for q in sorted(stated)) or "–"
        refuse(
            "The plan has nothing in quarter {quarter}; it has: {known}.",
            quarter=wanted,
            known=shown,
        )
    return wanted


def _finish(root: Path, plan: "Plan", prepared: "ReleaseDraft") -> None:
    from generator.app.release import name_of

    name = name_of(prepared.release)
    if not prepared.is_new:
        say("Nothing has changed since the last release; none was made.")
        return
    save_new(root, "Released: {about}", {prepared.path: prepared.text.encode()})
    say("Released: {name} ({path}).", name=name, path=prepared.path)
    _show(plan, prepared.release.campaign, prepared)
    say("Next: loa build")


def _show(plan: "Plan", campaign: str, prepared: "ReleaseDraft") -> None:
    """What changes, partner by partner."""
    from generator.app.release import by_partner, sentence

    for partner, mine in by_partner(plan, prepared.changes):
        click.echo(f"\n{partner}")
        for change in mine:
            click.echo(f"  {sentence(plan, campaign, change)}")
    click.echo()
