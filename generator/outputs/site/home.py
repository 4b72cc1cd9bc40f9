"""What the home page shows by itself: how it is done, the newest pieces, dates, figures."""

from collections.abc import Iterator
from datetime import datetime
from itertools import islice

from generator.catalogue import words
from generator.media import media
from generator.model import addresses
from generator.model.article import Article
from generator.model.campaign import Campaign
from generator.model.piece import Deliverable, Piece
from generator.model.plan_line import Item
from generator.outputs.site.cards import card
from generator.outputs.site.guide import diagram_card
from generator.outputs.site.page import body
from generator.outputs.site.shelf import Shelf
from generator.outputs.site.slot_wording import wording
from generator.outputs.site.sources import source_text
from generator.planning.activity_forms import form_of
from generator.planning.visibility import start_of
from generator.vietnamese.numbers import format_number

NEWEST, OF_ONE_MEDIUM, DATES = 6, 2, 4
WAITING = 24
"""Dates from which the browser takes the next ones."""


def home(shelf: Shelf) -> str:
    """HTML between the doors and the author's own text."""
    ahead, dates = _dates(shelf)
    rings = (piece for piece in shelf.articles() if _is_ring(piece))
    ring = next(rings, None)
    plans = sorted(shelf.workspace.campaigns.values(), key=lambda c: (-c.period, c.id))
    return body(
        "home.html",
        ring=diagram_card(shelf, ring, addresses.HOME) if ring else None,
        cards=[card(shelf, piece, addresses.HOME, kind=True) for piece in _newest(shelf)],
        guide=addresses.url(addresses.GUIDE),
        ahead=ahead,
        dates=[_date(shelf, event) for event in dates],
        most=DATES,
        calendar=addresses.url(addresses.CALENDAR),
        plans=[plan for campaign in plans[:2] if (plan := _plan(shelf, campaign))["figures"]],
    )


def _is_ring(piece: Piece) -> bool:
    return isinstance(piece, Article) and piece.diagram == "ring" and piece.lang == "vi"


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


def _plan(shelf: Shelf, campaign: Campaign) -> dict[str, object]:
    """What a plan promises in figures, as its document prints them."""
    stated = [activity for activity in campaign.activities if activity.quantity]
    workspace = shelf.workspace
    return {
        "year": campaign.short_name,
        "id": campaign.id,
        "title": campaign.title,
        "url": addresses.url(addresses.campaign(campaign.id)),
        "figures": [
            {
                "about": " ".join(activity.quantity.qualifiers),
                "figure": format_number(activity.quantity.value),
                "unit": activity.quantity.unit,
                "title": activity.title,
            }
            for activity in stated
            if activity.quantity
        ],
        "source": source_text(workspace, campaign.source) if campaign.source else campaign.title,
    }
