"""One ICS file as calendar apps and strict parsers want it (RFC 5545, RFC 7986)."""

import unicodedata
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from generator.vietnamese.dates import HANOI

if TYPE_CHECKING:
    from icalendar import Alarm, Event, Timezone

ZONE = "Asia/Ho_Chi_Minh"
REFRESH = timedelta(hours=12)


END = b"END:VCALENDAR\r\n"


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


def lines(event: "Event") -> bytes:
    """An event as it stands in a calendar."""
    return bytes(event.to_ical(sorted=False))


def times(event: "Event", start: date | datetime, length: timedelta, until: date | None) -> None:
    """Begin and end: a moment and its length, or a day, or all days up to `until` with it."""
    if not isinstance(start, datetime):
        event.add("dtstart", start)
        event.add("dtend", (until or start) + timedelta(days=1))
        return
    local = start.astimezone(HANOI).replace(tzinfo=None)
    event.add("dtstart", local, {"TZID": ZONE})
    event.add("dtend", local + length, {"TZID": ZONE})


def stamps(event: "Event", modified: datetime, sequence: int) -> None:
    """When it was last decided, never when the file was made."""
    event.add("dtstamp", modified.astimezone(UTC))
    event.add("last-modified", modified.astimezone(UTC))
    event.add("sequence", sequence)


def alarm(text: str, before: timedelta) -> "Alarm":
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
