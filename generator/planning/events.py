"""The public calendar: the latest release of each quarter where there is one, else the files."""

from collections.abc import Iterable, Iterator, Mapping
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
from generator.planning.releases import State, history, latest, quarter_end, slot_from
from generator.planning.visibility import start_of

Latest = Mapping[tuple[str, Quarter], Release]


def effective(item: Item, states: Mapping[str, State]) -> Slot:
    """The slot that holds for an item: the released one, until another release says otherwise."""
    state = states.get(item.id)
    return slot_from(state) if state and not state.cancelled else item.slot


def events_of(
    workspace: Workspace,
    items: Mapping[str, Item],
    releases: Iterable[Release],
    shown: Mapping[str, Piece],
    appears: Mapping[str, datetime],
) -> tuple[Event, ...]:
    """Every line of the calendar, by time and then by id; `shown` are the visible pieces."""
    states, held = history(releases), latest(releases)
    found = [_from_files(item, states.get(item.id), held, shown) for item in _open(items, states)]
    found += _released(workspace, items, states, shown)
    return tuple(sorted((_dated(event, appears) for event in found), key=_order))


def _open(items: Mapping[str, Item], states: Mapping[str, State]) -> Iterator[Item]:
    for item in items.values():
        state = states.get(item.id)
        again = state and state.cancelled and item.slot.quarter != state.quarter
        if state is None or again:
            yield item


def _from_files(item: Item, state: State | None, held: Latest, shown: Mapping[str, Piece]) -> Event:
    """An item that no release lists: its day, unless it is a draft's or its quarter is released.

    A released quarter tells no day that its partners have not received, until the piece appears.
    Of a hidden piece neither its copies nor a partner of its own are told.
    """
    piece = shown.get(item.id)
    slot, quarter = item.slot, item.slot.quarter
    draft = item.piece is not None and item.piece.status == "draft" and slot.origin == "piece"
    unreleased = quarter is not None and (item.campaign.id, quarter) in held and piece is None
    if draft or unreleased:
        slot = Slot(quarter, None, slot.basis, None, slot.origin)
    return Event(
        id=item.id,
        campaign=item.campaign,
        medium=item.activity.medium or "",
        partner=item.partner if piece else item.activity.partner or item.activity.responsible or "",
        title=piece.title if piece else item.activity.title,
        slot=slot,
        units=item.units if piece or item.piece is None else 1,
        quarters=(state.quarters if state else frozenset()) | ({quarter} if quarter else set()),
        modified=state.modified if state else _decided(item.campaign),
        piece=piece if isinstance(piece, Deliverable) else None,
        sequence=state.sequence + 1 if state else 0,
    )


def _released(
    workspace: Workspace,
    items: Mapping[str, Item],
    states: Mapping[str, State],
    shown: Mapping[str, Piece],
) -> Iterator[Event]:
    listed = {item.id for item in _open(items, states)}
    for identity, state in states.items():
        campaign = workspace.campaigns.get(state.release.campaign)
        if campaign and identity not in listed:
            yield _from_release(campaign, identity, state, shown)


def _from_release(
    campaign: Campaign, identity: str, state: State, shown: Mapping[str, Piece]
) -> Event:
    released = state.slot
    piece = None if state.cancelled else shown.get(identity)
    activity = activity_of(campaign, released.activity)
    title = released.title if state.cancelled else ""
    known = activity.title if activity else released.activity
    former = _former(state)
    return Event(
        id=identity,
        campaign=campaign,
        medium=released.medium,
        partner=released.partner or "",
        title=piece.title if piece else title or known,
        slot=former if state.cancelled and former else slot_from(state),
        units=released.units,
        quarters=state.quarters,
        modified=state.modified,
        piece=piece if isinstance(piece, Deliverable) else None,
        release=state.release.number,
        sequence=state.sequence,
        cancelled=state.cancelled,
        former=former,
    )


def _former(state: State) -> Slot | None:
    """The day that partners had for what has none any more."""
    last = state.dated
    if state.slot.at is not None or last is None:
        return None
    return Slot(state.quarter, last.at, None, last.until, "release")


def _dated(event: Event, appears: Mapping[str, datetime]) -> Event:
    """What readers see of a piece changes when it appears, and when it is revised."""
    if event.piece is None:
        return event
    revised = event.piece.revised_on
    moments = [event.modified, appears[event.id]] + ([start_of(revised)] if revised else [])
    return replace(event, modified=max(moments))


def _decided(campaign: Campaign) -> datetime:
    """When a plan was made: from the records, never the time of the build."""
    day = campaign.issued_on or date(campaign.period, 1, 1)
    return datetime.combine(day, time(), UTC)


def _order(event: Event) -> tuple[object, ...]:
    quarter = event.slot.quarter
    start = event.slot.start or quarter_end(event.slot)
    moment = start_of(start).isoformat() if start else "~"
    return ((quarter.year, quarter.number) if quarter else (9999, 0), moment, event.id)
