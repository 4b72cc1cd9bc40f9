"""`loa pack`: the pack of one partner for one quarter."""

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.console import (
    Exit,
    _,
    moment_option,
    quarter_in,
    refuse,
    say,
    tell,
    tell_of_others,
    workspace,
)
from generator.cli.progress import progress_options, watching

if TYPE_CHECKING:
    from generator.app.build import BuildOutcome
    from generator.outputs import Choice
    from generator.planning.packs import Pack


@click.command(
    "pack",
    short_help=_("Make the pack of one partner for one quarter."),
    help=_(
        "Make the pack of a PARTNER for a QUARTER: one ZIP with letter, timetable, scripts or "
        "stories, pictures, recordings, slip and checklist.\n\n"
        "Only approved pieces are in it; the checklist names what is missing. "
        "QUARTER is II/2021, or II where the partner has only one year."
    ),
)
@click.argument("partner")
@click.argument("quarter")
@moment_option
@progress_options
@click.pass_obj
def command(  # noqa: PLR0913 - one for each option
    folder: Path,
    partner: str,
    quarter: str,
    as_of: datetime | None,
    *,
    quiet: bool,
    verbose: bool,
) -> None:
    """Build one pack and say what it holds."""
    from generator.adapters.lock import BusyError, workspace_lock
    from generator.app.build import build
    from generator.app.scope import Scope
    from generator.cli.world import world

    root = workspace(folder)
    try:
        with workspace_lock(root):
            here = world(root)
            now = as_of or here.clock.now()
            choice = _choice(root, partner, quarter, now)
            try:
                with watching(quiet=quiet, verbose=verbose) as progress:
                    built = build(here, Scope(("handoff",), choice), now, progress)
            finally:
                here.workers.close()
    except BusyError:
        say("Another loa is building here. Wait until it has ended, then try again.", err=True)
        sys.exit(Exit.CONTENT)
    _report(built, choice, quiet=quiet)


def _choice(root: Path, partner: str, quarter: str, now: datetime) -> "Choice":
    """The pack that is meant."""
    from generator.app.check import survey
    from generator.cli.world import reading
    from generator.outputs import Choice
    from generator.planning.packs import packs_of

    files, memory = reading(root)
    plan = survey(files, now, memory).plan
    packs = packs_of(plan)
    if partner not in plan.workspace.partners:
        known = ", ".join(sorted({pack.partner.id for pack in packs})) or "–"
        refuse(
            "There is no partner “{partner}”. Those that receive packs: {known}.",
            partner=partner,
            known=known,
        )
    year, number = quarter_in(quarter)
    mine = [pack for pack in packs if pack.partner.id == partner]
    found = [p for p in mine if p.quarter.number == number and year in {None, p.quarter.year}]
    if len(found) != 1:
        known = _known(mine or packs)
        refuse(
            "No single pack is meant by {partner} {quarter}; there are: {known}.",
            partner=partner,
            quarter=quarter,
            known=known,
        )
    return Choice(partner=partner, quarter=found[0].quarter)


def _known(packs: "list[Pack]") -> str:
    return ", ".join(f"{pack.partner.id} {pack.quarter}" for pack in packs) or "–"


def _report(built: "BuildOutcome", choice: "Choice", *, quiet: bool) -> None:
    from generator.model import addresses
    from generator.planning.packs import packs_of

    if built.blocking:
        tell(built.blocking, err=True)
        say("{errors} errors: no pack was made.", err=True, errors=len(built.blocking))
        sys.exit(Exit.CONTENT)
    pack = next(p for p in packs_of(built.report.plan) if choice.takes(p.partner.id, p.quarter))
    mine = {line.piece.file for line in pack.lines if line.piece}
    found = built.report.of(mine | {each.where().path for each in pack.campaigns})
    tell([*found, *built.findings], err=True)
    if quiet:
        return
    tell_of_others(built.report.diagnostics, found)
    path = f"dist/{addresses.pack(pack.partner.id, pack.quarter)}"
    say(
        "Made: {path}, with {handed} of {lines} pieces.",
        path=path,
        handed=len(pack.handover),
        lines=len(pack.wanted_lines),
    )
    if not pack.is_released:
        say("Its times are proposals: loa release CAMPAIGN QUARTER makes them firm.")
