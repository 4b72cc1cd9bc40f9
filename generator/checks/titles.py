"""A title is short and of one piece alone, and a summary says more than it."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from generator.checks import Subject
from generator.diagnostics import Diagnostic, warning
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
SUMMARY_OF_ANOTHER = warning(
    "summary-of-another",
    "Another piece says the same in few words: {first}.",
    "Say in one sentence what this piece is about, or leave {key}: out.",
)
_LEAST: Final = 6  # words that two pieces share by no chance
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
    said: dict[tuple[str, str], Piece] = {}
    for _, piece in sorted(subject.workspace.pieces.items()):  # a copy has the id with a number
        if len(piece.title) > LONGEST:
            count, most = str(len(piece.title)), str(LONGEST)
            yield TOO_LONG.at(piece.where("title"), count=count, most=most)
        if piece.status in {"ready", "approved"}:
            title = _bare(piece.title)
            if title and _bare(piece.summary) == title:
                yield SUMMARY_TWICE.at(piece.where("summary"))
            if (other := first.setdefault((piece.medium, piece.lang, title), piece)) is not piece:
                yield TITLE_TWICE.at(piece.where("title"), first=other.where("title"))
            else:
                yield from _said_before(piece, said)


def _said_before(piece: Piece, said: dict[tuple[str, str], Piece]) -> Iterator[Diagnostic]:
    """A summary or a standfirst of another piece, which stays where one is copied."""
    for key in ("summary", "standfirst"):
        words = _bare(getattr(piece, key, ""))
        first = said.setdefault((key, words), piece) if words.count(" ") >= _LEAST - 1 else piece
        if first is not piece:
            yield SUMMARY_OF_ANOTHER.at(piece.where(key), first=first.where(key), key=key)


@lru_cache(maxsize=1 << 14)
def _bare(text: str) -> str:
    """Its words alone: capitals and punctuation make no other one of a text."""
    return " ".join(re.findall(r"\w+", text.casefold()))
