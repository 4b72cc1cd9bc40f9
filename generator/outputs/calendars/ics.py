"""One ICS file as calendar apps and strict parsers want it (RFC 5545, RFC 7986)."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from generator.vietnamese.dates import HANOI

if TYPE_CHECKING:
    from icalendar import Alarm, Event, Timezone

ZONE = "Asia/Ho_Chi_Minh"
REFRESH = timedelta(hours=12)


END = b"END:VCALENDAR\r\n"


@dataclass(frozen=True, slots=True)
class Vevent:
    """An event as a calendar has it (RFC 5545, 3.6.1); what is empty is left out.

    `start` is a moment of `length`, which nobody may have said (RFC 5545, 3.6.1: then it ends when
    it begins), or a day, with all days up to `until`. `modified_at` is when it
    was last decided, never when the file was made. `alarm` is how long before the start a reminder
    comes.
    """

    uid: str
    modified_at: datetime
    sequence: int
    summary: str
    start: date | datetime
    length: timedelta | None
    until: date | None
    categories: tuple[str, ...]
    status: str
    location: str = ""
    position: tuple[float, float] | None = None
    description: str = ""
    url: str = ""
    alarm: timedelta | None = None


def calendar(name: str, events: Iterable[bytes], source: str = "") -> bytes:
    """The bytes of a calendar: lines end with CRLF and are folded at 75 octets.

    `events` are written already, since each stands in several calendars (`lines`). `source` is the
    address of the file itself, from which one that was downloaded can be refreshed.
    """
    from icalendar import Calendar, vUri

    made = Calendar()
    made.add("prodid", "-//loa//VI")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("name", clean(name))
    made.add("x-wr-calname", clean(name))
    made.add("x-wr-timezone", ZONE)
    made.add("refresh-interval", REFRESH, {"VALUE": "DURATION"})
    made.add("x-published-ttl", "PT12H")
    if source:
        made.add("source", vUri(source), {"VALUE": "URI"})
    made.add_component(_zone())
    head = bytes(made.to_ical(sorted=False)).removesuffix(END)
    return b"".join((head, *events, END))


def lines(event: Vevent) -> bytes:
    """An event as it stands in a calendar; it takes nobody's time (TRANSPARENT)."""
    from icalendar import Event

    made = Event()
    made.add("uid", event.uid)
    made.add("dtstamp", event.modified_at.astimezone(UTC))
    made.add("last-modified", event.modified_at.astimezone(UTC))
    made.add("sequence", event.sequence)
    made.add("summary", event.summary)
    _times(made, event)
    made.add("categories", list(event.categories))
    made.add("status", event.status)
    made.add("transp", "TRANSPARENT")
    known = (("location", event.location), ("geo", event.position))
    told = (("description", event.description), ("url", event.url))
    for name, value in (*known, *told):
        if value:
            made.add(name, value)
    if event.alarm is not None:
        made.add_component(_alarm(event.summary, event.alarm))
    return bytes(made.to_ical(sorted=False))


def _times(made: "Event", event: Vevent) -> None:
    if not isinstance(event.start, datetime):
        made.add("dtstart", event.start)
        made.add("dtend", (event.until or event.start) + timedelta(days=1))
        return
    local = event.start.astimezone(HANOI).replace(tzinfo=None)
    made.add("dtstart", local, {"TZID": ZONE})
    if event.length is not None:
        made.add("dtend", local + event.length, {"TZID": ZONE})


def _alarm(text: str, before: timedelta) -> "Alarm":
    """A reminder."""
    from icalendar import Alarm

    made = Alarm()
    made.add("action", "DISPLAY")
    made.add("description", text)
    made.add("trigger", -before)
    return made


def clean(text: str) -> str:
    """Without control characters, which no parser takes; line ends become spaces."""
    kept = (" " if unicodedata.category(c) in {"Cc", "Zl", "Zp"} else c for c in text)
    return " ".join("".join(kept).split())


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
