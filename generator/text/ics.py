"""What an ICS file says to a strict reader."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from icalendar import Component

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


@lru_cache(maxsize=20_000)
def read_event(event: bytes) -> "Component":
    """One of them. Raises ValueError where it breaks that form."""
    from icalendar import Event

    return Event.from_ical(event)
