"""Two pieces of one kind with the same title: readers cannot tell which is which."""

from collections.abc import Iterable

from generator.checks import Subject
from generator.diagnostics import Diagnostic, Location, Rule, Severity
from generator.vietnamese.text import fold

TITLE_TWICE = Rule(
    "title-twice",
    "Another piece has the same title: {first}.",
    "If this one is a copy that nobody needs, delete it. Else give it a title of its own.",
    Severity.WARNING,
)


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Every piece that is finished, beside those of its medium and language."""
    first: dict[tuple[str, ...], Location] = {}
    for piece in subject.plan.workspace.pieces.values():
        if piece.status in {"ready", "approved"}:
            said = (piece.medium, piece.lang, " ".join(fold(piece.title).split()))
            where = piece.where("title")
            if (other := first.setdefault(said, where)) is not where:
                yield TITLE_TWICE.at(where, first=other)
