"""What the files say is to happen: deliverables, and slots that still wait for one."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from generator.model.campaign import Activity, Campaign
from generator.model.piece import Deliverable, day_of
from generator.model.plan_line import Item, PlanLine
from generator.model.planned_slot import PlannedSlot, Session
from generator.model.quarter import Quarter
from generator.model.release import ReleasedSlot
from generator.model.slot import Slot
from generator.model.workspace import Workspace
from generator.planning.channels import LONGEST_HANGING, rules_of


def items_of(workspace: Workspace) -> dict[str, Item]:
    """Every item by its id; a withdrawn piece is none, and gives no slot back."""
    found = {item.id: item for item in _written(workspace)}
    for campaign in workspace.campaigns.values():
        for activity in campaign.activities:
            for planned in activity.days:
                if planned.id not in workspace.pieces:
                    slot = slot_of(planned, campaign)
                    item = line_of(planned, campaign, activity, slot, _partner(planned, activity))
                    found.setdefault(planned.id, _with_end(workspace, item))
    return found


def _partner(planned: PlannedSlot, activity: Activity) -> str:
    own = planned.partner if isinstance(planned, Session) else None
    return own or activity.partner or activity.responsible or ""


def _with_end(workspace: Workspace, item: Item) -> Item:
    """What hangs is taken down again, even where nobody has written when."""
    rules = rules_of(workspace, item.activity, item.partner)
    slot = item.slot
    if slot.start is None or slot.until is not None or not rules or not rules.hanging:
        return item
    last = day_of(slot.start) + timedelta(days=min(rules.hanging, LONGEST_HANGING) - 1)
    return replace(item, slot=replace(slot, until=last))


def slot_of(planned_slot: PlannedSlot, campaign: Campaign) -> Slot:
    """The slot that a plan holds."""
    if planned_slot.at is not None:
        quarter: Quarter | None = Quarter.of(day_of(planned_slot.at))
    elif planned_slot.quarter is not None:
        quarter = Quarter(planned_slot.quarter.year or campaign.period, planned_slot.quarter.number)
    else:
        quarter = None
    return Slot(quarter, planned_slot.at, planned_slot.basis, planned_slot.until, "plan")


def activity_of(campaign: Campaign | None, identity: str) -> Activity | None:
    """The activity of a campaign that has an id."""
    known = campaign.activities if campaign else ()
    return next((activity for activity in known if activity.id == identity), None)


def _written(workspace: Workspace) -> Iterator[Item]:
    pieces = workspace.pieces.values()
    planned = (p for p in pieces if isinstance(p, Deliverable) and p.status != "withdrawn")
    return filter(None, (item_of(workspace, piece) for piece in planned))


def item_of(workspace: Workspace, piece: Deliverable) -> Item | None:
    """What a piece is, or was before it was withdrawn; None if its plan has no such activity."""
    campaign = workspace.campaigns.get(piece.campaign)
    activity = activity_of(campaign, piece.activity)
    if campaign is None or activity is None:
        return None
    slot = _slot(piece, campaign, activity)
    partner = piece.partner or activity.partner or activity.responsible or ""
    item = line_of(piece, campaign, activity, slot, partner)
    return _with_end(workspace, item)


def line_of(
    what: Deliverable | PlannedSlot | ReleasedSlot,
    campaign: Campaign,
    activity: Activity,
    slot: Slot,
    partner: str,
) -> Item:
    """A line of which partners were told nothing yet."""
    session = what if isinstance(what, Session) else None
    return PlanLine(
        what.id,
        campaign,
        activity,
        slot,
        what.units,
        partner,
        what if isinstance(what, Deliverable) else None,
        activity.form,
        f"{activity.title}: {session.title}" if session and session.title else activity.title,
        decision_time(campaign),
        session=session,
    )


def decision_time(campaign: Campaign) -> datetime:
    """When a plan was made: from the records, never the time of the build."""
    day = campaign.issued_on or date(campaign.period, 1, 1)
    return datetime.combine(day, time(), UTC)


def name_of_body(workspace: Workspace, campaign: Campaign, identity: str) -> str:
    """What a body was called when a plan was made; nothing of one that is not known."""
    partner = workspace.partners.get(identity)
    return partner.name_on(decision_time(campaign).date()).name if partner else ""


def _slot(piece: Deliverable, campaign: Campaign, activity: Activity) -> Slot:
    """The piece's own slot, else the one that the plan holds for it, else its days at places."""
    held = next((slot for slot in activity.slots if slot.id == piece.id), None)
    if piece.slot is None and held is not None:
        return slot_of(held, campaign)
    if piece.slot is None and (hung := [p.since for p in piece.placements if p.since]):
        taken = [placement.until for placement in piece.placements if placement.until]
        first = min(hung)
        return Slot(Quarter.of(first), first, piece.basis, max(taken, default=None))
    return Slot(piece.quarter_in(campaign.period), piece.slot, piece.basis)
