"""A title is short and of one piece alone, and a summary says more than it."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from generator.checks import Subject
from generator.diagnostics import Diagnostic, warning
from generator.vietnamese.text import fold

if TYPE_CHECKING:
    from generator.model.piece import Piece

TITLE_TWICE = warning(
    "title-twice",
    "Another piece has the same title: {first}.",
    "If this one is a copy that nobody needs, delete it. Else give it a title of its own.",
)
SUMMARY_TWICE = warning(
    "summary-is-title",
    "The summary says no more than the title.",
    "Say in one sentence what the piece is about, or leave summary: out.",
)
LONGEST: Final = 160
"""Characters: two lines on a page, and what a calendar program or a search still shows."""
TOO_LONG = warning(
    "title-too-long",
    "The title has {count} characters: listings and calendars show no more than its beginning.",
    "Write one of at most {most}, and say the rest in summary:.",
)


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Every piece; one that is finished beside those of its medium and language."""
    first: dict[tuple[str, ...], Piece] = {}
    for piece in subject.workspace.pieces.values():
        if len(piece.title) > LONGEST:
            count, most = str(len(piece.title)), str(LONGEST)
            yield TOO_LONG.at(piece.where("title"), count=count, most=most)
        if piece.status in {"ready", "approved"}:
            title = _bare(piece.title)
            if title and _bare(piece.summary) == title:
                yield SUMMARY_TWICE.at(piece.where("summary"))
            if (other := first.setdefault((piece.medium, piece.lang, title), piece)) is not piece:
                yield TITLE_TWICE.at(piece.where("title"), first=other.where("title"))


@lru_cache(maxsize=1 << 14)
def _bare(text: str) -> str:
    """Its words alone: neither marks nor capitals make another one of a text."""
    return " ".join(re.findall(r"\w+", fold(text)))
