"""The publishing calendar as ICS files: all, by medium, by partner, by campaign and quarter.

They hold public facts only. The deadlines of a partner are a file of its pack, which is internal.
"""

from collections.abc import Iterable, Iterator

from generator.catalogue import words
from generator.media import media
from generator.model import addresses
from generator.model.artifact import Artifact, Audience, ready
from generator.model.event import Event
from generator.outputs import Context, Output
from generator.outputs.calendars.deadlines import deadline_event
from generator.outputs.calendars.events import ics_event
from generator.outputs.calendars.ics import calendar
from generator.planning.deadlines import cancelled_deadlines, deadlines_of
from generator.vietnamese.dates import format_quarter


def build(context: Context) -> Iterable[Artifact]:
    """Every calendar; what has only a quarter spans it."""
    title = words("Publishing calendar")
    site = context.plan.workspace.site.name
    yield _file(context, addresses.CALENDAR_FILE, f"{title}: {site}", context.plan.events)
    for medium in media().values():
        if medium.placing != "none":
            mine = [event for event in context.plan.events if event.medium == medium.name]
            name = f"{title}: {words(medium.plural)}"
            yield _file(context, addresses.medium_calendar(medium), name, mine)
    yield from _partners(context)
    yield from _quarters(context)
    yield from _deadlines(context)


def _file(
    context: Context, path: str, name: str, events: Iterable[Event], partner: str = ""
) -> Artifact:
    made = [ics_event(context, event, partner) for event in events if event.first_day is not None]
    return ready(path, calendar(name, made))


def _partners(context: Context) -> Iterator[Artifact]:
    workspace = context.plan.workspace
    for identity in sorted({who for event in context.plan.events for who in event.partners}):
        partner = workspace.partners.get(identity)
        if partner is not None:
            mine = [event for event in context.plan.events if identity in event.partners]
            name = f"{words('Publishing calendar')}: {partner.names[0].name}"
            yield _file(context, addresses.partner_calendar(identity), name, mine, identity)


def _quarters(context: Context) -> Iterator[Artifact]:
    pairs = {(event.campaign.id, q) for event in context.plan.events for q in event.quarters}
    for campaign, quarter in sorted(pairs):
        mine = [
            event
            for event in context.plan.events
            if event.campaign.id == campaign and quarter in event.quarters
        ]
        when = format_quarter(quarter.year, quarter.number)
        name = f"{words('Publishing calendar')} {when}: {mine[0].campaign.title}"
        yield _file(context, addresses.campaign_calendar(campaign, quarter), name, mine)


def _deadlines(context: Context) -> Iterator[Artifact]:
    """What each partner has to do by when: for its pack, never for the public folder."""
    found = [(d, False) for d in deadlines_of(context.plan)]
    found += [(d, True) for d in cancelled_deadlines(context.plan)]
    for who, campaign in sorted({(d.who, d.campaign) for d, _ in found if d.who}):
        mine = [(d, gone) for d, gone in found if (d.who, d.campaign) == (who, campaign)]
        made = [deadline_event(deadline, cancelled=gone) for deadline, gone in mine]
        name = f"{words('Deadlines')}: {context.plan.workspace.campaigns[campaign].title}"
        path = addresses.deadlines(who, campaign)
        yield ready(path, calendar(name, made), Audience.INTERNAL)


OUTPUT = Output("calendars", "Calendars", build)
