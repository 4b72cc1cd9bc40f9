"""The days in the life of a piece follow each other: issued, approved, published, then revised."""

from collections.abc import Iterable, Iterator
from datetime import date

from generator.checks import Subject
from generator.diagnostics import Diagnostic, Rule, Severity
from generator.model.piece import Deliverable, Piece, day_of
from generator.model.record import Path
from generator.planning.issued import is_issued
from generator.vietnamese.dates import HANOI, format_date

BEFORE_ISSUE = Rule(
    "approved-before-plan",
    "The piece is approved on {day}, before its plan was issued on {issued}.",
    "Correct one of the two days.",
    Severity.WARNING,
)
BEFORE_APPROVAL = Rule(
    "published-before-approval",
    "The piece is published on {day}, before it was approved on {approved}.",
    "Correct one of the two days.",
    Severity.WARNING,
)
BEFORE_READERS = Rule(
    "changed-before-published",
    "“{key}” is {day}, but readers see the piece only from {first}: nothing of theirs was changed.",
    "Correct the day; leave out what was mended before readers saw it.",
    Severity.WARNING,
)
LONG_AGO = Rule(
    "day-long-ago",
    "“{key}” is {day}, when Vietnam was not on the Internet yet.",
    "Correct the year.",
)
ONLINE = date(1997, 11, 19)
"""Vietnam joined the Internet: nothing was approved or published for a site before."""


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Every piece; of a day that cannot be nothing further is told."""
    for piece in subject.pieces:
        absurd = [(path, day) for path, day in _days(piece) if day < ONLINE]
        for path, day in absurd:
            yield LONG_AGO.at(piece.where(*path), key=path[-1], day=format_date(day))
        if piece.status == "approved" and not absurd:
            yield from _order(subject, piece)


def _order(subject: Subject, piece: Piece) -> Iterator[Diagnostic]:
    approved = piece.approved_on
    plans = subject.plan.workspace.campaigns
    plan = plans.get(piece.campaign) if isinstance(piece, Deliverable) else None
    issued = plan.issued_on if plan and is_issued(plan, subject.plan.as_of) else None  # else told
    if approved and issued and approved < issued:
        days = {"day": format_date(approved), "issued": format_date(issued)}
        yield BEFORE_ISSUE.at(piece.where("approved_on"), **days)
    if approved and piece.publish_on and day_of(piece.publish_on) < approved:
        days = {"day": format_date(day_of(piece.publish_on)), "approved": format_date(approved)}
        yield BEFORE_APPROVAL.at(piece.where("publish_on"), **days)
    elif first := _first(subject, piece):
        for path, day in _changes(piece):
            if day < first:
                shown = {"day": format_date(day), "first": format_date(first)}
                yield BEFORE_READERS.at(piece.where(*path), key=path[-1], **shown)
                return


def _first(subject: Subject, piece: Piece) -> date | None:
    """The day from which readers see a piece; of one without any, that of its approval."""
    if not isinstance(piece, Deliverable) and not (piece.publish_on or piece.embargo):
        return piece.approved_on
    moment = subject.plan.appears.get(piece.id)
    return moment.astimezone(HANOI).date() if moment else None


def _changes(piece: Piece) -> Iterator[tuple[Path, date]]:
    if piece.revised_on:
        yield ("revised_on",), piece.revised_on
    for index, correction in enumerate(piece.corrections):
        yield ("corrections", index, "on"), correction.on


def _days(piece: Piece) -> Iterator[tuple[Path, date]]:
    for key in ("approved_on", "publish_on", "embargo", "withdrawn_on"):
        if day := getattr(piece, key):
            yield (key,), day_of(day)
    yield from _changes(piece)
