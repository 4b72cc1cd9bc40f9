"""What begins on one day and ends on another ends later; places lie where they are."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from functools import partial

from generator.checks import Subject
from generator.diagnostics import Diagnostic, Location, Rule, warning
from generator.model.piece import Deliverable, day_of
from generator.model.place import Position
from generator.model.record import Record
from generator.model.workspace import Workspace
from generator.vietnamese.dates import format_date

ENDS_BEFORE = Rule(
    "ends-before",
    "It ends on {last}, before it begins on {first}.",
    "Correct one of the two days; if they only stand in each other's place, exchange them.",
)
SWAPPED_POSITION = Rule(
    "position-swapped",
    "Latitude and longitude stand in each other's place.",
    "Vietnam lies at lat: 8 to 24 and lon: 102 to 118. Exchange the two figures.",
)
ELSEWHERE = warning(
    "position-elsewhere",
    "This point does not lie in Vietnam.",
    "Check the figures on a map: Vietnam lies at lat: 8 to 24 and lon: 102 to 118.",
)
Period = tuple[date | datetime | None, date | None, Callable[[], Location]]


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Every period and every point of the workspace."""
    workspace = subject.workspace
    for first, last, locate in _periods(workspace):
        if first is not None and last is not None and last < day_of(first):
            days = {"first": format_date(day_of(first)), "last": format_date(last)}
            yield ENDS_BEFORE.at(locate(), **days)
    for place in workspace.places.values():
        if place.position:
            yield from _position(place.position)


def _periods(workspace: Workspace) -> Iterator[Period]:
    """What has a first and a last day, and where the last one stands."""
    for campaign in workspace.campaigns.values():
        yield campaign.issued_on, campaign.report_due, partial(campaign.where, "report_due")
        yield from _inside(campaign)
    for piece in workspace.pieces.values():
        for placement in piece.placements if isinstance(piece, Deliverable) else ():
            yield from _inside(placement)
    for record in (*workspace.partners.values(), *workspace.places.values(), workspace.holidays):
        yield from _inside(record)


def _inside(record: Record) -> Iterator[Period]:
    """The periods of a record and of all that it holds."""
    until = getattr(record, "until", None)
    if until is not None:
        first = getattr(record, "since", None) or getattr(record, "at", None)
        yield first, until, partial(record.where, "to" if hasattr(record, "since") else "until")
    for name in type(record).model_fields:
        value = getattr(record, name)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Record):
                yield from _inside(part)


def _position(point: Position) -> Iterator[Diagnostic]:
    if not in_vietnam(point.lat, point.lon):
        swapped = in_vietnam(point.lon, point.lat)
        yield (SWAPPED_POSITION if swapped else ELSEWHERE).at(point.where("lat"))


def in_vietnam(lat: float, lon: float) -> bool:
    """Within the land and the islands of Vietnam, roughly."""
    return 6 <= lat <= 24 and 102 <= lon <= 118  # noqa: PLR2004 - degrees
