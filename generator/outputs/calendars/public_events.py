"""A line of the public calendar as an event of an ICS file."""

from datetime import date, datetime, timedelta

from generator.catalogue import words
from generator.media import media
from generator.model import addresses
from generator.model.piece import day_of
from generator.model.plan_line import Item
from generator.model.scripted_piece import Scripted
from generator.model.uid import uid_of
from generator.outputs import Context
from generator.outputs.calendars.ics import Vevent, clean
from generator.planning.activity_forms import form_of
from generator.planning.agenda import NOTE
from generator.planning.channels import channel_of

BEFORE_MOMENT = timedelta(minutes=30)
BEFORE_DAY = timedelta(hours=15)  # nine in the morning of the day before


def ics_event(context: Context, event: Item, partner: str = "") -> Vevent:
    """The event; its UID comes from the id, so that it stays the same when all else changes.

    What has only a quarter lasts all of its days and says so; it takes nobody's time and bears no
    alarm. In the calendar of a `partner` that it was taken from, it is cancelled.
    """
    gone = event.is_cancelled or partner not in {"", event.partner, *event.activity.also}
    location, position = _place(context, event)
    url = context.workspace.site.url + addresses.url(_page(event))
    before = BEFORE_MOMENT if isinstance(event.slot.start, datetime) else BEFORE_DAY
    return Vevent(
        uid=uid_of(event.id),
        modified_at=event.modified_at,
        sequence=event.sequence,
        summary=summary(event, is_gone=gone),
        start=event.first_day or date.min,
        length=_length(event),
        until=event.last_day,
        categories=(words(form_of(event.medium).plural), clean(event.campaign.title)),
        status="CANCELLED" if gone else "CONFIRMED" if event.release else "TENTATIVE",
        location=location,
        position=position,
        description=_description(event, url),
        url=url,
        alarm=None if event.slot.start is None or gone else before,
    )


def summary(event: Item, *, is_gone: bool = False) -> str:
    """«Phát thanh: Chương trình … (đề xuất)», «… (trong Quý II/2021, đề xuất)»."""
    quarter = event.slot.quarter
    mark = "" if event.release else words("proposed" if event.is_proposed else "planned date")
    marks = [words("cancelled") if is_gone else mark]
    if event.slot.start is None and quarter:
        name = quarter.name
        marks.insert(0, words("some time in {quarter}", quarter=name))
    said = ", ".join(filter(None, marks))
    return clean(
        f"{words(form_of(event.medium).plural)}: {event.title}" + (f" ({said})" if said else "")
    )


def _description(event: Item, url: str) -> str:
    """The rest, for the programs (Google's, Microsoft's) that show no URL."""
    note = words(NOTE) if event.is_proposed and not event.is_cancelled else ""
    return "\n".join(filter(None, (clean(event.campaign.title), note, url)))


def _length(event: Item) -> timedelta | None:
    """Of a script the length of its slot; how long anything else takes nobody has said."""
    seconds = event.piece.duration if isinstance(event.piece, Scripted) else None
    return timedelta(seconds=seconds) if seconds else None


def _place(context: Context, event: Item) -> tuple[str, tuple[float, float] | None]:
    """Where: the places of a piece that readers may see, else the channel; nothing if unknown."""
    workspace = context.workspace
    if event.session:
        return clean(event.session.place or event.activity.place), None
    day = day_of(event.slot.start) if event.slot.start else None
    ids = [placement.place for placement in event.piece.placements] if event.piece else []
    places = [workspace.places[identity] for identity in ids if identity in workspace.places]
    if places and day:
        at = places[0].position if len(places) == 1 else None
        named = clean("; ".join(place.name_on(day) for place in places))
        return named, (at.lat, at.lon) if at else None
    if event.medium not in media():
        return clean(event.activity.place), None
    activity = next((a for a in event.campaign.activities if a.medium == event.medium), None)
    channel = channel_of(workspace, activity, event.partner) if activity else None
    is_heard = channel and channel.medium == event.medium
    return clean(channel.name) if channel and is_heard else "", None


def _page(event: Item) -> str:
    if event.piece is not None:
        return addresses.page(media()[event.piece.medium], event.piece)
    return addresses.quarter(event.slot.quarter) if event.slot.quarter else addresses.CALENDAR
