"""Workspace to Plan: quotas become quarters, pieces become entries of the timetable."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from generator.model.campaign import Activity, Campaign
from generator.model.grouping import groups_of
from generator.model.piece import Deliverable, Piece, day_of
from generator.model.plan import ActivityLine, Plan, Tally
from generator.model.plan_line import Item
from generator.model.quarter import Quarter
from generator.model.release import Release
from generator.model.slot import Slot
from generator.model.workspace import Workspace
from generator.planning.deed_records import Deeds, deeds_of
from generator.planning.events import effective, events_of
from generator.planning.items import items_of
from generator.planning.quotas import spread
from generator.planning.release_history import history, in_force, in_time
from generator.planning.visibility import next_change, start_of, visible_from
from generator.vietnamese.dates import HANOI

_NO_QUARTER = Quarter(1, 1)
READY = frozenset({"ready", "approved"})


def expand(workspace: Workspace, as_of: datetime) -> Plan:
    """The plan as of a moment."""
    releases, today = in_force(workspace.releases, as_of), as_of.astimezone(HANOI).date()
    written = items_of(workspace)
    deeds = deeds_of(workspace, written, today)
    items = _recorded(written, deeds)
    known = _Known(workspace, items, releases)
    visible = known.visible(as_of)
    held = [_held(item, known.slots[item.id], item.id in visible) for item in items.values()]
    entries = filter(None, (line.of(Deliverable) for line in held))
    return Plan(
        workspace,
        as_of,
        visible,
        tuple(_lines(workspace, held)),
        tuple(sorted(entries, key=lambda entry: in_time(entry.slot, entry.id))),
        next_change(workspace.pieces.values(), known.appears, _turning_points(known, as_of), as_of),
        items,
        known.appears,
        known.events(as_of),
        releases,
        deeds,
    )


def _recorded(items: Mapping[str, Item], done: Deeds) -> dict[str, Item]:
    """The items, and of each whether something tells that it was done."""
    return {
        key: replace(item, is_recorded=True) if (item.campaign.id, key) in done else item
        for key, item in items.items()
    }


def _held(item: Item, slot: Slot, is_visible: bool) -> Item:  # noqa: FBT001 - two of its values
    """An item in the slot that holds for it; most are as they are."""
    if slot is item.slot and is_visible == item.is_visible:
        return item
    return replace(item, slot=slot, is_visible=is_visible)


class _Known:
    """What follows from the files and some releases, before anybody asks at which moment."""

    def __init__(
        self, workspace: Workspace, items: Mapping[str, Item], releases: tuple[Release, ...]
    ) -> None:
        self.workspace, self.items, self.releases = workspace, items, releases
        states = history(releases)
        self.slots = {item.id: effective(item, states) for item in items.values()}
        self.appears = _appears(workspace, self.slots)

    def visible(self, as_of: datetime) -> dict[str, Piece]:
        pieces = self.workspace.pieces
        return {key: pieces[key] for key, moment in self.appears.items() if moment <= as_of}

    def events(self, as_of: datetime) -> tuple[Item, ...]:
        shown = self.visible(as_of)
        return events_of(self.workspace, self.items, self.releases, shown, self.appears)

    def seen(self, as_of: datetime) -> object:
        """What readers can tell apart: of a release only whether there is one."""
        events = (replace(event, release=int(event.release > 0)) for event in self.events(as_of))
        return sorted(self.visible(as_of)), tuple(events)


def _turning_points(known: _Known, as_of: datetime) -> Iterator[datetime]:
    """The moments to come of plans, which date their pages, of releases that change a thing.

    And of deeds: a result as of an earlier moment does not know them yet.
    """
    issued = (campaign.issued_on for campaign in known.workspace.campaigns.values())
    deeds = (day_of(evidence.on) for evidence in known.workspace.evidence.values())
    yield from (moment for day in (*issued, *deeds) if day and (moment := start_of(day)) > as_of)
    before = known
    every = known.workspace.releases
    for moment in sorted({start_of(release.released_on) for release in every}):
        if moment > as_of:
            after = _Known(known.workspace, known.items, in_force(every, moment))
            if before.seen(moment) != after.seen(moment):
                yield moment
            before = after


def _appears(workspace: Workspace, slots: Mapping[str, Slot]) -> dict[str, datetime]:
    """When each piece appears, by id; those that never do as they are written now are left out."""
    found: dict[str, datetime] = {}
    for piece in workspace.pieces.values():
        own = piece.slot if isinstance(piece, Deliverable) else None
        moment = visible_from(piece, slots[piece.id].start if piece.id in slots else own)
        issued = _issued(workspace, piece)
        if moment is not None and issued is not None:
            found[piece.id] = max(moment, issued)
    return found


def _issued(workspace: Workspace, piece: Piece) -> datetime | None:
    """A piece appears with its plan, or later; with one that is a draft never."""
    named = piece.campaign if isinstance(piece, Deliverable) else ""
    campaign = workspace.campaigns.get(named)
    if campaign and campaign.is_draft:
        return None
    day = campaign.issued_on if campaign else None
    return start_of(day) if day else datetime.min.replace(tzinfo=HANOI)


def _lines(workspace: Workspace, held: Iterable[Item]) -> Iterator[ActivityLine]:
    of = groups_of((id(item.activity), item) for item in held)
    for campaign in sorted(workspace.campaigns.values(), key=lambda campaign: campaign.id):
        for activity in campaign.activities:
            tallies = _tallies(campaign, activity, of.get(id(activity), []))
            yield ActivityLine(campaign, activity, tallies)


def _tallies(
    campaign: Campaign, activity: Activity, mine: Sequence[Item]
) -> dict[Quarter | None, Tally]:
    promised = promises(campaign, activity)
    quarters = {*promised, *(item.slot.quarter for item in mine)}
    order = sorted(quarters, key=lambda quarter: (quarter is None, quarter or _NO_QUARTER))
    return {
        quarter: _tally(promised.get(quarter), [i for i in mine if i.slot.quarter == quarter])
        for quarter in order
    }


def promises(campaign: Campaign, activity: Activity) -> dict[Quarter | None, int | None]:
    """What a plan promises for each of its quarters; None where it states no figure."""
    stated = [Quarter(campaign.period, number) for number in sorted(set(activity.quarters))]
    if not stated:
        return {None: activity.quantity.value if activity.quantity else None}
    if activity.quantity is None:
        return dict.fromkeys(stated)
    shares = spread(activity.quantity.value, activity.quarters)
    return {quarter: shares[quarter.number] for quarter in stated}


def _tally(promised: int | None, mine: Sequence[Item]) -> Tally:
    return Tally(
        promised,
        sum(item.units for item in mine),
        sum(item.units for item in mine if item.piece and item.piece.status in READY),
        sum(item.units for item in mine if item.is_visible),
        sum(item.is_visible for item in mine),
    )
