"""Files that the site publishes beside its pages, and to which an author may link."""

from collections.abc import Iterator

from generator.model import addresses
from generator.model.medium import Medium
from generator.model.plan import Plan
from generator.planning.activity_forms import forms
from generator.planning.feed_list import feeds_of


def published_files(plan: Plan) -> Iterator[str]:
    """Calendars, sheets of quarters and feeds; what belongs to one piece is on its page."""
    yield from (addresses.ATOM, addresses.JSON_FEED, addresses.OPML)
    yield from (feed.path for feed in feeds_of(plan))
    yield from _calendars(plan)
    for quarter in plan.quarters:
        yield addresses.workbook(quarter)
        if plan.workspace.brand is not None:
            yield addresses.wall_calendar(quarter)


def _calendars(plan: Plan) -> Iterator[str]:
    yield addresses.CALENDAR_FILE
    planned = {line.activity.form for line in plan.lines}
    for form in forms():
        if isinstance(form, Medium) or form.name in planned:
            yield addresses.medium_calendar(form)
    for event in plan.events:
        known = (who for who in event.partners if who in plan.workspace.partners)
        yield from map(addresses.partner_calendar, known)
        for quarter in event.quarters:
            yield addresses.campaign_calendar(event.campaign.id, quarter)
