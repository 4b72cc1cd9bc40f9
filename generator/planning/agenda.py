"""The lines of the calendar in words, for everything that shows them in a table."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from generator.catalogue import words
from generator.media import media
from generator.model.artifact import digest_of
from generator.model.event import Event
from generator.model.piece import day_of
from generator.model.workspace import Workspace
from generator.vietnamese.dates import format_date, format_time, weekday_name

NOTE = "Days marked “proposed” are ours, not yet anybody's schedule; the plan states quarters only."


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """A line in words; `code` tells nothing of a hidden piece and stays when others come and go.

    `time` is empty for a day, `day` for what has only a quarter.
    """

    code: str
    start: date | datetime | None
    until: date | None
    day: str
    weekday: str
    time: str
    title: str
    medium: str
    medium_name: str
    campaign: str
    partner: str
    mark: str
    units: int
    cancelled: bool
    proposed: bool = False


def agenda(workspace: Workspace, events: Iterable[Event]) -> list[AgendaLine]:
    """The lines of some events, in their order."""
    return [_line(workspace, event) for event in events]


def code_of(event: Event) -> str:
    """What a line is called in tables and anchors."""
    return digest_of(event.id)[:8]


def _line(workspace: Workspace, event: Event) -> AgendaLine:
    start = event.slot.start
    day = day_of(start) if start is not None else None
    partner = workspace.partners.get(event.partner)
    quarter = event.slot.quarter
    named = partner.name_on(quarter.first_day) if partner and quarter else None
    return AgendaLine(
        code=code_of(event),
        start=start,
        until=event.slot.until,
        day=format_date(day) if day else "",
        weekday=weekday_name(day) if day else "",
        time=format_time(start.time()) if isinstance(start, datetime) else "",
        title=event.title,
        medium=event.medium,
        medium_name=words(media()[event.medium].plural),
        campaign=event.campaign.title,
        partner=named.name if named else "",
        mark=mark_of(event),
        units=event.units,
        cancelled=event.cancelled,
        proposed=event.is_proposed,
    )


def mark_of(event: Event) -> str:
    """How sure it is: cancelled, proposed, planned or released; and whether it is on the site."""
    if event.cancelled:
        return words("cancelled")
    if event.piece is not None:
        sure = f"{words('proposed')}, " if event.is_proposed else ""
        return f"{sure}{words('published')}"
    if event.release or event.slot.basis == "source":
        return words("planned")
    return words("proposed") if event.is_proposed else words("planned date")
