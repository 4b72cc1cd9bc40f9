"""A deadline as an event of a partner's second calendar."""

from datetime import timedelta

from generator.catalogue import words
from generator.model.uid import uid_of
from generator.outputs.calendars.ics import Vevent, clean
from generator.planning.deadlines import WORDS, Deadline

BEFORE = timedelta(days=2, hours=15)  # nine in the morning, three days before


def deadline_event(deadline: Deadline, *, cancelled: bool = False) -> Vevent:
    """The event; its UID names the item and what is due of it."""
    name = f"{words(WORDS[deadline.kind])}: {deadline.title} ({deadline.item})"
    name = clean(f"{name} ({words('cancelled')})" if cancelled else name)
    sure = "CONFIRMED" if deadline.released else "TENTATIVE"
    return Vevent(
        uid=uid_of(f"{deadline.item}#{deadline.kind}"),
        modified=deadline.modified,
        sequence=deadline.sequence,
        summary=name,
        start=deadline.day,
        length=timedelta(),
        until=None,
        categories=(words("Deadlines"),),
        status="CANCELLED" if cancelled else sure,
        alarm=None if cancelled else BEFORE,
    )
