"""What readers have seen under an id stays that story.

A file that is saved over another one, or an id in the wrong file, puts one story where readers,
feeds and the approval have another; each file by itself looks right.
"""

from collections.abc import Iterable
from datetime import date

from generator.checks import Subject
from generator.diagnostics import Diagnostic, warning
from generator.model.edition import Edition
from generator.model.piece import Piece
from generator.source.replacement_lines import instead
from generator.vietnamese.text import fold

ANOTHER_ID = warning(
    "published-swapped",
    "Readers have seen “{title}” under another id; with this one it stands where “{other}” was.",
    "The ids of two pieces have changed places; give each its own again. Here:\n{typed}",
)
ANOTHER_STORY = warning(
    "published-over",
    "Readers have seen “{before}” here; now “{title}” stands in its place, with the approval that "
    "was given before.",
    "If it was saved over the other one by mistake, take the old one back (loa undo, or the "
    "earlier versions at the desk) and save this one as a new piece. If it is the same story with "
    "another title, whoever approves it reads it once more and writes approved_on: {day}",
)


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Every piece that readers know by another title: once where two have changed places."""
    last, plan = subject.last, subject.plan
    if last is None or last.as_of > plan.as_of:
        return
    pieces = subject.workspace.pieces
    now = {key: pieces[key] for key in last.titles if key in pieces}
    own = {fold(last.titles[key]): key for key in now}
    for key, piece in now.items():
        before, other = fold(last.titles[key]), own.get(fold(piece.title), key)
        if other != key and fold(pieces[other].title) == before:
            if key < other:
                yield _of_another(last, piece, other)
        elif _has_other_story(last, piece):
            where, day = piece.where("title"), plan.as_of.date()
            told = {"before": last.titles[key], "title": piece.title}
            yield ANOTHER_STORY.at(where, **told, day=f"{day.day}/{day.month}/{day.year}")


def _of_another(last: Edition, piece: Piece, own: str) -> Diagnostic:
    where = piece.where("id")
    names = {"title": piece.title, "other": last.titles[piece.id]}
    return ANOTHER_ID.at(where, **names, typed=instead(where, own))


def _has_other_story(last: Edition, piece: Piece) -> bool:
    """Whether titles have less than half of their words in common, under one approval."""
    if piece.status != "approved" or (piece.approved_on or date.min) >= last.as_of.date():
        return False
    before, now = (set(fold(title).split()) for title in (last.titles[piece.id], piece.title))
    return 2 * len(before & now) < max(len(before), len(now))
