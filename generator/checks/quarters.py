"""A deliverable lies in a quarter of its plan."""

from collections.abc import Iterable

from generator.checks import Subject
from generator.diagnostics import Diagnostic, Rule, Severity

NO_TIME = Rule(
    "no-quarter",
    "The piece says neither its quarter nor its slot.",
    "Add quarter: II/2021, or slot: 12/5/2021 06:30.",
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
            yield NO_TIME.at(piece.where("activity"))
        elif stated and (quarter.year, quarter.number) not in stated:
            key = "slot" if piece.slot is not None else "quarter"
            yield OUTSIDE.at(piece.where(key), quarter=quarter)
