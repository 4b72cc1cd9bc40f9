"""What must be done by when, derived from the slots and the lead times."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Literal

from generator.model.campaign import Campaign
from generator.model.piece import day_of
from generator.model.plan import Plan
from generator.model.plan_line import Item
from generator.model.quarter import Quarter
from generator.model.workspace import Workspace
from generator.planning.channels import printing_days, rules_of
from generator.planning.events import as_released, items_of_files
from generator.planning.items import activity_of, decision_time, line_of
from generator.planning.release_history import history, slot_from
from generator.planning.working_days import last_worked

Kind = Literal["script", "artwork", "order", "hang", "take-down", "publish", "report"]
READY, APPROVED = frozenset({"ready", "approved"}), frozenset({"approved"})
DONE_STATES: Mapping[str, frozenset[str]] = {
    "script": READY,
    "artwork": READY,
    "hang": APPROVED,
    "publish": APPROVED,
}
"""The states of a piece in which what is due of it is done.

Whether something was ordered, taken down or reported needs evidence, which the files do not hold.
"""
WORDS: Mapping[Kind, str] = {
    "script": "Text due",
    "artwork": "Artwork due",
    "order": "Order the printing",
    "hang": "Hang",
    "take-down": "Take down",
    "publish": "Goes out",
    "report": "Report due",
}
"""What each kind of deadline is called (msgids)."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day for something (hạn); `who` is the partner that it concerns.

    `at` is the slot of the item; `is_released` says whether it is, `modified_at` and `sequence` are
    its own. Who is told of it may know the title, which is the activity's, and the slot, but
    neither id nor title of a piece that nobody has approved.
    """

    kind: Kind
    day: date
    who: str
    campaign: str
    item: str
    title: str
    modified_at: datetime
    at: date | datetime | None = None
    quarter: Quarter | None = None
    is_released: bool = False
    sequence: int = 0

    @property
    def key(self) -> tuple[str, str, str]:
        """What stays the same when the day moves."""
        return self.who, self.item, self.kind


def deadlines_of(plan: Plan) -> list[Deadline]:
    """Every deadline of every campaign, by day; of what is cancelled there are none."""
    found = [d for c in plan.workspace.campaigns.values() for d in _report(plan.workspace, c)]
    for item in _holding(plan):
        found += _of(plan.workspace, item)
    return _in_order(found)


def ends_of_quarters(plan: Plan) -> list[Deadline]:
    """When that must be out of which only the quarter is known: for ourselves, on no calendar."""
    return _in_order(
        _deadline(item, _goes_out(plan.workspace, item), last)
        for item in _holding(plan)
        if item.slot.start is None and (last := item.last_day)
    )


def _holding(plan: Plan) -> Iterator[Item]:
    """Each item that is not cancelled, in the slot that holds and as partners were told of it."""
    states = history(plan.releases)
    free = {item.id for item in items_of_files(plan.items, states, plan.visible)}
    for item in plan.items.values():
        state = states.get(item.id)
        if state is None:
            yield item
        elif item.id in free:
            yield replace(item, modified_at=state.modified_at, sequence=state.sequence + 1)
        elif not state.is_cancelled:
            yield as_released(item, state)


def cancelled_deadlines(plan: Plan) -> list[Deadline]:
    """Those that partners learned from a release and that hold no more, with their last day.

    The item is cancelled, has no day any more, or has another partner.
    """
    workspace, holding = plan.workspace, {deadline.key for deadline in deadlines_of(plan)}
    found: list[Deadline] = []
    for state in history(plan.releases).values():
        campaign = workspace.campaigns.get(state.release.campaign)
        for partner, slot in state.partner_slots.items():
            activity = activity_of(campaign, slot.activity)
            if campaign and activity:
                told = replace(state, slot=slot)
                item = line_of(slot, campaign, activity, slot_from(told), partner)
                found += _of(workspace, as_released(item, told))
    return _in_order(deadline for deadline in found if deadline.key not in holding)


def _in_order(deadlines: Iterable[Deadline]) -> list[Deadline]:
    return sorted(deadlines, key=lambda d: (d.day, d.campaign, d.item, d.kind))


def outstanding(deadlines: list[Deadline], plan: Plan) -> list[Deadline]:
    """What is late: the day has passed, and the piece is known not to be as far as it must be."""
    today = plan.today
    found = [deadline for deadline in deadlines if deadline.day < today]
    return [d for d in found if d.kind in DONE_STATES and not is_done(d, plan.items)]


def is_done(deadline: Deadline, items: Mapping[str, Item]) -> bool:
    """Whether the files show that nothing is left to do."""
    piece = items[deadline.item].piece if deadline.item in items else None
    return piece is not None and piece.status in DONE_STATES.get(deadline.kind, ())


def runs(campaign: Campaign, today: date) -> bool:
    """Until its report is due, or else to the end of its year: later nothing can be mended."""
    return today <= (campaign.report_due or date(campaign.period, 12, 31))


def _of(workspace: Workspace, item: Item) -> Iterator[Deadline]:
    rules, slot = rules_of(workspace, item.activity, item.partner), item.slot
    if slot.start is None:
        return
    first = day_of(slot.start)

    def due(kind: Kind, day: date, *, worked: bool = True) -> Deadline:
        day = last_worked(workspace.holidays, day) if worked else day
        return _deadline(item, kind, day)

    yield due(_goes_out(workspace, item), first, worked=False)
    if rules and rules.script is not None:
        yield due("script", first - timedelta(days=rules.script))
    if rules and rules.artwork is not None:
        chosen = getattr(item.piece, "printer", None)
        order = first - timedelta(days=printing_days(workspace, item.activity, chosen))
        yield due("artwork", order - timedelta(days=rules.artwork))
        yield due("order", order)
    if slot.until is not None:
        yield due("take-down", slot.until, worked=False)


def _goes_out(workspace: Workspace, item: Item) -> Kind:
    rules = rules_of(workspace, item.activity, item.partner)
    return "hang" if rules and rules.artwork is not None else "publish"


def _deadline(item: Item, kind: Kind, day: date) -> Deadline:
    slot = item.slot
    return Deadline(
        kind,
        day,
        item.partner,
        item.campaign.id,
        item.id,
        item.activity.title,
        item.modified_at,
        slot.start,
        slot.quarter,
        slot.origin == "release",
        item.sequence,
    )


def _report(workspace: Workspace, campaign: Campaign) -> Iterator[Deadline]:
    """Reports are due before a day: the last worked one before it."""
    if campaign.report_due is not None:
        day = last_worked(workspace.holidays, campaign.report_due - timedelta(days=1))
        owner = campaign.owner or ""
        made = decision_time(campaign)
        yield Deadline("report", day, owner, campaign.id, campaign.id, campaign.title, made)
