"""Pieces as cards, page after page, numbered from the oldest: what is added moves no page."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from math import ceil

from generator.catalogue import words
from generator.model.artifact import Artifact
from generator.model.piece import Piece
from generator.outputs.site.cards import card
from generator.outputs.site.last_change import last_change
from generator.outputs.site.page import body, link, page, telling
from generator.outputs.site.redirects import redirect
from generator.outputs.site.shelf import Shelf

LENGTH = 24
"""Cards of a page; the first one, which grows until there is another, has fewer than twice that."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What is listed and where, the newest first: `address` gives the page of a number.

    The first page has none (0), the others are numbered from the oldest (1). `tail` is HTML below
    the cards of the last page, `top` above those of the first, of which `opening` is front matter;
    `is_mixed` says that pieces of several media stand together.
    """

    title: str
    pieces: list[Piece]
    address: Callable[[int], str]
    template: str = "listing.html"
    tail: str = ""
    top: str = ""
    opening: Mapping[str, object] = field(default_factory=dict)
    is_mixed: bool = False

    @property
    def pages(self) -> dict[int, list[Piece]]:
        """The pieces of each page by its number, in the order in which one reads them."""
        older = max(0, len(self.pieces) // LENGTH - 1)
        first = len(self.pieces) - older * LENGTH
        starts = {number: first + (older - number) * LENGTH for number in range(older, 0, -1)}
        parts = {number: self.pieces[at : at + LENGTH] for number, at in starts.items()}
        return {0: self.pieces[:first], **parts}


def listing(shelf: Shelf, of: Listing, **meta: object) -> Iterator[Artifact]:
    """Its pages, also of an empty one; what `meta` says stands on each."""
    pages = of.pages
    older, newer = dict(pairwise(pages)), dict(pairwise(reversed(pages)))
    for number, part in pages.items():
        path = of.address(number)
        top, opening = ("", {}) if number else (of.top, of.opening)
        cards = [card(shelf, piece, path, kind=of.is_mixed) for piece in part]
        yield page(
            path,
            of.template,
            f"{of.title}, trang {number}" if number else of.title,
            body(of.template, cards=cards, top=top, tail="" if number in older else of.tail),
            **meta,
            **opening,
            description=opening.get("lead") or telling(of.title, (piece.title for piece in part)),
            previous=_other(of, newer.get(number)),
            next=_other(of, older.get(number)),
            revised=last_change(shelf.plan, part),
            position=f"{words('Page')} {number}" if number else "",
        )
    yield from _former(shelf, of, len(pages))


def _former(shelf: Shelf, of: Listing, count: int) -> Iterator[Artifact]:
    """Pages were numbered from the newest: their addresses beyond today's lead to the first."""
    for number in range(max(2, count), ceil(len(of.pieces) / LENGTH) + 1):
        path = f"{of.address(number).removesuffix('.md')}.html"
        yield redirect(shelf.context, path, of.address(0), of.title)


def _other(of: Listing, number: int | None) -> dict[str, object] | None:
    """The way to another page of the list, if there is one."""
    if number is None:
        return None
    title = f"{words('Page')} {number}" if number else of.title
    return link(title, of.address(number))
