"""Industries and topics are written one way, so that their pieces stand together."""

from collections.abc import Iterable

from generator.checks import Subject
from generator.diagnostics import Diagnostic, Rule, warning
from generator.model.names import LONGEST_ID, is_reserved
from generator.model.piece import Piece
from generator.model.record import Path
from generator.model.slips import RESERVED_NAME
from generator.vietnamese.slugs import slugify

LABEL_DIFFERS = warning(
    "label-differs",
    "“{label}” and “{other}” are one label, written in two ways.",
    "Write it the same way everywhere, so that readers find all of it together.",
)
SAME_PAGE = Rule(
    "label-on-one-page",
    "“{label}” and “{other}” differ in their marks alone: both have one page.",
    "If they are one, write it the same way everywhere. If they are two, give one of them a word "
    "more.",
)
LABEL_EMPTY = Rule(
    "label-empty",
    "“{label}” has no letter that an address could be made of.",
    "Name it with words.",
)
LABEL_LONG = Rule(
    "label-too-long",
    "“{label}…” is too long for a label: an address is made of it.",
    "Name it with at most {most} characters; a sentence belongs into the summary.",
)


def check(subject: Subject) -> Iterable[Diagnostic]:
    """The first way that is met is taken for the right one."""
    known: dict[str, str] = {}
    for piece in subject.workspace.pieces.values():
        for label, path in _labels(piece):
            slug = slugify(label)
            if not slug:
                yield LABEL_EMPTY.at(piece.where(*path), label=label)
            elif len(slug) > LONGEST_ID:
                yield LABEL_LONG.at(piece.where(*path), label=label[:LONGEST_ID], most=LONGEST_ID)
            elif is_reserved(slug):
                yield RESERVED_NAME.at(piece.where(*path), value=label)
            elif known.setdefault(slug, label) != label:
                is_one = _letters(label) == _letters(known[slug])
                rule = LABEL_DIFFERS if is_one else SAME_PAGE
                yield rule.at(piece.where(*path), label=label, other=known[slug])


def _letters(label: str) -> str:
    """What is the same of two ways to write one label: «Dệt, nhuộm», «dệt nhuộm»."""
    return "".join(filter(str.isalnum, label.casefold()))


def _labels(piece: Piece) -> Iterable[tuple[str, Path]]:
    if piece.industry:
        yield piece.industry, ("industry",)
    for index, topic in enumerate(piece.topics):
        yield topic, ("topics", index)
