"""`loa plan`: what is to be done, and what was promised, planned and published, by quarter."""

import shutil
import sys
from contextlib import nullcontext
from dataclasses import replace
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
    say,
    tell,
    tell_of_others,
    workspace,
)

if TYPE_CHECKING:
    from rich.console import Console

    from generator.adapters.files import FolderFiles
    from generator.app.check import CheckReport
    from generator.app.propose import SlotProposals
    from generator.model.campaign import Campaign
    from generator.model.plan import Plan
    from generator.model.plan_line import Item

PROPOSAL_TITLE = "Proposed slots: {about}"
WIDTH = 120  # columns where no terminal says how many it has


@click.command(
    "plan",
    short_help=_("Show what is to be done, then the plan by quarter."),
    help=_(
        "Show what is late and what is due soon; then each activity of the plan that runs, by "
        "quarter: promised, planned, ready and published, and every slot of the timetable; of "
        "each script, how long it takes to read aloud. A CAMPAIGN that is named is shown even if "
        "it is over.\n\n"
        "A dash means that the plan states no figure, ≥ that it states a least. "
        "Shares of a quarter are computed evenly; what does not divide comes last.\n\n"
        "--propose shows days for everything that has none, by the rules of each channel, as a "
        "change to the files; --write makes it, and keeps your comments and your order. No day "
        "lies in the past, or too near for its text and artwork, or behind the report."
    ),
)
@click.argument("campaign", required=False)
@click.option("--all", "every", is_flag=True, help=_("Show the plans of other years too."))
@click.option("--propose", is_flag=True, help=_("Propose days for what has none."))
@click.option("--write", is_flag=True, help=_("Write the proposed days into the plan."))
@moment_option
@click.pass_obj
def command(  # noqa: PLR0913 - one for each option
    folder: Path,
    campaign: str | None,
    as_of: datetime | None,
    *,
    every: bool,
    propose: bool,
    write: bool,
) -> None:
    """Print the tables, or the proposal."""
    from generator.adapters.clock import SystemClock
    from generator.app.check import check
    from generator.cli.world import reading

    root = workspace(folder)
    with alone(root) if write else nullcontext():
        files, memory = reading(root)
        checked = check(files, as_of or SystemClock().now(), memory)
        plan = checked.plan
        if campaign is not None:
            named_plan(plan.workspace.campaigns, campaign)
        if propose or write:
            sys.exit(_propose(checked, files, campaign, write=write))
    _print(plan, _shown(plan, campaign, every=every), named=bool(campaign))
    tell(checked.blocking, err=True)  # a draft with mistakes counts as one that is being written
    tell_of_others(checked.errors, checked.blocking)
    sys.exit(Exit.CONTENT if checked.blocking else Exit.FINE)


def _shown(plan: "Plan", chosen: str | None, *, every: bool) -> "list[Campaign]":
    """The plan that was named; all; or those that run."""
    from generator.planning.tasks import running

    if chosen is not None:
        return [plan.workspace.campaigns[chosen]]
    now = running(plan)
    return [*now, *(one for one in _sorted(plan) if one not in now)] if every else now


def _propose(
    report: "CheckReport", files: "FolderFiles", campaign: str | None, *, write: bool
) -> Exit:
    """Show the proposal as a change to the files, and make it if that is wanted."""
    from generator.app.propose import proposals_for, unreadable
    from generator.cli.editing import save, show
    from generator.model.revision import Changeset

    hindering = unreadable(report)
    if hindering:
        tell(hindering, err=True)
        say("Nothing was proposed: mend the errors first.", err=True)
        return Exit.CONTENT
    made = proposals_for(report.plan, files, campaign)
    changeset = Changeset.of(PROPOSAL_TITLE, made.revisions)
    show(changeset, around=3)
    if write:
        save(files.root, changeset)
    tell(made.findings, err=True)
    _say_proposed(made, write=write)
    return Exit.CONTENT if made.findings else Exit.FINE


