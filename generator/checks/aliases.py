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

_MADE = re.compile(r".+/trang-\d+|lich/\d{4}/quy-\d/.+")
"""Further pages of listings, and the former pages of parts of quarters."""


def check(subject: Subject) -> Iterable[Diagnostic]:
    """The aliases of every piece, whatever its status: it may appear some day."""
    pages = dict(_pages(subject))  # by names without capitals, which many disks do not tell apart
    given: dict[str, tuple[Piece, Callable[[], Location]]] = {}
    for piece in subject.workspace.pieces.values():
        for index, alias in enumerate(piece.aliases):
            file, place = (
                addresses.redirect(alias).casefold(),
                partial(piece.where, "aliases", index),
            )
            same = _same(file)
            page = pages.get(file) or _of_another(piece, pages.get(same))
            holder, first = given.get(file) or given.get(same) or (piece, place)
            if page or _MADE.fullmatch(alias.casefold()):
                yield ALIAS_TAKEN.at(place(), address=alias, first=_named(page or file))
            elif file in given or holder is not piece:
                yield ALIAS_TWICE.at(place(), address=alias, first=first())
            given.setdefault(file, (piece, place))


def _same(file: str) -> str:
    """The other file with which many servers answer at the same address, as if both were one."""
    if file.endswith("/index.html"):
        return f"{file.removesuffix('/index.html')}.html"
    return f"{file.removesuffix('.html')}/index.html"


def _of_another(piece: Piece, page: Piece | str | None) -> Piece | None:
    """A page, if it is that of another piece: its own may have had another name before."""
    return page if isinstance(page, Piece) and page is not piece else None


def _pages(subject: Subject) -> Iterable[tuple[str, Piece | str]]:
    """The file of every page as browsers ask for it, and what it is."""
    for path in subject.links.result_paths:
        yield f"{addresses.url(path)}index.html", path
    yield addresses.NOT_FOUND, addresses.NOT_FOUND
    for piece in subject.workspace.pieces.values():
        page = addresses.url(subject.links.pages[piece.id])
        yield f"{page}index.html", piece


def _named(page: Piece | str) -> object:
    return page.where("id") if isinstance(page, Piece) else page
