"""Industries and topics are written one way, so that their pieces stand together."""

from collections.abc import Iterable

from generator.checks import Subject
from generator.diagnostics import Diagnostic, Location, Rule, Severity
from generator.model.piece import Piece
from generator.vietnamese.slugs import slugify

LABEL_DIFFERS = Rule(
    "label-differs",
    "“{label}” and “{other}” are one label, written in two ways.",
    "Write it the same way everywhere, so that readers find all of it together.",
    Severity.WARNING,
)
LABEL_EMPTY = Rule(
    "label-empty",
    "“{label}” has no letter that an address could be made of.",
    "Name it with words.",
)


def check(subject: Subject) -> Iterable[Diagnostic]:
    """The first way that is met is taken for the right one."""
    known: dict[str, str] = {}
    for piece in subject.plan.workspace.pieces.values():
        for label, where in _labels(piece):
            slug = slugify(label)
            if not slug:
                yield LABEL_EMPTY.at(where, label=label)
            elif known.setdefault(slug, label) != label:
                yield LABEL_DIFFERS.at(where, label=label, other=known[slug])


def _labels(piece: Piece) -> Iterable[tuple[str, Location]]:
    if piece.industry:
        yield piece.industry, piece.where("industry")
    for index, topic in enumerate(piece.topics):
        yield topic, piece.where("topics", index)