def _say_proposed(made: "SlotProposals", *, write: bool) -> None:
    """What comes next, and what the proposal is not about."""
    if made.slots and not write:
        say("{count} slots proposed. Next: loa plan --propose --write", count=len(made.slots))
    elif made.revisions:
        say("Written: {count} slots. Next: loa check", count=len(made.slots))
    elif not made.slots and not made.shortfalls:
        say("Nothing to propose: all that is promised for a quarter in a medium is planned.")
    for item in made.shortfalls:
        say(
            "No day is left for {count} of {activity} ({campaign}): its quarters are over, or its "
            "report is due.",
            count=item.units,
            activity=item.activity.id,
            campaign=item.campaign.id,
        )
    if made.without_quantity:
        ids = ", ".join(dict.fromkeys(activity.id for activity in made.without_quantity))
        say("Not counted, as the plan names no medium or no quantity: {ids}.", ids=ids)


def _print(plan: "Plan", shown: "list[Campaign]", *, named: bool) -> None:
    """What a manager has to do now, first; then where each plan stands."""
    from rich.console import Console

    from generator.planning.tasks import tasks_of

    width = shutil.get_terminal_size((WIDTH, 0)).columns
    console = Console(width=width, highlight=False, markup=False)
    others = [one for one in _sorted(plan) if one not in shown]
    soon = [] if named else [one for one in others if tasks_of(plan, one)]  # of a year to come
    for campaign in [*shown, *soon]:
        _print_title(campaign, console)
        _print_tasks(plan, campaign, console)
    for campaign in shown:
        if len(shown) + len(soon) > 1:
            _print_title(campaign, console)
        _print_plan(plan, campaign, console)
    if not named:
        _print_others(shown, others)


def _sorted(plan: "Plan") -> "list[Campaign]":
    every = plan.workspace.campaigns.values()
    return sorted(every, key=lambda campaign: (campaign.period, campaign.id))


def _print_title(campaign: "Campaign", console: "Console") -> None:
    from rich.text import Text

    console.print(Text(campaign.title, "bold"), Text(f"({campaign.id})"))


def _print_tasks(plan: "Plan", campaign: "Campaign", console: "Console") -> None:
    from generator.cli.tables import layout, tasks
    from generator.planning.deadlines import runs
    from generator.planning.tasks import AHEAD, tasks_of

    today = plan.today
    found = tasks_of(plan, campaign)
    if found:
        say("Late, or due soon:")
        console.print(layout(tasks(found, plan, campaign, today), console.width))
    elif runs(campaign, today):
        say("Nothing is late, or due within {count} days.", count=AHEAD.days)
    else:
        say("This plan is over.")
    if any(task.lacking for task in found):
        say("Next: loa plan --propose")
    console.print()


def _print_plan(plan: "Plan", campaign: "Campaign", console: "Console") -> None:
    from generator.app.reading_times import readings
    from generator.cli.tables import layout, quotas, scripts, slots

    promised = [line for line in plan.lines if line.campaign is campaign]
    console.print(layout(quotas(promised), console.width))
    entries = [entry for entry in plan.timetable if entry.campaign is campaign]
    waiting = _waiting(plan, campaign.id)
    if entries or waiting:
        console.print(layout(slots(entries, waiting), console.width))
    else:
        say("No piece is planned yet. Next: loa new radio")
    spoken = list(readings(plan, campaign.id))
    if spoken:
        titles = {entry.piece.id: entry.piece.title for entry in entries}
        console.print(layout(scripts(spoken, titles), console.width))


def _print_others(shown: "list[Campaign]", others: "list[Campaign]") -> None:
    """The plans that were not asked for, and how to ask."""
    if not shown:
        say("No plan is running.")
    if others:
        say("Other plans; loa plan --all shows them, and its name one:")
    for campaign in others:
        click.echo(f"  loa plan {campaign.id}: {campaign.title}")


def _waiting(plan: "Plan", identity: str) -> "list[Item]":
    """Slots that nothing is written for yet, by quarter."""
    from generator.planning.events import effective
    from generator.planning.release_history import history, in_time

    states = history(plan.releases)
    mine = (item for item in plan.items_of(identity) if item.piece is None)
    held = (replace(item, slot=effective(item, states)) for item in mine)
    return sorted(held, key=lambda item: in_time(item.slot, item.id))
