"""What partners were told, release by release, and what would change if one were made now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

from generator.model.artifact import digest_of
from generator.model.event import Item
from generator.model.piece import Piece
from generator.model.quarter import Quarter
from generator.model.release import Release, ReleasedSlot
from generator.model.slot import Slot
from generator.planning.visibility import start_of

Kind = Literal["new", "moved", "cancelled", "changed", "text"]


@dataclass(frozen=True, slots=True)
class State:
    """What the releases say of one item: its last slot, and how often that has changed.

    `release` is the last one that speaks of it; `dated` the last slot with a day.
    """

    slot: ReleasedSlot
    quarter: Quarter
    release: Release
    modified: datetime
    sequence: int = 0
    cancelled: bool = False
    quarters: frozenset[Quarter] = frozenset()
    dated: ReleasedSlot | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One line of what a release changes, for one partner."""

    kind: Kind
    id: str
    partner: str
    before: ReleasedSlot | None
    after: ReleasedSlot | None
    quarter: Quarter | None = None


def in_order(releases: Iterable[Release]) -> list[Release]:
    """As they were released."""
    return sorted(releases, key=lambda r: (start_of(r.released_on), r.campaign, r.of, r.number))


def latest(releases: Iterable[Release]) -> dict[tuple[str, Quarter], Release]:
    """The release that holds, for each campaign and quarter that has one."""
    return {(release.campaign, release.of): release for release in in_order(releases)}


def in_force(releases: Iterable[Release], as_of: datetime) -> tuple[Release, ...]:
    """Those that had been made at a moment."""
    return tuple(r for r in in_order(releases) if start_of(r.released_on) <= as_of)


def history(releases: Iterable[Release]) -> dict[str, State]:
    """The state of every item that was ever released.

    What a new release of its quarter no longer lists is cancelled; what another quarter's lists is
    moved. The sequence grows by one with every change, so it never falls while releases are kept.
    """
    states: dict[str, State] = {}
    for release in in_order(releases):
        listed = {slot.id: slot for slot in release.slots}
        for identity, slot in listed.items():
            states[identity] = _told(states.get(identity), slot, release)
        for identity, state in states.items():
            gone = identity not in listed and not state.cancelled
            if gone and state.quarter == release.of and state.release.campaign == release.campaign:
                states[identity] = _cancelled(state, release)
    return states


def _told(known: State | None, slot: ReleasedSlot, release: Release) -> State:
    moment, quarters = start_of(release.released_on), frozenset({release.of})
    if known is None:
        return State(slot, release.of, release, moment, 0, cancelled=False, quarters=quarters)
    same = not known.cancelled and known.quarter == release.of and known.slot.told == slot.told
    return replace(
        known,
        slot=slot,
        quarter=release.of,
        release=release,
        modified=known.modified if same else moment,
        sequence=known.sequence + (not same),
        cancelled=False,
        quarters=known.quarters | quarters,
        dated=known.slot if known.slot.at is not None else known.dated,
    )


def _cancelled(state: State, release: Release) -> State:
    return replace(
        state,
        release=release,
        modified=start_of(release.released_on),
        sequence=state.sequence + 1,
        cancelled=True,
    )


def slot_from(state: State) -> Slot:
    """The slot of a released item."""
    return Slot(state.quarter, state.slot.at, None, state.slot.until, "release")


def freeze(
    items: Iterable[Item], visible: Mapping[str, Piece], quarter: Quarter
) -> tuple[ReleasedSlot, ...]:
    """What a release of the quarter would list, by time and then by id."""
    mine = [item for item in items if item.slot.quarter == quarter]
    return tuple(_frozen(item, visible) for item in sorted(mine, key=_when))


def _when(item: Item) -> tuple[str, str]:
    start = item.slot.start or quarter_end(item.slot)
    return start_of(start).isoformat() if start else "~", item.id


def quarter_end(slot: Slot) -> date | None:
    """The last day of the slot's quarter: what has no day comes after what has one."""
    return slot.quarter.last_day if slot.quarter else None


def _frozen(item: Item, visible: Mapping[str, Piece]) -> ReleasedSlot:
    piece = item.piece
    return ReleasedSlot.model_construct(
        id=item.id,
        activity=item.activity.id,
        medium=item.activity.medium or "",
        partner=item.partner or None,
        at=item.slot.start,
        until=item.slot.until,
        units=item.units,
        title=piece.title if piece and item.id in visible else "",
        text=digest_of(*piece.texts(), piece.body.text)[:12] if piece else "",
    )


def changes(
    states: Mapping[str, State], campaign: str, quarter: Quarter, slots: Iterable[ReleasedSlot]
) -> list[Change]:
    """What partners have to be told if these slots were the quarter's next release."""
    listed = {slot.id: slot for slot in slots}
    found = [
        change
        for slot in listed.values()
        if (change := _change(states.get(slot.id), slot, quarter))
    ]
    for identity, state in sorted(states.items()):
        mine = state.quarter == quarter and state.release.campaign == campaign
        if mine and not state.cancelled and identity not in listed:
            partner = state.slot.partner or ""
            found.append(Change("cancelled", identity, partner, state.slot, None, quarter))
    return sorted(found, key=lambda change: (change.partner, change.id))


def _change(state: State | None, slot: ReleasedSlot, quarter: Quarter) -> Change | None:
    partner = slot.partner or ""
    if state is None or state.cancelled:
        return Change("new", slot.id, partner, None, slot, quarter)
    before = state.slot
    if (before.at, before.until) != (slot.at, slot.until) or state.quarter != quarter:
        return Change("moved", slot.id, partner, before, slot, state.quarter)
    if before.told != slot.told:
        return Change("changed", slot.id, partner, before, slot, quarter)
    if before.text != slot.text:
        return Change("text", slot.id, partner, before, slot, quarter)
    return None
