"""What moving a slot would bring, before anybody does it: all that `loa check` would tell anew."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from generator.app.check import CheckReport, CheckScope, check_otherwise
from generator.app.editing import new_findings
from generator.app.editing.edit_kinds import MoveSlot, PlanSlot
from generator.app.editing.moving import refusal, with_moved
from generator.app.editing.planning import line_of
from generator.app.propose import slot_on, with_planned
from generator.diagnostics import Diagnostic
from generator.model.memory import Memory
from generator.model.piece import day_of
from generator.model.plan import Plan
from generator.model.plan_line import Item
from generator.model.workspace import Workspace
from generator.planning.channels import rules_of
from generator.planning.deadlines import Deadline, deadlines_of_item
from generator.planning.release_history import (
    ReleaseChange,
    changes,
    elsewhere,
    freeze,
    history,
    latest,
)
from generator.vietnamese.dates import HANOI
from generator.vietnamese.near_days import read_near


@dataclass(frozen=True, slots=True)
class Foresight:
    """What would be once an item is moved: `plan` is the plan then, `after` the item in it.

    `findings` are problems that there are not now, `deadlines` those of the item, `changes` what
    partners would have to be told of a quarter that is released. `before` is the item as it is.
    """

    before: Item | None
    after: Item
    plan: Plan
    findings: list[Diagnostic]
    deadlines: list[Deadline]
    changes: list[ReleaseChange]


def foresee(
    edit: MoveSlot | PlanSlot, report: CheckReport, memory: Memory, scope: CheckScope
) -> Foresight | Diagnostic:
    """What an edit would bring; or why it is refused. Nothing is written, and no file is read."""
    plan = report.plan
    if isinstance(edit, MoveSlot):
        if told := refusal(plan, edit):
            return told
        item = plan.items[edit.slot]
        return _foreseen(report, item.id, with_moved(plan.workspace, item, edit.at), memory, scope)
    line = line_of(plan, edit)
    if isinstance(line, Diagnostic):
        return line
    proposal = slot_on(plan, line, edit.at)
    there = with_planned(plan.workspace, proposal)
    return _foreseen(report, proposal.slot.id, there, memory, scope)


def _foreseen(
    report: CheckReport, identity: str, there: Workspace, memory: Memory, scope: CheckScope
) -> Foresight:
    then = check_otherwise(report, there, frozenset({identity}), memory, scope)
    item = then.plan.items[identity]
    return Foresight(
        report.plan.items.get(identity),
        item,
        then.plan,
        new_findings(report.diagnostics, then.diagnostics, {}),
        sorted(deadlines_of_item(there, item), key=lambda each: each.day),
        list(_changes(then.plan, item)),
    )


def _changes(plan: Plan, item: Item) -> Iterator[ReleaseChange]:
    """What of an item is otherwise than its partners were told."""
    states, items = history(plan.releases), plan.items_of(item.campaign.id)
    for campaign, quarter in sorted(latest(plan.releases)):
        if campaign == item.campaign.id:
            slots = freeze(items, plan.visible, quarter)
            others = elsewhere(items, plan.visible, quarter)
            told = changes(states, campaign, quarter, slots, others)
            yield from (each for each in told if each.id == item.id)


def meant_moment(item: Item, plan: Plan, text: str) -> date | datetime:
    """The day that a person says, beside that on which an item is; its hour stays.

    What has no hour yet gets that of its channel.

    Raises:
        ReadingError: no day is text.
    """
    start, quarter = item.slot.start, item.slot.quarter
    near = max(quarter.first_day, plan.today) if quarter else plan.today
    day, hour = read_near(text, day_of(start) if start else near)
    return at_hour(item, plan, day, hour)


def at_hour(item: Item, plan: Plan, day: date, hour: time | None = None) -> date | datetime:
    """An item on a day at its own hour, unless another is text; else at that of its channel."""
    start = item.slot.start
    if isinstance(start, datetime):
        hour = hour or start.astimezone(HANOI).time()
    elif start is None and hour is None:
        rules = rules_of(plan.workspace, item.activity, item.partner)
        hour = rules.time if rules else None
    return datetime.combine(day, hour, HANOI) if hour else day
