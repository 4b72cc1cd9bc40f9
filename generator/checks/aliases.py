"""A former address leads to one page, and is not that of another one that is there."""

import re
from collections.abc import Callable, Iterable
from functools import partial

from generator.checks import Subject
from generator.diagnostics import Diagnostic, Location, Rule
from generator.model import addresses
from generator.model.piece import Piece

ALIAS_TAKEN = Rule(
    "alias-taken",
    "The former address /{address} is that of a page that is there: {first}.",
    "Remove the line; an address leads to one page.",
)
ALIAS_TWICE = Rule(
    "alias-twice",
    "The former address /{address} is given twice: {first} has it already.",
    "Remove the line; an address leads to one page.",
)

_FURTHER_LISTING = re.compile(r".+/trang-\d+")  # how listings number their pages


def check(subject: Subject) -> Iterable[Diagnostic]:
    """The aliases of every piece, whatever its status: it may appear some day."""
    pages = dict(_pages(subject))  # by names without capitals, which many disks do not tell apart
    given: dict[str, Callable[[], Location]] = {}
    for piece in subject.plan.workspace.pieces.values():
        for index, alias in enumerate(piece.aliases):
            file, place = (
                addresses.redirect(alias).casefold(),
                partial(piece.where, "aliases", index),
            )
            if file in pages or _FURTHER_LISTING.fullmatch(alias):
                yield ALIAS_TAKEN.at(place(), address=alias, first=_named(pages.get(file, file)))
            elif file in given:
                yield ALIAS_TWICE.at(place(), address=alias, first=given[file]())
            given.setdefault(file, place)


def _pages(subject: Subject) -> Iterable[tuple[str, Piece | str]]:
    """The file of every page as browsers ask for it, and what it is."""
    for path in subject.links.made:
        yield f"{addresses.url(path)}index.html", path
    yield addresses.NOT_FOUND, addresses.NOT_FOUND
    for piece in subject.plan.workspace.pieces.values():
        page = addresses.url(subject.links.pages[piece.id])
        yield f"{page}index.html", piece


def _named(page: Piece | str) -> object:
    return page.where("id") if isinstance(page, Piece) else page
