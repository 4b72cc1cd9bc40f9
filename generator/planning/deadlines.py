"""What must be done by when, derived from the slots and the lead times."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from generator.model.campaign import Campaign
from generator.model.event import Item
from generator.model.piece import day_of
from generator.model.plan import Plan
from generator.model.quarter import Quarter
from generator.model.slot import Slot
from generator.model.workspace import Workspace
from generator.planning.channels import rules_of
from generator.planning.events import effective
from generator.planning.holidays import last_worked
from generator.planning.releases import State, history

Kind = Literal["script", "artwork", "order", "hang", "take-down", "publish", "report"]
READY = frozenset({"ready", "approved"})


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day for something (hạn); `who` is the partner that it concerns.

    `told` is what the releases say of the item.
    """

    kind: Kind
    day: date
    who: str
    campaign: str
    item: str
    title: str
    quarter: Quarter | None = None
    told: State | None = None


def deadlines_of(plan: Plan) -> list[Deadline]:
    """Every deadline of every campaign, by day."""
    states = history(plan.releases)
    found = [d for c in plan.workspace.campaigns.values() for d in _report(plan.workspace, c)]
    for item in plan.items.values():
        found += _of(plan.workspace, item, effective(item, states), states.get(item.id))
    return sorted(found, key=lambda d: (d.day, d.campaign, d.item, d.kind))


def outstanding(deadlines: list[Deadline], plan: Plan) -> list[Deadline]:
    """What is late: the day has passed and the piece is not ready, or not to be seen.

    Whether something was ordered, hung or reported needs evidence, which the files do not hold.
    """
    today = plan.as_of.date()
    return [d for d in deadlines if d.day < today and _is_undone(d, plan.items, plan.visible)]


def _is_undone(
    deadline: Deadline, items: Mapping[str, Item], visible: Mapping[str, object]
) -> bool:
    if deadline.kind == "publish":
        return deadline.item not in visible
    piece = items[deadline.item].piece if deadline.item in items else None
    waits = piece is None or piece.status not in READY
    return deadline.kind in {"script", "artwork"} and waits


def _of(workspace: Workspace, item: Item, slot: Slot, told: State | None) -> Iterator[Deadline]:
    rules = rules_of(workspace, item.activity, item.partner)
    if slot.start is None:
        return
    first = day_of(slot.start)

    def due(kind: Kind, day: date, *, worked: bool = True) -> Deadline:
        day = last_worked(workspace.holidays, day) if worked else day
        title = item.activity.title
        who, campaign = item.partner, item.campaign.id
        return Deadline(kind, day, who, campaign, item.id, title, slot.quarter, told)

    hangs = rules is not None and rules.artwork is not None
    yield due("hang" if hangs else "publish", first, worked=False)
    if rules and rules.script is not None:
        yield due("script", first - timedelta(days=rules.script))
    if rules and rules.artwork is not None:
        order = first - timedelta(days=_lead(workspace, item))
        yield due("artwork", order - timedelta(days=rules.artwork))
        yield due("order", order)
    if slot.until is not None:
        yield due("take-down", slot.until, worked=False)


def _lead(workspace: Workspace, item: Item) -> int:
    """Days from the order to the delivery; none where the printer says nothing, which is told."""
    chosen = getattr(item.piece, "printer", None)
    return workspace.printer_of(item.activity.medium or "", chosen).lead or 0


def _report(workspace: Workspace, campaign: Campaign) -> Iterator[Deadline]:
    """Reports are due before a day: the last worked one before it."""
    if campaign.report_due is not None:
        day = last_worked(workspace.holidays, campaign.report_due - timedelta(days=1))
        owner = campaign.owner or ""
        yield Deadline("report", day, owner, campaign.id, campaign.id, campaign.title)
