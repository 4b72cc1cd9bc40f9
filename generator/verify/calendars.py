"""Every calendar file obeys the parts of RFC 5545 that clients trip over."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import partial

from generator.diagnostics import Diagnostic, Location, Rule
from generator.model.memory import Memory
from generator.text.ics_reader import EventText, events_of, read_event
from generator.verify import NextSite

BAD_CALENDAR = Rule(
    "calendar-form",
    "This calendar is not right: {problem}.",
    "Report it: this is a fault of loa, the last good site stays.",
)
NEEDED_PROPERTIES = ("UID", "DTSTAMP", "DTSTART", "SUMMARY")
STATES = frozenset({"TENTATIVE", "CONFIRMED", "CANCELLED"})
WIDEST = 75  # octets of a folded line (RFC 5545, 3.1)


def verify(site: NextSite) -> Iterable[Diagnostic]:
    """All ICS files of the site."""
    for path, read in site.calendars.items():
        data = read()
        told = partial(_told_of_all, data, site.memory)
        for problem in site.memory.read("calendar", data, told):
            yield BAD_CALENDAR.at(Location(path), problem=problem)


def _told_of_all(data: bytes, memory: Memory) -> list[str]:
    return [*_lines(data), *_events(data, memory)]


def _lines(data: bytes) -> Iterator[str]:
    lines = data.split(b"\r\n")
    if b"\n" in data.replace(b"\r\n", b"") or lines[-1]:
        yield "line ends"
    if any(len(line) > WIDEST for line in lines):
        yield f"a line of more than {WIDEST} octets"


def _events(data: bytes, memory: Memory) -> Iterator[str]:
    try:
        told = [memory.read("event", each, partial(_told, each)) for each in events_of(data)]
    except ValueError as error:
        yield str(error)
        return
    uids = [uid for uid, _ in told if uid]
    if len(set(uids)) < len(uids):
        yield "two events with one UID"
    for _, problems in told:
        yield from problems


def _told(data: bytes) -> tuple[str, list[str]]:
    """The UID of an event, and what is wrong with it."""
    event = read_event(data)
    return event.uid, list(_problems(event))


def _problems(event: EventText) -> Iterator[str]:
    yield from (f"an event without {name}" for name in NEEDED_PROPERTIES if name not in event.names)
    yield from (f"a {name} that cannot be read" for name in event.unreadable)
    if "STATUS" in event.names and event.status not in STATES:
        yield f"the status {event.status}"
    if not event.unreadable:
        yield from _span(event)


def _span(event: EventText) -> Iterator[str]:
    start, end = event.start, event.end
    if start is None or end is None:
        return
    if _kind(start) != _kind(end):
        yield "a start and an end of different kinds"
    elif end <= start:
        yield "an end before its start"


def _kind(moment: object) -> tuple[type, bool]:
    """A day, a moment, or a moment with its zone: only like ones can be compared."""
    return type(moment), isinstance(moment, datetime) and moment.tzinfo is not None
