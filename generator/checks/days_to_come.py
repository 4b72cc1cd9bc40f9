"""What is said to have been done bears a day that has come."""

from collections.abc import Iterable, Iterator
from datetime import date

from generator.checks import Subject
from generator.checks.approval import today_of
from generator.diagnostics import Diagnostic, Rule
from generator.model.piece import Piece
from generator.model.record import Record
from generator.vietnamese.dates import format_date

TO_COME = Rule(
    "date-to-come",
    "“{key}” is {day}, which has not come yet; readers are told that it is done.",
    "Write the day on which it was done.",
)


def check(subject: Subject) -> Iterable[Diagnostic]:
    """The revision, the withdrawal and the corrections of every piece that readers may know."""
    today = today_of(subject)
    if today is None:
        return
    for piece in subject.pieces:
        if piece.status in {"approved", "withdrawn"}:
            for key, day, record in _days(piece):
                if day > today:
                    yield TO_COME.at(record.where(key), key=key, day=format_date(day))


def _days(piece: Piece) -> Iterator[tuple[str, date, Record]]:
    for key in ("revised_on", "withdrawn_on"):
        if day := getattr(piece, key):
            yield key, day, piece
    for correction in piece.corrections:
        yield "on", correction.on, correction
