"""The drawing that stands for a piece is one of those that there are."""

from collections.abc import Iterable

from generator.checks import Subject
from generator.diagnostics import Diagnostic, Rule
from generator.press.package_drawings import package_drawings
from generator.press.typesetting_faults import nearest

NO_SUCH_DRAWING = Rule(
    "drawing-unknown",
    "There is no drawing “{name}”.",
    "Write one of these: {known}.",
)


def check(subject: Subject) -> Iterable[Diagnostic]:
    """The drawing of every piece."""
    for piece in subject.pieces:
        if piece.drawing and piece.drawing not in package_drawings():
            known = nearest(piece.drawing, tuple(package_drawings()))
            yield NO_SUCH_DRAWING.at(piece.where("drawing"), name=piece.drawing, known=known)
