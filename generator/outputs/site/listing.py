"""Pieces as cards, page after page of constant size."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.catalogue import words
from generator.model.artifact import Artifact
from generator.model.piece import Piece
from generator.outputs.site.cards import card
from generator.outputs.site.last_change import last_change
from generator.outputs.site.page import body, link, page, telling
from generator.outputs.site.shelf import Shelf

LENGTH = 24


@dataclass(frozen=True, slots=True)
class Listing:
    """What is listed and where: `address` gives the page of a number, from 1.

    `tail` is HTML below the cards of the last page, `top` above those of the first, of which
    `opening` is front matter; `is_mixed` says that pieces of several media stand together.
    """

    title: str
    pieces: list[Piece]
    address: Callable[[int], str]
    template: str = "listing.html"
    tail: str = ""
    top: str = ""
    opening: Mapping[str, object] = field(default_factory=dict)
    is_mixed: bool = False


def listing(shelf: Shelf, of: Listing, **meta: object) -> Iterator[Artifact]:
    """Its pages, also of an empty one; what `meta` says stands on each."""
    parts = [of.pieces[at : at + LENGTH] for at in range(0, len(of.pieces), LENGTH)] or [[]]
    revised = last_change(shelf.plan, of.pieces)
    for number, part in enumerate(parts, 1):
        path, last = of.address(number), number == len(parts)
        top, opening = (of.top, of.opening) if number == 1 else ("", {})
        cards = [card(shelf, piece, path, kind=of.is_mixed) for piece in part]
        yield page(
            path,
            of.template,
            of.title if number == 1 else f"{of.title}, trang {number}",
            body(of.template, cards=cards, top=top, tail=of.tail if last else ""),
            **meta,
            **opening,
            description=opening.get("lead") or telling(of.title, (piece.title for piece in part)),
            previous=_other(of, number - 1) if number > 1 else None,
            next=None if last else _other(of, number + 1),
            revised=revised,
            position=_position(number, len(parts)),
        )


def _other(of: Listing, number: int) -> dict[str, object]:
    return link(f"{words('Page')} {number}", of.address(number))


def _position(number: int, count: int) -> str:
    return f"{words('Page')} {number}/{count}" if count > 1 else ""
