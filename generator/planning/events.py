"""The public calendar: the latest release of each quarter where there is one, else the files."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time

from generator.model.campaign import Campaign
from generator.model.event import Event, Item
from generator.model.piece import Deliverable, Piece
from generator.model.quarter import Quarter
from generator.model.release import Release
from generator.model.slot import Slot
from generator.model.workspace import Workspace
from generator.planning.items import activity_of
from generator.planning.release_history import ReleaseState, first, history, in_time, slot_from
from generator.planning.visibility import start_of

ReleaseTimes = Mapping[tuple[str, Quarter], datetime]
"""Since when a quarter of a campaign is released."""


def effective(item: Item, states: Mapping[str, ReleaseState]) -> Slot:
    """The slot that holds for an item: the released one, until another release says otherwise."""
    state = states.get(item.id)
    return slot_from(state) if state and not state.is_cancelled else item.slot


def events_of(
    workspace: Workspace,
    items: Mapping[str, Item],
    releases: Iterable[Release],
    visible: Mapping[str, Piece],
    appears: Mapping[str, datetime],
) -> tuple[Event, ...]:
    """Every line of the calendar, by time and then by id; `visible` are the visible pieces."""
    states, held = history(releases), first(releases)
    free = list(items_of_files(items, states, visible))
    found = [_from_files(item, states.get(item.id), held, visible) for item in free]
    found += _released(workspace, {item.id for item in free}, states, visible)
    dated = (_dated(event, appears) for event in found)
    return tuple(sorted(dated, key=lambda event: in_time(event.slot, event.id)))


def items_of_files(
    items: Mapping[str, Item], states: Mapping[str, ReleaseState], visible: Mapping[str, Piece]
) -> Iterator[Item]:
    """Items of which the files decide: never released, or cancelled.

    Of the cancelled only those that have gone to another quarter, or that readers can see.
    """
    for item in items.values():
        state = states.get(item.id)
        again = state and state.is_cancelled
        if state is None or (again and (item.slot.quarter != state.quarter or item.id in visible)):
            yield item


def _from_files(
    item: Item, state: ReleaseState | None, contents: ReleaseTimes, shown: Mapping[str, Piece]
) -> Event:
    """An item that no release lists: its day, unless it is a draft's or its quarter is released.

    A released quarter tells no day that its partners have not received, until the piece appears.
    Of a hidden piece neither its copies nor a partner of its own are told.
    """
    piece = shown.get(item.id)
    slot, quarter = item.slot, item.slot.quarter
    draft = item.piece is not None and item.piece.status == "draft" and slot.origin == "piece"
    left_out = contents.get((item.campaign.id, quarter)) if quarter else None
    if draft or (left_out and piece is None):
        slot = Slot(quarter, None, slot.basis, None, slot.origin)
    modified = state.modified_at if state else decision_time(item.campaign)
    partner = item.partner if piece else item.activity.partner or item.activity.responsible or ""
    return Event(
        id=item.id,
        campaign=item.campaign,
        medium=item.activity.medium or "",
        partner=partner,
        title=piece.title if piece else item.activity.title,
        slot=slot,
        units=item.units if piece or item.piece is None else 1,
        quarters=(state.quarters if state else frozenset()) | ({quarter} if quarter else set()),
        modified_at=max(modified, left_out) if left_out else modified,
        piece=piece if isinstance(piece, Deliverable) else None,
        sequence=(state.sequence + 1 if state else 0) + bool(left_out),
        partners=frozenset({partner, *(state.partner_slots if state else ())}),
    )


def _released(
    workspace: Workspace,
    free: Container[str],
    states: Mapping[str, ReleaseState],
    shown: Mapping[str, Piece],
) -> Iterator[Event]:
    for identity, state in states.items():
        campaign = workspace.campaigns.get(state.release.campaign)
        if campaign and identity not in free:
            yield _from_release(campaign, identity, state, shown)


def _from_release(
    campaign: Campaign, identity: str, state: ReleaseState, shown: Mapping[str, Piece]
) -> Event:
    released = state.slot
    piece = None if state.is_cancelled else shown.get(identity)
    activity = activity_of(campaign, released.activity)
    title = released.title if state.is_cancelled else ""
    known = activity.title if activity else released.activity
    return Event(
        id=identity,
        campaign=campaign,
        medium=released.medium,
        partner=released.partner or "",
        title=piece.title if piece else title or known,
        slot=slot_from(state),
        units=released.units,
        quarters=state.quarters,
        modified_at=state.modified_at,
        piece=piece if isinstance(piece, Deliverable) else None,
        release=state.release.number,
        sequence=state.sequence,
        is_cancelled=state.is_cancelled,
        partners=frozenset(state.partner_slots),
    )


def _dated(event: Event, appears: Mapping[str, datetime]) -> Event:
    """What readers see of a piece changes when it appears, and when it is revised."""
    if event.piece is None:
        return event
    revised = event.piece.revised_on
    moments = [event.modified_at, appears[event.id]] + ([start_of(revised)] if revised else [])
    return replace(event, modified_at=max(moments))


def decision_time(campaign: Campaign) -> datetime:
    """When a plan was made: from the records, never the time of the build."""
    day = campaign.issued_on or date(campaign.period, 1, 1)
    return datetime.combine(day, time(), UTC)
