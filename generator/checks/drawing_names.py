"""The drawings that stand for a piece, and beside what it tells to do, are some that there are."""

from collections.abc import Iterable, Iterator

from generator.checks import Subject
from generator.diagnostics import Diagnostic, Location, Rule
from generator.model.article import Article
from generator.model.piece import Piece
from generator.press.package_drawings import package_drawings
from generator.press.typesetting_faults import nearest

NO_SUCH_DRAWING = Rule(
    "drawing-unknown",
    "There is no drawing “{name}”.",
    "Write one of these: {known}.",
)


def check(subject: Subject) -> Iterable[Diagnostic]:
    """The drawings of every piece."""
    for piece in subject.pieces:
        for name, where in _named(piece):
            if name and name not in package_drawings():
                known = nearest(name, tuple(package_drawings()))
                yield NO_SUCH_DRAWING.at(where, name=name, known=known)


def _named(piece: Piece) -> Iterator[tuple[str, Location]]:
    yield piece.drawing, piece.where("drawing")
    for tip in piece.tips if isinstance(piece, Article) else ():
        yield tip.drawing, tip.where("drawing")
