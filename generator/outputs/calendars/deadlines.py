"""A deadline as an event of a partner's second calendar."""

from datetime import timedelta
from typing import TYPE_CHECKING

from generator.catalogue import words
from generator.model.uid import uid_of
from generator.outputs.calendars.ics import alarm, clean, stamps, times
from generator.planning.deadlines import WORDS, Deadline

if TYPE_CHECKING:
    from icalendar import Event

BEFORE = timedelta(days=2, hours=15)  # nine in the morning, three days before


def deadline_event(deadline: Deadline, *, cancelled: bool = False) -> "Event":
    """The event; its UID names the item and what is due of it."""
    from icalendar import Event

    name = f"{words(WORDS[deadline.kind])}: {deadline.title} ({deadline.item})"
    name = clean(f"{name} ({words('cancelled')})" if cancelled else name)
    sure = "CONFIRMED" if deadline.released else "TENTATIVE"
    made = Event()
    made.add("uid", uid_of(f"{deadline.item}#{deadline.kind}"))
    stamps(made, deadline.modified, deadline.sequence)
    made.add("summary", name)
    times(made, deadline.day, timedelta(), None)
    made.add("categories", [words("Deadlines")])
    made.add("status", "CANCELLED" if cancelled else sure)
    made.add("transp", "TRANSPARENT")
    if not cancelled:
        made.add_component(alarm(name, BEFORE))
    return made
