"""What the home page shows by itself: things to do, a tool, the newest pieces, dates."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import islice

from generator.calculators import calculators
from generator.catalogue import words
from generator.media import media
from generator.model import addresses
from generator.model.article import Article
from generator.model.campaign import Campaign
from generator.model.piece import Deliverable, Piece
from generator.model.plan_line import Item
from generator.outputs.site.calculator_form import form_of as tool_form
from generator.outputs.site.cards import card
from generator.outputs.site.page import body
from generator.outputs.site.piece_drawings import small_drawing
from generator.outputs.site.shelf import Shelf
from generator.outputs.site.slot_wording import wording
from generator.outputs.site.tips import tip_cards
from generator.planning.activity_forms import form_of
from generator.planning.visibility import start_of

NEWEST, OF_ONE_MEDIUM, DATES, PLANS = 6, 2, 4, 2
WAITING = 24
"""Dates from which the browser takes the next ones."""


def home(shelf: Shelf, piece: Article) -> str:
    """HTML between the doors and the author's own text."""
    ahead, dates = _dates(shelf)
    plans = sorted(shelf.workspace.campaigns.values(), key=lambda c: (-c.period, c.id))
    return body(
        "home.html",
        tips=tip_cards(shelf, [piece], addresses.HOME),
        tool=_tool(shelf, piece),
        cards=[card(shelf, piece, addresses.HOME, kind=True) for piece in _newest(shelf)],
        guide=addresses.url(addresses.GUIDE),
        ahead=ahead,
        dates=[_date(shelf, event) for event in dates],
        most=DATES,
        calendar=addresses.url(addresses.CALENDAR),
        plans=[_plan(campaign) for campaign in plans[:PLANS]],
        follow=addresses.url(addresses.FEEDS),
    )


def _tool(shelf: Shelf, home_page: Article) -> Mapping[str, object]:
    """The calculator of the home page, and the article that says more of it."""
    if home_page.calculator is None:
        return {}
    same = (each for each in shelf.articles() if each.calculator == home_page.calculator)
    piece = next((each for each in same if each is not home_page and each.lang == "vi"), None)
    about = {
        "title": piece.title if piece else "",
        "url": addresses.url(shelf.context.links.pages[piece.id]) if piece else "",
    }
    form = tool_form(calculators()[home_page.calculator], home_page.lang, **about)
    return {**about, "form": form, **small_drawing(shelf, piece or home_page, addresses.HOME)}


def _newest(shelf: Shelf) -> Iterator[Piece]:
    """The newest deliverables, few of one medium: seven banners of a day are no news."""
    appears = shelf.plan.appears
    made = [p for p in shelf.plan.visible.values() if isinstance(p, Deliverable)]
    made.sort(key=lambda piece: (appears[piece.id], piece.id), reverse=True)
    return islice(_mixed(made), NEWEST)


def _mixed(pieces: list[Deliverable]) -> Iterator[Piece]:
    taken: dict[str, int] = {}
    for piece in pieces:
        taken[piece.medium] = taken.get(piece.medium, 0) + 1
        if taken[piece.medium] <= OF_ONE_MEDIUM:
            yield piece


def _dates(shelf: Shelf) -> tuple[bool, list[Item]]:
    """What still waits for its day; where nothing does, the last ones, and that it is so.

    Which of them are over only the browser knows: pages are the same until something appears.
    """
    dated = sorted(
        ((start, event) for event in shelf.plan.events if (start := _start(event))),
        key=lambda found: (found[0], found[1].id),
    )
    ahead = [event for _start, event in dated if event.piece is None]
    if ahead:
        return True, ahead[:WAITING]
    return False, [event for _start, event in dated[-DATES:]][::-1]


def _start(event: Item) -> datetime | None:
    known = event.slot.start is not None and not event.is_cancelled
    return start_of(event.slot.start) if known and event.slot.start else None


def _date(shelf: Shelf, event: Item) -> dict[str, object]:
    piece = event.piece
    visible = piece is not None and piece.id in shelf.plan.visible
    return {
        "when": wording(event),
        "title": event.title,
        "note": words(form_of(event.medium).singular),
        "url": addresses.url(addresses.page(media()[piece.medium], piece))
        if piece and visible
        else "",
    }


def _plan(campaign: Campaign) -> Mapping[str, str]:
    return {
        "year": campaign.short_name,
        "url": addresses.url(addresses.campaign(campaign.id)),
    }
