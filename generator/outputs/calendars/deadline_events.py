"""A deadline as an event of a partner's second calendar."""

from datetime import timedelta

from generator.catalogue import words
from generator.model.uid import uid_of
from generator.outputs.calendars.ics import Vevent, clean
from generator.planning.deadlines import WORDS, Deadline
from generator.vietnamese.dates import moment_in_words

BEFORE = timedelta(days=2, hours=15)  # nine in the morning, three days before


def deadline_event(deadline: Deadline, *, is_cancelled: bool = False) -> Vevent:
    """The event; its UID is made from the item and what is due of it, and tells neither."""
    name = f"{words(WORDS[deadline.kind])}: {deadline.title}"
    slot = moment_in_words(deadline.at) if deadline.at else ""
    notes = [note for note in (slot, words("cancelled") if is_cancelled else "") if note]
    name = clean(f"{name} ({', '.join(notes)})" if notes else name)
    sure = "CONFIRMED" if deadline.is_released else "TENTATIVE"
    return Vevent(
        uid=uid_of(deadline.identity),
        modified_at=deadline.modified_at,
        sequence=deadline.sequence,
        summary=name,
        start=deadline.day,
        length=timedelta(),
        until=None,
        categories=(words("Deadlines"),),
        status="CANCELLED" if is_cancelled else sure,
        alarm=None if is_cancelled else BEFORE,
    )
