"""The public calendar: the latest release of each quarter where there is one, else the files."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from generator.model.campaign import Activity, Campaign
from generator.model.piece import Deliverable, Piece
from generator.model.plan_line import Item
from generator.model.quarter import Quarter
from generator.model.release import Release, ReleasedSlot
from generator.model.slot import Slot
from generator.model.workspace import Workspace
from generator.planning.items import activity_of, line_of
from generator.planning.release_history import ReleaseState, first, history, in_time, slot_from
from generator.planning.visibility import start_of

ReleaseTimes = Mapping[tuple[str, Quarter], datetime]
"""Since when a quarter of a campaign is released."""


def effective(item: Item, states: Mapping[str, ReleaseState]) -> Slot:
    """The slot that holds for an item: the released one, until another release says otherwise."""
    state = states.get(item.id)
    return slot_from(state) if state and not state.is_cancelled else item.slot


def as_released(item: Item, state: ReleaseState) -> Item:
    """An item as partners were told of it last."""
    return replace(
        item,
        partner=state.slot.partner or "",
        slot=slot_from(state),
        modified_at=state.modified_at,
        sequence=state.sequence,
    )


def events_of(
    workspace: Workspace,
    items: Mapping[str, Item],
    releases: Iterable[Release],
    visible: Mapping[str, Piece],
    appears: Mapping[str, datetime],
) -> tuple[Item, ...]:
    """Every line of the calendar, by time and then by id; `visible` are the visible pieces."""
    states, held = history(releases), first(releases)
    free = list(items_of_files(items, states, visible))
    found = [_from_files(item, states.get(item.id), held, visible) for item in free]
    left = {key: state for key, state in states.items() if key not in {item.id for item in free}}
    found += _released(workspace, left, items, visible)
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
) -> Item:
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
    modified = state.modified_at if state else item.modified_at
    is_told = piece or item.piece is None
    partner = item.partner if is_told else item.activity.partner or item.activity.responsible or ""
    return replace(
        item,
        **_reading(item, piece),
        partner=partner,
        slot=slot,
        units=item.units if piece or item.piece is None else 1,
        quarters=(state.quarters if state else frozenset()) | ({quarter} if quarter else set()),
        modified_at=max(modified, left_out) if left_out else modified,
        sequence=(state.sequence + 1 if state else 0) + bool(left_out),
        partners=frozenset({partner, *item.activity.also, *(state.partner_slots if state else ())}),
    )


def _reading(line: Item, piece: Piece | None) -> dict[str, Any]:
    """What readers may see of its piece: nothing before it appears."""
    seen = piece if isinstance(piece, Deliverable) else None
    title = piece.title if piece else line.title
    return {"piece": seen, "title": title, "is_visible": seen is not None}


def _released(
    workspace: Workspace,
    states: Mapping[str, ReleaseState],
    items: Mapping[str, Item],
    shown: Mapping[str, Piece],
) -> Iterator[Item]:
    for identity, state in states.items():
        if campaign := workspace.campaigns.get(state.release.campaign):
            yield _of_session(_from_release(campaign, state, shown), items.get(identity))


def _of_session(line: Item, now: Item | None) -> Item:
    """A line with what the plan says of people coming to it, which is no secret before or after."""
    if now is None or now.session is None or line.is_cancelled:
        return line
    return replace(line, session=now.session, title=now.title)


def _from_release(campaign: Campaign, state: ReleaseState, shown: Mapping[str, Piece]) -> Item:
    released = state.slot
    activity = _activity(campaign, released)
    line = line_of(released, campaign, activity, slot_from(state), "")
    line = replace(
        as_released(line, state),
        medium=released.medium,
        title=(released.title if state.is_cancelled else "") or line.title,
        quarters=state.quarters,
        release=state.release.number,
        is_cancelled=state.is_cancelled,
        partners=frozenset({*state.partner_slots, *activity.also}),
    )
    piece = None if state.is_cancelled else shown.get(released.id)
    return replace(line, **_reading(line, piece))


def _activity(campaign: Campaign, slot: ReleasedSlot) -> Activity:
    """Of one that its plan has no more, only the id is known."""
    found = activity_of(campaign, slot.activity)
    return found or Activity.model_construct(id=slot.activity, title=slot.activity)


def _dated(event: Item, appears: Mapping[str, datetime]) -> Item:
    """What readers see of a piece changes when it appears, and when it is revised."""
    if event.piece is None:
        return event
    revised = event.piece.revised_on
    moments = [event.modified_at, appears[event.id]] + ([start_of(revised)] if revised else [])
    return replace(event, modified_at=max(moments))
