"""A line of the public calendar as an event of an ICS file."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from generator.catalogue import words
from generator.media import media
from generator.model import addresses
from generator.model.event import Event
from generator.model.piece import day_of
from generator.model.scripted import Scripted
from generator.model.uid import uid_of
from generator.outputs import Context
from generator.outputs.calendars.ics import alarm, clean, stamps, times
from generator.planning.agenda import NOTE
from generator.planning.channels import channel_of
from generator.vietnamese.dates import format_quarter

if TYPE_CHECKING:
    from icalendar import Event as IcsEvent

LENGTH = timedelta(minutes=15)  # of an entry that states no duration; clients want an end
BEFORE_MOMENT = timedelta(minutes=30)
BEFORE_DAY = timedelta(hours=15)  # nine in the morning of the day before


def ics_event(context: Context, event: Event, partner: str = "") -> "IcsEvent":
    """The event; its UID comes from the id, so that it stays the same when all else changes.

    What has only a quarter lasts all of its days and says so; it takes nobody's time and bears no
    alarm. In the calendar of a `partner` that it was taken from, it is cancelled.
    """
    from icalendar import Event as IcsEvent

    gone = event.cancelled or partner not in {"", event.partner}
    name = summary(event, gone=gone)
    made = IcsEvent()
    made.add("uid", uid_of(event.id))
    stamps(made, event.modified, event.sequence)
    made.add("summary", name)
    times(made, event.first_day or date.min, _length(event), event.last_day)
    made.add("categories", [words(media()[event.medium].plural), clean(event.campaign.title)])
    made.add("status", "CANCELLED" if gone else "CONFIRMED" if event.release else "TENTATIVE")
    made.add("transp", "TRANSPARENT")
    _place(context, event, made)
    url = context.plan.workspace.site.url + addresses.url(_page(event))
    made.add("description", _description(event, url))
    made.add("url", url)
    if event.slot.start is not None and not gone:
        timed = isinstance(event.slot.start, datetime)
        made.add_component(alarm(name, BEFORE_MOMENT if timed else BEFORE_DAY))
    return made


def summary(event: Event, *, gone: bool = False) -> str:
    """«Phát thanh: Chương trình … (đề xuất)», «… (trong Quý II/2021, đề xuất)»."""
    medium, quarter = media()[event.medium], event.slot.quarter
    mark = "" if event.release else words("proposed" if event.is_proposed else "planned date")
    marks = [words("cancelled") if gone else mark]
    if event.slot.start is None and quarter:
        name = format_quarter(quarter.year, quarter.number)
        marks.insert(0, words("some time in {quarter}").format(quarter=name))
    said = ", ".join(filter(None, marks))
    return clean(f"{words(medium.plural)}: {event.title}" + (f" ({said})" if said else ""))


def _description(event: Event, url: str) -> str:
    """The rest, for the programs (Google's, Microsoft's) that show no URL."""
    note = words(NOTE) if event.is_proposed and not event.cancelled else ""
    return "\n".join(filter(None, (clean(event.campaign.title), note, url)))


def _length(event: Event) -> timedelta:
    seconds = event.piece.duration if isinstance(event.piece, Scripted) else None
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
