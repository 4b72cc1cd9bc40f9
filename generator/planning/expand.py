"""Workspace to Plan: quotas become quarters, pieces become entries of the timetable."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from generator.model.campaign import Activity, Campaign
from generator.model.piece import Deliverable, Piece
from generator.model.plan import Entry, Line, Plan, Slot, Tally
from generator.model.quarter import Quarter
from generator.model.workspace import Workspace
from generator.planning.quotas import spread
from generator.planning.visibility import is_visible, next_change, start_of

_NO_QUARTER = Quarter(1, 1)
READY = frozenset({"ready", "approved"})


def expand(workspace: Workspace, as_of: datetime) -> Plan:
    """The plan as of a moment."""
    visible = {key: piece for key, piece in workspace.pieces.items() if is_visible(piece, as_of)}
    timetable = tuple(sorted(_entries(workspace, visible), key=_order))
    return Plan(
        workspace,
        as_of,
        visible,
        tuple(_lines(workspace, timetable)),
        timetable,
        next_change(workspace.pieces.values(), as_of),
    )


def _entries(workspace: Workspace, visible: Mapping[str, Piece]) -> Iterable[Entry]:
    for piece in workspace.pieces.values():
        if not isinstance(piece, Deliverable) or piece.status == "withdrawn":
            continue
        campaign = workspace.campaigns.get(piece.campaign)
        activity = _activity(campaign, piece.activity)
        if campaign and activity:
            slot = Slot(piece.quarter_in(campaign.period), piece.slot, piece.basis)
            yield Entry(piece, campaign, activity, slot, piece.id in visible)


def _activity(campaign: Campaign | None, identity: str) -> Activity | None:
    known = campaign.activities if campaign else ()
    return next((activity for activity in known if activity.id == identity), None)


def _order(entry: Entry) -> tuple[object, ...]:
    quarter = entry.slot.quarter
    start = entry.slot.start or (quarter.last_day if quarter else None)
    moment = start_of(start).isoformat() if start else "~"
    return ((quarter.year, quarter.number) if quarter else (9999, 0), moment, entry.piece.id)


def _lines(workspace: Workspace, timetable: tuple[Entry, ...]) -> Iterable[Line]:
    for campaign in sorted(workspace.campaigns.values(), key=lambda campaign: campaign.id):
        for activity in campaign.activities:
            mine = [e for e in timetable if e.activity is activity]
            yield Line(campaign, activity, _tallies(campaign, activity, mine))


def _tallies(
    campaign: Campaign, activity: Activity, entries: list[Entry]
) -> dict[Quarter | None, Tally]:
    promised = _promised(campaign, activity)
    quarters = {*promised, *(entry.slot.quarter for entry in entries)}
    order = sorted(quarters, key=lambda quarter: (quarter is None, quarter or _NO_QUARTER))
    return {quarter: _tally(promised.get(quarter), quarter, entries) for quarter in order}


def _promised(campaign: Campaign, activity: Activity) -> dict[Quarter | None, int | None]:
    stated = [Quarter(campaign.period, number) for number in sorted(set(activity.quarters))]
    if not stated:
        return {None: activity.quantity.value if activity.quantity else None}
    if activity.quantity is None:
        return dict.fromkeys(stated)
    shares = spread(activity.quantity.value, activity.quarters)
    return {quarter: shares[quarter.number] for quarter in stated}


def _tally(promised: int | None, quarter: Quarter | None, entries: list[Entry]) -> Tally:
    mine = [entry for entry in entries if entry.slot.quarter == quarter]
    return Tally(
        promised,
        sum(entry.piece.units for entry in mine),
        sum(entry.piece.units for entry in mine if entry.piece.status in READY),
        sum(entry.piece.units for entry in mine if entry.visible),
    )
