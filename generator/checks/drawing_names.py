"""The drawings that stand for a piece, and beside what it tells to do, are some that there are."""

from collections.abc import Iterable, Iterator

from generator.checks import Subject
from generator.diagnostics import Diagnostic, Rule
from generator.model.article import Article
from generator.model.record import Record
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
        yield from _unknown(piece, piece.drawing)
        for tip in piece.tips if isinstance(piece, Article) else ():
            yield from _unknown(tip, tip.drawing)


def _unknown(record: Record, name: str) -> Iterator[Diagnostic]:
    if name and name not in package_drawings():
        known = nearest(name, tuple(package_drawings()))
        yield NO_SUCH_DRAWING.at(record.where("drawing"), name=name, known=known)
