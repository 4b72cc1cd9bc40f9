"""A deliverable lies in a quarter of its plan."""

from collections.abc import Iterable

from generator.checks import Subject
from generator.diagnostics import Diagnostic, Rule, Severity
from generator.model.quarter import Quarter

NO_TIME = Rule(
    "no-quarter",
    "The piece says neither its quarter nor its slot.",
    "Add its quarter, or slot: with the day and hour:\n{added}",
    Severity.WARNING,
)
EMPTY_TIME = Rule(
    NO_TIME.code,
    NO_TIME.message,
    "Type its quarter, or its slot: with the day and hour:\n{typed}",
    Severity.WARNING,
)
OUTSIDE = Rule(
    "outside-plan",
    "The plan does not promise this activity for quarter {quarter}.",
    "Choose a quarter of the plan, or leave it if the plan was changed.",
    Severity.WARNING,
)


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Every entry of the timetable against the quarters of its activity."""
    for entry in subject.plan.timetable:
        piece, quarter = entry.piece, entry.slot.quarter
        stated = {(entry.campaign.period, number) for number in entry.activity.quarters}
        if quarter is None:
            number = min(entry.activity.quarters, default=1)
            line = f"quarter: {Quarter(entry.campaign.period, number)}"
            if where := piece.empty("quarter"):
                yield EMPTY_TIME.at(where, typed=line)
            else:
                yield NO_TIME.at(piece.where("activity"), added=line)
        elif stated and (quarter.year, quarter.number) not in stated:
            key = "slot" if piece.slot is not None else "quarter"
            yield OUTSIDE.at(piece.where(key), quarter=quarter)
