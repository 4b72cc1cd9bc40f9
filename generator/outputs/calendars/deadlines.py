"""A deadline as an event of a partner's second calendar."""

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from generator.catalogue import words
from generator.model.uid import uid_of
from generator.model.workspace import Workspace
from generator.outputs.calendars.ics import alarm, clean, stamps, times
from generator.planning.deadlines import Deadline

if TYPE_CHECKING:
    from icalendar import Event

WORDS = {
    "script": "Text due",
    "artwork": "Artwork due",
    "order": "Order the printing",
    "hang": "Hang",
    "take-down": "Take down",
    "publish": "Goes out",
    "report": "Report due",
}
BEFORE = timedelta(days=2, hours=15)  # nine in the morning, three days before


def deadline_event(workspace: Workspace, deadline: Deadline) -> "Event":
    """The event; its UID names the item and what is due of it."""
    from icalendar import Event

    campaign = workspace.campaigns[deadline.campaign]
    name = clean(f"{words(WORDS[deadline.kind])}: {deadline.title} ({deadline.item})")
    made = Event()
    made.add("uid", uid_of(f"{deadline.item}#{deadline.kind}"))
    issued = datetime.combine(campaign.issued_on or date(campaign.period, 1, 1), time(), UTC)
    told = deadline.told
    stamps(made, told.modified if told else issued, told.sequence if told else 0)
    made.add("summary", name)
    times(made, deadline.day, timedelta(), None)
    made.add("categories", [words("Deadlines")])
    made.add("status", "CONFIRMED" if told else "TENTATIVE")
    made.add("transp", "TRANSPARENT")
    made.add_component(alarm(name, BEFORE))
    return made
