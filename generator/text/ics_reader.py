"""What an ICS file says to a strict reader."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from sys import intern

EVENT = re.compile(
    rb"^BEGIN:VEVENT\r\n(?:(?!^BEGIN:VEVENT).)*?^END:VEVENT\r\n", re.DOTALL | re.MULTILINE
)
"""An event, by whole lines: a title may hold the same words."""


def events_of(data: bytes) -> list[bytes]:
    """The events of a calendar, as they stand in it: each stands in several calendars.

    Raises ValueError where the rest breaks the form of RFC 5545.
    """
    from icalendar import Calendar

    Calendar.from_ical(EVENT.sub(b"", data))
    return EVENT.findall(data)


@dataclass(frozen=True, slots=True)
class EventText:
    """What an event says: `names` of its properties, and of those that are `unreadable`."""

    names: frozenset[str]
    unreadable: tuple[str, ...]
    uid: str
    summary: str
    status: str
    start: date | None
    end: date | None


@lru_cache(maxsize=20_000)
def read_event(event: bytes) -> EventText:
    """One of them. Raises ValueError where it breaks that form."""
    from icalendar import Event

    found = Event.from_ical(event)
    uid, summary, status = (str(found.get(name, "")) for name in ("UID", "SUMMARY", "STATUS"))
    unreadable = tuple(str(name) for name, _ in found.errors)
    times = (None if name in unreadable else found.get(name) for name in ("DTSTART", "DTEND"))
    start, end = (getattr(time, "dt", None) for time in times)
    return EventText(frozenset(map(intern, found)), unreadable, uid, summary, status, start, end)
