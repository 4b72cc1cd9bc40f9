"""Where links of the front matter lead: entrances, things to do, and advice that says how."""

from collections.abc import Iterable, Iterator

from generator.checks import Subject
from generator.checks.destinations import link_fault
from generator.diagnostics import Diagnostic
from generator.model.article import Article
from generator.model.record import Path


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Every one that leads nowhere."""
    for piece in subject.pieces:
        if not isinstance(piece, Article):
            continue
        for keys, href in _links(piece):
            if wrong := link_fault(subject, piece, href):
                rule, details = wrong
                yield rule.at(piece.where(*keys), **details)


def _links(piece: Article) -> Iterator[tuple[Path, str]]:
    """Each link, and the way to it from the piece."""
    for number, door in enumerate(piece.doors):
        yield ("doors", number, "to"), door.to
    for number, tip in enumerate(piece.tips):
        if tip.to:
            yield ("tips", number, "to"), tip.to
    for place, group in enumerate(piece.assessment):
        for number, asked in enumerate(group.questions):
            yield ("assessment", place, "questions", number, "to"), asked.to
