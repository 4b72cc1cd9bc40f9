"""A slot gets another day: the lines in which it is written change, and nothing else."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from generator.app.editing.approvals import APPROVAL_LOCK, is_locked
from generator.app.editing.edit_kinds import MoveSlot
from generator.app.editing.values import is_written, planned_slots, write
from generator.app.overlay import Overlay
from generator.diagnostics import Diagnostic, Location, Rule
from generator.model.campaign import Activity, Campaign
from generator.model.piece import Deliverable, day_of
from generator.model.plan import Plan
from generator.model.plan_line import Item
from generator.model.planned_slot import PlannedSlot
from generator.model.workspace import Workspace
from generator.planning.free_days import item_on
from generator.source.edits import NotEditableError
from generator.source.entries import KeyEntry, Route, value_at
from generator.source.release_file import moment
from generator.vietnamese.dates import format_date

NO_SLOT = Rule(
    "slot-unknown",
    "Nothing of the plans has the id “{id}”, or it is withdrawn.",
    "See what there is with loa plan; a withdrawn piece is opened again first.",
)
INTO_PAST = Rule(
    "slot-into-past",
    "{day} is over: nothing can be moved there.",
    "Choose today or a later day.",
)
DONE = Rule(
    "slot-done",
    "“{id}” is recorded as done: its day stays as it was.",
    "If the record is wrong, withdraw that evidence first.",
)
MEANWHILE = Rule(
    "slot-moved-meanwhile",
    "Somebody has moved “{id}” meanwhile: {now}.",
    "Look at it again, then move it from there.",
)
OF_PLACES = Rule(
    "slot-of-places",
    "The days of “{id}” are those of its places.",
    "Change them in the piece, at each of its places.",
)


def move_slot(edit: MoveSlot, overlay: Overlay, plan: Plan, now: datetime) -> Iterable[Diagnostic]:
    """The slot of a piece, else that of the plan; a day stands instead of a quarter.

    Its last day goes along, and the quarter that its piece states beside it; what a source says of
    the former day is our proposal now.
    """
    del now
    if told := refusal(plan, edit):
        return [told]
    item, after = plan.items[edit.slot], item_on(plan.items[edit.slot], edit.at)
    path, group = _place(plan, item)
    if group and not is_written(overlay, path, (*group, "id"), item.id):
        raise NotEditableError(path)
    at = KeyEntry((*group, "at" if group else "slot"), moment(edit.at), _ABOVE)
    write(overlay, path, at)
    write(overlay, path, KeyEntry((*group, "quarter"), None))
    if after.slot.until and value_at(path, overlay.text(path), (*group, "until")):
        write(overlay, path, KeyEntry((*group, "until"), format_date(after.slot.until)))
    if value_at(path, overlay.text(path), (*group, "basis")) == "source":
        write(overlay, path, KeyEntry((*group, "basis"), "proposed"))
    if item.piece and group and _states_other_quarter(item.piece, after):
        write(overlay, item.piece.file, KeyEntry(("quarter",), str(after.slot.quarter)))
    return ()


def refusal(plan: Plan, edit: MoveSlot) -> Diagnostic | None:
    """Why a slot is not to be moved there; nothing where it may be."""
    item = plan.items.get(edit.slot)
    if item is None:
        return NO_SLOT.at(Location(edit.slot), id=edit.slot)
    if edit.origin is not None and edit.origin != item.slot.in_words():
        return MEANWHILE.at(_where(item), id=item.id, now=item.slot.in_words(weekday=True))
    if day_of(edit.at) < plan.today:
        return INTO_PAST.at(_where(item), day=format_date(day_of(edit.at)))
    return holding(item) or _locked(item, edit.at)


def holding(item: Item) -> Diagnostic | None:
    """What keeps an item on its day, wherever it is to go."""
    piece = item.piece
    if item.is_recorded:
        return DONE.at(_where(item), id=item.id)
    if piece and not is_of_plan(item) and piece.slot is None and _has_days(piece):
        return OF_PLACES.at(_where(item), id=item.id)
    return _approval(piece) if piece and not is_of_plan(item) else None


def _locked(item: Item, at: date | datetime) -> Diagnostic | None:
    """A piece that is approved says a quarter that would have to change."""
    is_touched = item.piece and _states_other_quarter(item.piece, item_on(item, at))
    return _approval(item.piece) if item.piece and is_touched else None


def _approval(piece: Deliverable) -> Diagnostic | None:
    if not is_locked(piece):
        return None
    return APPROVAL_LOCK.at(piece.where("status"), name=piece.approved_by)


def with_moved(workspace: Workspace, item: Item, at: date | datetime) -> Workspace:
    """The workspace as it would be read once an item is moved."""
    after, piece = item_on(item, at), item.piece
    campaigns, pieces = dict(workspace.campaigns), dict(workspace.pieces)
    if is_of_plan(item):
        campaigns[item.campaign.id] = _with_slot(item, after)
    if piece and not is_of_plan(item):
        pieces[item.id] = piece.model_copy(update={"slot": at, "quarter": None})
    elif piece and _states_other_quarter(piece, after):
        pieces[item.id] = piece.model_copy(update={"quarter": None})
    return replace(workspace, campaigns=campaigns, pieces=pieces)


def is_of_plan(item: Item) -> bool:
    """Whether the plan holds its slot; else it is written in the piece, or is to be."""
    return item.slot.origin == "plan"


_ABOVE = ("id", "activity", "quarter")
"""The keys below which a day comes that was not there."""


def _place(plan: Plan, item: Item) -> tuple[str, Route]:
    """The file that holds the slot, and the way to its group: none in a piece."""
    if not is_of_plan(item):
        return (item.piece.file if item.piece else ""), ()
    path, route = next(planned_slots(plan, item.id))
    return path, route[:-1]


def _where(item: Item) -> Location:
    if item.piece and not is_of_plan(item):
        return item.piece.where("id")
    return item.campaign.where("activities")


def _with_slot(item: Item, after: Item) -> Campaign:
    """The plan of an item with its slot as it would be."""
    lines = (_in_lists(line, item.id, after) for line in item.campaign.activities)
    return item.campaign.model_copy(update={"activities": tuple(lines)})


def _in_lists(line: Activity, identity: str, after: Item) -> Activity:
    lists = {"slots": line.slots, "sessions": line.sessions}
    changed = {
        name: tuple(
            slot.model_copy(update=_values(slot, after)) if slot.id == identity else slot
            for slot in slots
        )
        for name, slots in lists.items()
    }
    return line.model_copy(update=changed)


def _values(slot: PlannedSlot, after: Item) -> dict[str, object]:
    until = after.slot.until if slot.until else None
    basis = "proposed" if slot.basis == "source" else slot.basis
    return {"at": after.slot.start, "until": until, "quarter": None, "basis": basis}


def _has_days(piece: Deliverable) -> bool:
    return any(placement.since for placement in piece.placements)


def _states_other_quarter(piece: Deliverable | None, after: Item) -> bool:
    """Whether a piece says a quarter in which its slot would not lie any more."""
    if piece is None or piece.quarter is None:
        return False
    stated = piece.quarter.year or after.campaign.period, piece.quarter.number
    quarter = after.slot.quarter
    return quarter is not None and stated != (quarter.year, quarter.number)
