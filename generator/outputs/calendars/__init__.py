"""The publishing calendar as ICS files: all, by medium, by partner, by campaign and quarter.

They hold public facts only. The deadlines of a partner are a file of its pack, which is internal.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache

from generator.catalogue import words
from generator.model import addresses
from generator.model.artifact import Artifact, Audience, Kind, ResultSubject, ready
from generator.model.medium import Medium
from generator.model.plan_line import Item
from generator.outputs import Context, Output
from generator.outputs.calendars.deadline_events import deadline_event
from generator.outputs.calendars.ics import Vevent, calendar, lines
from generator.outputs.calendars.public_events import ics_event
from generator.planning.activity_forms import forms
from generator.planning.deadlines import cancelled_deadlines, deadlines_of, shared_deadlines

File = Callable[..., Artifact]
"""Makes a calendar: path, name, events, and the partner that it is for."""


def build(context: Context) -> Iterable[Artifact]:
    """Every calendar; what has only a quarter spans it."""
    title = words("Publishing calendar")
    site = context.workspace.site.name
    file = _files(context)
    yield file(addresses.CALENDAR_FILE, f"{title}: {site}", context.plan.events)
    planned = {line.activity.form for line in context.plan.lines}
    for form in forms():
        if isinstance(form, Medium) or form.name in planned:
            mine = [event for event in context.plan.events if event.medium == form.name]
            name = f"{title}: {words(form.plural)}"
            yield file(addresses.medium_calendar(form), name, mine)
    yield from _partners(context, file)
    yield from _quarters(context, file)
    yield from _deadlines(context)


def _files(context: Context) -> File:
    """What makes one calendar; the lines of an event, which stands in several, are made once."""
    url = context.workspace.site.url
    known = {event.id: event for event in context.plan.events}

    @cache
    def written(identity: str, partner: str) -> bytes:
        return _lines(context, ics_event(context, known[identity], partner))

    def file(path: str, name: str, events: Iterable[Item], partner: str = "") -> Artifact:
        dated = (event for event in events if event.first_day is not None)
        made = (written(e.id, "" if partner == e.partner else partner) for e in dated)
        of = ResultSubject(Kind.CALENDAR, partner=partner)
        return ready(path, calendar(name, made, addresses.absolute(url, path)), of=of)

    return file


def _lines(context: Context, event: Vevent) -> bytes:
    return context.memory.recall("ics", repr(event), lambda: lines(event).decode()).encode()


def _partners(context: Context, file: File) -> Iterator[Artifact]:
    workspace = context.workspace
    for identity in sorted({who for event in context.plan.events for who in event.partners}):
        partner = workspace.partners.get(identity)
        if partner is not None:
            mine = [event for event in context.plan.events if identity in event.partners]
            name = f"{words('Publishing calendar')}: {partner.names[0].name}"
            yield file(addresses.partner_calendar(identity), name, mine, identity)


def _quarters(context: Context, file: File) -> Iterator[Artifact]:
    pairs = {(event.campaign.id, q) for event in context.plan.events for q in event.quarters}
    for campaign, quarter in sorted(pairs):
        mine = [
            event
            for event in context.plan.events
            if event.campaign.id == campaign and quarter in event.quarters
        ]
        when = quarter.name
        name = f"{words('Publishing calendar')} {when}: {mine[0].campaign.title}"
        yield file(addresses.campaign_calendar(campaign, quarter), name, mine)


def _deadlines(context: Context) -> Iterator[Artifact]:
    """What each partner has to do by when: for its pack, never for the public folder."""
    holding = (*deadlines_of(context.plan), *shared_deadlines(context.plan))
    found = [(d, False) for d in holding]
    found += [(d, True) for d in cancelled_deadlines(context.plan)]
    for who, campaign in sorted({(d.who, d.campaign) for d, _ in found if d.who}):
        mine = [(d, gone) for d, gone in found if (d.who, d.campaign) == (who, campaign)]
        made = [_lines(context, deadline_event(each, is_cancelled=gone)) for each, gone in mine]
        name = f"{words('Deadlines')}: {context.workspace.campaigns[campaign].title}"
        of = ResultSubject(Kind.DEADLINES, partner=who, campaign=campaign)
        path = addresses.deadlines(who, campaign)
        yield ready(path, calendar(name, made), Audience.INTERNAL, of)


OUTPUT = Output("calendars", "Calendars", build, texts=False)
