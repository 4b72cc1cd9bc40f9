"""A deliverable lies in a quarter of its plan."""

from collections.abc import Iterable, Iterator

from generator.checks import Subject
from generator.checks.other_years import is_off, wrong_periods
from generator.diagnostics import Diagnostic, warning
from generator.model.plan_line import Entry
from generator.model.quarter import Quarter

NO_TIME = warning(
    "no-quarter",
    "The piece says neither its quarter nor its slot.",
    "Add its quarter, or slot: with the day and hour:\n{added}",
)
EMPTY_TIME = NO_TIME.with_hint("Type its quarter, or its slot: with the day and hour:\n{typed}")
OUTSIDE = warning(
    "outside-plan",
    "The plan does not promise this activity for quarter {quarter}.",
    "Choose a quarter of the plan, or leave it if the plan was changed.",
)


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Every entry of the timetable against the quarters of its activity."""
    periods = wrong_periods(subject.plan)
    for entry in subject.plan.timetable:
        if entry.campaign.id in periods:
            continue
        piece, quarter = entry.piece, entry.slot.quarter
        stated = {(entry.campaign.period, number) for number in entry.activity.quarters}
        if quarter is None:
            number = min(entry.activity.quarters, default=1)
            line = f"quarter: {Quarter(entry.campaign.period, number)}"
            if where := piece.empty("quarter"):
                yield EMPTY_TIME.at(where, typed=line)
            else:
                yield NO_TIME.at(piece.where("activity"), added=line)
        elif stated and not _is_told(entry):
            if (quarter.year, quarter.number) in stated:
                yield from _places(entry, stated)
            else:
                key = "slot" if piece.slot is not None else "quarter"
                yield OUTSIDE.at(piece.where(key), quarter=quarter)


def _is_told(entry: Entry) -> bool:
    """Whether its places are told: for another year, or for another quarter than it says."""
    piece = entry.piece
    if piece.slot is not None:
        return False
    days = (day for each in piece.placements for day in (each.since, each.until) if day)
    said = piece.quarter_in(entry.campaign.period) if piece.quarter else None
    other = said not in {None, entry.slot.quarter}
    return other or any(is_off(day, entry.campaign) for day in days)


def _places(entry: Entry, stated: set[tuple[int, int]]) -> Iterator[Diagnostic]:
    """Places at which a piece hangs in a quarter that the plan does not promise."""
    for placement in entry.piece.placements:
        quarter = Quarter.of(placement.since) if placement.since else None
        if (
            quarter
            and not is_off(quarter.first_day, entry.campaign)
            and (quarter.year, quarter.number) not in stated
        ):
            yield OUTSIDE.at(placement.where("from"), quarter=quarter)
