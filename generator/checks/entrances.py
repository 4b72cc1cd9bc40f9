"""Entrances of the home page and things to do lead to a piece or a page that there is."""

from collections.abc import Iterable, Iterator

from generator.checks import Subject, home_page
from generator.checks.destinations import DEAD_LINK
from generator.diagnostics import Diagnostic, Location
from generator.model.article import Article

_THERE = frozenset({"piece", "hidden", "page", "broken"})


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Each `to` of every article; one to a piece that is not public yet waits for it."""
    lost = home_page.is_gone(subject)
    for piece in subject.pieces:
        if not isinstance(piece, Article):
            continue
        for href, where in _named(piece):
            target = subject.links.resolve(piece.file, href)
            is_told = lost and href.endswith(home_page.FILE.rpartition("/")[2])
            if target.kind not in _THERE and not is_told:
                yield DEAD_LINK.at(where, href=href)


def _named(piece: Article) -> Iterator[tuple[str, Location]]:
    yield from ((door.to, door.where("to")) for door in piece.doors)
    yield from ((tip.to, tip.where("to")) for tip in piece.tips if tip.to)
