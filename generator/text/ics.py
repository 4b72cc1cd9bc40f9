"""What an ICS file says to a strict reader."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from icalendar import Component

_EVENT = re.compile(rb"BEGIN:VEVENT\r\n(?:(?!BEGIN:VEVENT).)*?END:VEVENT\r\n", re.DOTALL)


def read_events(data: bytes) -> "tuple[Component, ...]":
    """The events of a calendar. Raises ValueError where it breaks the form of RFC 5545.

    An event stands in several calendars and is read once.
    """
    from icalendar import Calendar

    Calendar.from_ical(_EVENT.sub(b"", data))
    return tuple(_event(found[0]) for found in _EVENT.finditer(data))


@lru_cache(maxsize=20_000)
def _event(block: bytes) -> "Component":
    from icalendar import Event

    return Event.from_ical(block)
