"""A line of the public calendar as an event of an ICS file."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from generator.catalogue import words
from generator.media import media
from generator.model import addresses
from generator.model.event import Event
from generator.model.piece import day_of
from generator.model.uid import uid_of
from generator.outputs import Context
from generator.outputs.calendars.ics import alarm, clean, stamps, times
from generator.planning.channels import channel_of

if TYPE_CHECKING:
    from icalendar import Event as IcsEvent

LENGTH = timedelta(minutes=15)  # of an entry that states no duration; clients want an end
BEFORE_MOMENT = timedelta(minutes=30)
BEFORE_DAY = timedelta(hours=15)  # nine in the morning of the day before


def is_dated(event: Event) -> bool:
    """Whether it has a day, or had one that must be taken back."""
    return event.slot.start is not None or event.former is not None


def ics_event(context: Context, event: Event) -> "IcsEvent":
    """The event; its UID comes from the id, so that it stays the same when all else changes."""
    from icalendar import Event as IcsEvent

    slot = event.slot if event.slot.start is not None else event.former or event.slot
    gone = event.cancelled or slot is not event.slot
    made = IcsEvent()
    made.add("uid", uid_of(event.id))
    stamps(made, event.modified, event.sequence)
    made.add("summary", summary(event))
    times(made, slot.start or date.min, _length(event), slot.until)
    made.add("categories", [words(media()[event.medium].plural), clean(event.campaign.title)])
    made.add("status", "CANCELLED" if gone else "CONFIRMED" if event.release else "TENTATIVE")
    made.add("transp", "TRANSPARENT")
    _place(context, event, made)
    made.add("url", context.plan.workspace.site.url + addresses.url(_page(event)))
    if not gone:
        timed = isinstance(slot.start, datetime)
        made.add_component(alarm(summary(event), BEFORE_MOMENT if timed else BEFORE_DAY))
    return made


def summary(event: Event) -> str:
    """«Phát thanh: Chương trình … (đề xuất)»."""
    medium = media()[event.medium]
    mark = "" if event.release else words("proposed" if event.is_proposed else "planned date")
    mark = words("cancelled") if event.cancelled else mark
    return clean(f"{words(medium.plural)}: {event.title}" + (f" ({mark})" if mark else ""))


def _length(event: Event) -> timedelta:
    seconds = getattr(event.piece, "duration", None)
    return timedelta(seconds=seconds) if seconds else LENGTH


def _place(context: Context, event: Event, made: "IcsEvent") -> None:
    """Where: the places of a piece that readers may see, else the channel."""
    workspace = context.plan.workspace
    day = day_of(event.slot.start) if event.slot.start else None
    ids = [placement.place for placement in event.piece.placements] if event.piece else []
    places = [workspace.places[identity] for identity in ids if identity in workspace.places]
    if places and day:
        made.add("location", clean("; ".join(place.name_on(day) for place in places)))
        if len(places) == 1 and places[0].position:
            made.add("geo", (places[0].position.lat, places[0].position.lon))
        return
    activity = next((a for a in event.campaign.activities if a.medium == event.medium), None)
    channel = channel_of(workspace, activity, event.partner) if activity else None
    if channel and channel.medium == event.medium:
        made.add("location", clean(channel.name))


def _page(event: Event) -> str:
    if event.piece is not None:
        return addresses.page(media()[event.medium], event.piece)
    return addresses.quarter(event.slot.quarter) if event.slot.quarter else addresses.CALENDAR
