"""Two pieces of one kind with the same title: readers cannot tell which is which."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from generator.checks import Subject
from generator.diagnostics import Diagnostic, Rule, Severity
from generator.vietnamese.text import fold

if TYPE_CHECKING:
    from generator.model.piece import Piece

TITLE_TWICE = Rule(
    "title-twice",
    "Another piece has the same title: {first}.",
    "If this one is a copy that nobody needs, delete it. Else give it a title of its own.",
    Severity.WARNING,
)


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Every piece that is finished, beside those of its medium and language."""
    first: dict[tuple[str, ...], Piece] = {}
    for piece in subject.plan.workspace.pieces.values():
        if piece.status in {"ready", "approved"}:
            said = (piece.medium, piece.lang, " ".join(fold(piece.title).split()))
            if (other := first.setdefault(said, piece)) is not piece:
                yield TITLE_TWICE.at(piece.where("title"), first=other.where("title"))
