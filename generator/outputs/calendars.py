"""The publishing calendar as one ICS file that any calendar app subscribes to."""

import uuid
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from generator.catalogue import words
from generator.media import media
from generator.model import addresses
from generator.model.artifact import Artifact, ready
from generator.model.plan import Entry
from generator.outputs import Context, Output

if TYPE_CHECKING:
    from icalendar import Event, Timezone

ZONE = "Asia/Ho_Chi_Minh"
LENGTH = timedelta(minutes=15)  # of an entry that states no duration; clients want an end
REFRESH = timedelta(hours=12)


def build(context: Context) -> Iterable[Artifact]:
    """Every entry of the timetable that has a day; a draft is only counted, never dated."""
    from icalendar import Calendar

    site = context.plan.workspace.site
    name = f"{words('Publishing calendar')}: {site.name}"
    calendar = Calendar()
    calendar.add("prodid", "-//loa//VI")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", ZONE)
    calendar.add("refresh-interval", REFRESH, {"VALUE": "DURATION"})
    calendar.add_component(_zone())
    for event in _events(context):
        calendar.add_component(event)
    yield ready(addresses.CALENDAR_FILE, calendar.to_ical(sorted=False))


def _events(context: Context) -> Iterator["Event"]:
    for entry in context.plan.timetable:
        if entry.slot.start is not None and entry.piece.status != "draft":
            yield _event(context, entry, entry.slot.start)


def _event(context: Context, entry: Entry, start: date | datetime) -> "Event":
    from icalendar import Event

    piece, site = entry.piece, context.plan.workspace.site
    medium = media()[piece.medium]
    event = Event()
    event.add("uid", f"{uuid.uuid5(uuid.NAMESPACE_URL, piece.id)}@loa")
    event.add("dtstamp", _stamp(entry))
    event.add("summary", f"{words(medium.singular)}: {_named(entry)}{_mark(entry)}")
    _times(event, start)
    event.add("categories", [words(medium.plural), entry.campaign.id])
    event.add("status", "TENTATIVE")
    event.add("transp", "TRANSPARENT")
    page = addresses.page(medium, piece) if entry.visible else _quarter_page(entry)
    event.add("url", site.url + addresses.url(page))
    return event


def _times(event: "Event", start: date | datetime) -> None:
    if not isinstance(start, datetime):
        event.add("dtstart", start)
        event.add("dtend", start + timedelta(days=1))
        return
    local = start.replace(tzinfo=None)
    event.add("dtstart", local, {"TZID": ZONE})
    event.add("dtend", local + LENGTH, {"TZID": ZONE})


def _named(entry: Entry) -> str:
    return entry.piece.title if entry.visible else entry.activity.title


def _mark(entry: Entry) -> str:
    mark = "proposed" if entry.slot.basis == "proposed" else "planned date"
    return f" ({words(mark)})"


def _stamp(entry: Entry) -> datetime:
    """When the entry was last decided: from the records, never the time of the build."""
    from datetime import UTC, time

    day = entry.piece.revised_on or entry.campaign.issued_on or date(entry.campaign.period, 1, 1)
    return datetime.combine(day, time(), UTC)


def _quarter_page(entry: Entry) -> str:
    quarter = entry.slot.quarter
    return addresses.quarter(quarter) if quarter else addresses.CALENDAR


def _zone() -> "Timezone":
    """One fixed +07 zone; the library's own carries a change of 1975 that shifts times."""
    from icalendar import Timezone, TimezoneStandard

    zone, standard = Timezone(), TimezoneStandard()
    zone.add("tzid", ZONE)
    standard.add("dtstart", datetime(1970, 1, 1))  # noqa: DTZ001 - RFC 5545 wants local time here
    standard.add("tzoffsetfrom", timedelta(hours=7))
    standard.add("tzoffsetto", timedelta(hours=7))
    standard.add("tzname", "+07")
    zone.add_component(standard)
    return zone


OUTPUT = Output("calendars", "Calendars", build)
