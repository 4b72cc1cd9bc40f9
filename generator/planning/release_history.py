"""What partners were told, release by release, and what would change if one were made now."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal

from generator.catalogue import words
from generator.model.artifact import digest_of
from generator.model.piece import Piece
from generator.model.plan_line import Item
from generator.model.quarter import Quarter
from generator.model.release import Release, ReleasedSlot
from generator.model.slot import Slot
from generator.planning.visibility import start_of
from generator.vietnamese.dates import moment_in_words

Kind = Literal["new", "moved", "leaves", "cancelled", "changed", "text"]

NO_QUARTER = Quarter(9998, 4)
"""Comes after all others in lists."""
FIRST_SEQUENCE = 2
"""The sequence of a first release: a proposal of the files has 0, and 1 when its quarter was
released without it."""
RELEASED_AGAIN = 3
"""The steps from a cancellation to the next release, for a proposal in between in the same way."""


def when_of(slot: ReleasedSlot | None) -> str:
    """The moment of a slot in words, as partners are told."""
    return words("no day yet") if slot is None or slot.at is None else moment_in_words(slot.at)


@dataclass(frozen=True, slots=True)
class ReleaseState:
    """What the releases say of one item: its last slot, and the sequence that clients compare.

    `release` is the last one that speaks of it; `partner_slots` holds the last slot with a day that
    each partner was told, or else its last slot.
    """

    slot: ReleasedSlot
    quarter: Quarter
    release: Release
    modified_at: datetime
    sequence: int = FIRST_SEQUENCE
    is_cancelled: bool = False
    quarters: frozenset[Quarter] = frozenset()
    partner_slots: Mapping[str, ReleasedSlot] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReleaseChange:
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


def first(releases: Iterable[Release]) -> dict[tuple[str, Quarter], datetime]:
    """When each quarter of a campaign was first released."""
    backwards = reversed(in_order(releases))
    return {(release.campaign, release.of): start_of(release.released_on) for release in backwards}


def in_force(releases: Iterable[Release], as_of: datetime) -> tuple[Release, ...]:
    """Those that had been made at a moment."""
    return tuple(r for r in in_order(releases) if start_of(r.released_on) <= as_of)


def history(releases: Iterable[Release]) -> dict[str, ReleaseState]:
    """The state of every item that was ever released.

    What a new release of its quarter no longer lists is cancelled; what another quarter's lists is
    moved. The sequence grows with every change, so it never falls while releases are kept.
    """
    states: dict[str, ReleaseState] = {}
    for release in in_order(releases):
        listed = {slot.id: slot for slot in release.slots}
        for identity, slot in listed.items():
            states[identity] = _told(states.get(identity), slot, release)
        for identity, state in states.items():
            gone = identity not in listed and not state.is_cancelled
            if gone and state.quarter == release.of and state.release.campaign == release.campaign:
                states[identity] = _cancelled(state, release)
    return states


def _told(known: ReleaseState | None, slot: ReleasedSlot, release: Release) -> ReleaseState:
    moment, quarters = start_of(release.released_on), frozenset({release.of})
    if known is None:
        heard = _heard({}, slot)
        return ReleaseState(
            slot, release.of, release, moment, quarters=quarters, partner_slots=heard
        )
    same = (
        not known.is_cancelled
        and known.quarter == release.of
        and known.slot.public_facts == slot.public_facts
    )
    return replace(
        known,
        slot=slot,
        quarter=release.of,
        release=release,
        modified_at=known.modified_at if same else moment,
        sequence=known.sequence + (RELEASED_AGAIN if known.is_cancelled else not same),
        is_cancelled=False,
        quarters=known.quarters | quarters,
        partner_slots=_heard(known.partner_slots, slot),
    )


def _heard(known: Mapping[str, ReleasedSlot], slot: ReleasedSlot) -> Mapping[str, ReleasedSlot]:
    partner = slot.partner or ""
    return known if slot.at is None and partner in known else {**known, partner: slot}


def _cancelled(state: ReleaseState, release: Release) -> ReleaseState:
    return replace(
        state,
        release=release,
        modified_at=start_of(release.released_on),
        sequence=state.sequence + 1,
        is_cancelled=True,
    )


def slot_from(state: ReleaseState) -> Slot:
    """The slot of a released item."""
    return Slot(state.quarter, state.slot.at, None, state.slot.until, "release")


def freeze(
    items: Iterable[Item], visible: Mapping[str, Piece], quarter: Quarter
) -> tuple[ReleasedSlot, ...]:
    """What a release of the quarter would list, by time and then by id."""
    mine = [item for item in items if item.slot.quarter == quarter]
    mine.sort(key=lambda item: in_time(item.slot, item.id))
    return tuple(_frozen(item, visible) for item in mine)


def in_time(slot: Slot, identity: str) -> tuple[Quarter, str, str]:
    """The place in any list of a quarter: what has no day comes after what has one."""
    quarter = slot.quarter or NO_QUARTER
    return quarter, start_of(slot.start or quarter.next.first_day).isoformat(), identity


def _frozen(item: Item, visible: Mapping[str, Piece]) -> ReleasedSlot:
    piece = item.piece
    return ReleasedSlot.model_construct(
        id=item.id,
        activity=item.activity.id,
        medium=item.medium,
        partner=item.partner or None,
        at=item.slot.start,
        until=item.slot.until,
        units=item.units,
        title=piece.title if piece and item.id in visible else "",
        text=digest_of(*piece.texts(), piece.body.text)[:12] if piece else "",
    )


def elsewhere(
    items: Iterable[Item], visible: Mapping[str, Piece], quarter: Quarter
) -> dict[str, ReleasedSlot]:
    """What the files have in other quarters, as releases of those would list it."""
    return {item.id: _frozen(item, visible) for item in items if item.slot.quarter != quarter}


def changes(
    states: Mapping[str, ReleaseState],
    campaign: str,
    quarter: Quarter,
    slots: Iterable[ReleasedSlot],
    others: Mapping[str, ReleasedSlot] | None = None,
) -> list[ReleaseChange]:
    """What partners have to be told if these slots were the quarter's next release.

    What is among the `others`, those of other quarters, leaves this one and is not given up.
    """
    listed = {slot.id: slot for slot in slots}
    found = [c for slot in listed.values() for c in _changes(states.get(slot.id), slot, quarter)]
    for identity, state in sorted(states.items()):
        mine = state.quarter == quarter and state.release.campaign == campaign
        if mine and not state.is_cancelled and identity not in listed:
            partner, after = state.slot.partner or "", (others or {}).get(identity)
            kind: Kind = "leaves" if after else "cancelled"
            found.append(ReleaseChange(kind, identity, partner, state.slot, after, quarter))
    return sorted(found, key=lambda change: (change.partner, change.id))


def last_told(
    releases: Iterable[Release], campaign: str, quarter: Quarter, partner: str
) -> Release | None:
    """The last release of a quarter that told a partner anything: later ones do not disturb it."""
    known: list[Release] = []
    found = None
    for release in in_order(releases):
        if (release.campaign, release.of) == (campaign, quarter):
            told = changes(history(known), campaign, quarter, release.slots)
            found = release if any(change.partner == partner for change in told) else found
        known.append(release)
    return found


def _changes(
    state: ReleaseState | None, slot: ReleasedSlot, quarter: Quarter
) -> Iterator[ReleaseChange]:
    """What a slot changes; whom it is taken from and who takes it over hear of it each."""
    partner = slot.partner or ""
    if state is None or state.is_cancelled:
        yield ReleaseChange("new", slot.id, partner, None, slot, quarter)
    elif partner != (state.slot.partner or ""):
        former = state.slot.partner or ""
        yield ReleaseChange("cancelled", slot.id, former, state.slot, None, state.quarter)
        yield ReleaseChange("new", slot.id, partner, None, slot, quarter)
    elif change := _change(state, slot, quarter):
        yield change


def _change(state: ReleaseState, slot: ReleasedSlot, quarter: Quarter) -> ReleaseChange | None:
    partner = slot.partner or ""
    before = state.slot
    if (before.at, before.until) != (slot.at, slot.until) or state.quarter != quarter:
        return ReleaseChange("moved", slot.id, partner, before, slot, state.quarter)
    if before.public_facts != slot.public_facts:
        return ReleaseChange("changed", slot.id, partner, before, slot, quarter)
    if before.text != slot.text:
        return ReleaseChange("text", slot.id, partner, before, slot, quarter)
    return None
