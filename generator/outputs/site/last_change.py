"""When a page last changed for its readers, from the records: the sitemap's `lastmod`.

The day of a build is never such a day, and a day to come is not told before it has come.
"""

from collections.abc import Iterable
from datetime import date

from generator.model.piece import Piece
from generator.model.plan import Plan
from generator.model.plan_line import Item
from generator.planning.news import news_of_piece
from generator.vietnamese.dates import HANOI


def last_change(plan: Plan, pieces: Iterable[Piece], *others: date | None) -> str:
    """The latest day on which one of these visible pieces appeared or was changed; "" for none."""
    days = [day for piece in pieces if (day := _day(plan, piece))]
    return _latest(plan, [*days, *(day for day in others if day)])


def changed_events(plan: Plan, events: Iterable[Item]) -> str:
    """The latest day on which the calendar said something new of these events."""
    return _latest(plan, [event.modified_at.astimezone(HANOI).date() for event in events])


def _day(plan: Plan, piece: Piece) -> date | None:
    news = next(news_of_piece(plan, piece), None)
    if news:
        return news.updated_at.astimezone(HANOI).date()
    days = [piece.approved_on, piece.revised_on, *(each.on for each in piece.corrections)]
    return max((day for day in days if day and day <= plan.as_of.date()), default=None)


def _latest(plan: Plan, days: list[date]) -> str:
    known = [day for day in days if day <= plan.today]
    return max(known).isoformat() if known else ""
