"""A piece that readers had seen is withdrawn on a day, so that feeds can say so."""

from collections.abc import Iterable

from generator.checks import Subject
from generator.diagnostics import Diagnostic, Rule, warning

NO_DAY = warning(
    "withdrawn-without-day",
    "This piece was approved and is withdrawn, but not on which day.",
    "If readers had seen it, add withdrawn_on with the day: those who follow the feeds are told. "
    "If nobody had, remove approved_on.",
)
NOT_WITHDRAWN = Rule(
    "not-withdrawn",
    "There is a day of withdrawal, but the status is {status}.",
    "Write status: withdrawn, or remove withdrawn_on.",
)


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Status and day of every piece."""
    for piece in subject.pieces:
        if piece.status == "withdrawn" and piece.approved_on and piece.withdrawn_on is None:
            yield NO_DAY.at(piece.where("status"))
        elif piece.status != "withdrawn" and piece.withdrawn_on is not None:
            yield NOT_WITHDRAWN.at(piece.where("withdrawn_on"), status=piece.status)
