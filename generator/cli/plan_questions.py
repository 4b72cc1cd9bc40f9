"""What `loa new campaign` does and tells: the file, and what a person has to decide."""

import json
import sys
from collections.abc import Mapping
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.console import Exit, alone, refuse, say, tell, workspace
from generator.cli.editing import save, show

if TYPE_CHECKING:
    from generator.app.editing.plan_decisions import PlanDecision


def run(folder: Path, answers: Mapping[str, str], style: str, *, dry_run: bool) -> None:
    """Write the plan, or only show it; or end with why there is none.

    `answers` are `source`, the id of the plan to copy, `period`, the years, and `identity`.
    """
    from generator.adapters.clock import SystemClock
    from generator.app.check import CheckScope, check
    from generator.app.editing import apply
    from generator.app.editing.edit_kinds import NewPlan
    from generator.app.editing.new_plan import decisions_for, plan_copy, plan_path
    from generator.cli.world import reading
    from generator.planning.year_shift import read_years

    years = read_years(answers["period"])
    if years is None:
        message = "“{value}” are no years; write 2027, or 2026-2030."
        refuse(message, value=answers["period"])
    root, edit = workspace(folder), NewPlan(answers["source"], *years, answers["identity"])
    with nullcontext() if dry_run else alone(root):
        (files, memory), now = reading(root), SystemClock().now()
        checked = check(files, now, memory, CheckScope(now))
        outcome = apply([edit], files, checked, CheckScope(now), memory)
        if outcome.changeset is None:
            tell(outcome.findings, err=True)
            say("Nothing was changed.", err=True)
            sys.exit(Exit.CONTENT)
        copy = plan_copy(edit, checked.plan)
        asked = decisions_for(copy, checked.plan)
        if dry_run:
            show(outcome.changeset, err=style == "json")
        else:
            save(root, outcome.changeset)
    if style == "json":
        record: dict[str, object] = {
            "id": copy.identity,
            "path": plan_path(copy),
            "period": copy.shift.period,
        }
        told = [{"about": each.about, "ask": each.ask} for each in asked]
        record |= {"from": edit.campaign, "is_written": not dry_run, "decisions": told}
        click.echo(json.dumps(record, ensure_ascii=False, indent=2))
    else:
        _tell(plan_path(copy), asked, dry_run=dry_run)


def _tell(path: str, asked: "list[PlanDecision]", *, dry_run: bool) -> None:
    if not dry_run:
        say("Written: {path}.", path=path)
    say("To be decided ({count}):", count=len(asked))
    for number, each in enumerate(asked, 1):
        click.echo(f"{number:>3}. {each.about}: {each.ask}")
    if not dry_run:
        say(
            "They stand in {path} under decisions:; remove each when it is decided. Next: loa "
            "check. To take it back: loa undo",
            path=path,
        )
