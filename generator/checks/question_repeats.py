"""A self-assessment asks everything once."""

from collections.abc import Iterable, Iterator

from generator.diagnostics import Diagnostic, Rule
from generator.model.article import Article
from generator.model.piece import Piece
from generator.model.record import Path

ASKED_TWICE = Rule(
    "question-twice",
    "“{words}” stands twice in this self-assessment.",
    "Take one of the two out, or say in it what differs.",
)


def check_piece(piece: Piece) -> Iterable[Diagnostic]:
    """Questions, and names of groups, that are there before."""
    seen: dict[str, Path] = {}
    for keys, words in _said(piece) if isinstance(piece, Article) else ():
        first = seen.setdefault(" ".join(words.casefold().rstrip("?").split()), keys)
        if first != keys:
            yield ASKED_TWICE.at(piece.where(*keys), words=words)


def _said(piece: Article) -> Iterator[tuple[Path, str]]:
    for place, group in enumerate(piece.assessment):
        yield ("assessment", place, "title"), group.title
        for number, asked in enumerate(group.questions):
            yield ("assessment", place, "questions", number, "ask"), asked.ask
