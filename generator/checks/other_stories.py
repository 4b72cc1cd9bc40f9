"""What readers have seen under an id stays that story.

A file that is saved over another one, or an id in the wrong file, puts one story where readers,
feeds and the approval have another; each file by itself looks right.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from generator.checks import Subject
from generator.diagnostics import Diagnostic, warning
from generator.model.edition import Edition
from generator.model.piece import Piece
from generator.model.piece_words import mark_of_words
from generator.source.replacement_lines import instead
from generator.vietnamese.dates import format_date
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
WITHDRAWN_ID = warning(
    "withdrawn-over",
    "“{before}” was withdrawn under this id; now “{title}” has it, and nobody is told of the "
    "withdrawal any more.",
    "Give this one an id and a file of its own, and put the withdrawn one back (loa undo, or the "
    "earlier versions at the desk).",
)
OTHER_WORDS = warning(
    "published-changed",
    "Readers have seen other words here; the approval was given before they were changed.",
    "If it is not meant, take it back: loa undo. Where readers are to be told, add a correction "
    "(corrections:). Else whoever approves it reads it once more and writes approved_on: {day}",
)


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Every piece that readers know otherwise: once where two have changed places."""
    last, plan = subject.public_edition, subject.plan
    if last is None:
        return
    today = format_date(plan.as_of.date())
    pieces = subject.workspace.pieces
    now = {key: pieces[key] for key in last.titles if key in pieces}
    own = {fold(last.titles[key]): key for key in now}
    for key, piece in now.items():
        before, title = fold(last.titles[key]), fold(piece.title)
        other = own[title] if title in own and title != before else key
        if other != key and fold(pieces[other].title) == before:
            if key < other:
                yield _of_another(last, piece, other)
        elif piece.status == "approved":
            yield from _changed(last, piece, today)


def _of_another(last: Edition, piece: Piece, own: str) -> Diagnostic:
    where = piece.where("id")
    names = {"title": piece.title, "other": last.titles[piece.id]}
    return ANOTHER_ID.at(where, **names, typed=instead(where, own))


def _changed(last: Edition, piece: Piece, today: str) -> Iterator[Diagnostic]:
    """What an approved piece says that readers have not seen, under an approval of before."""
    told = {"before": last.titles[piece.id], "title": piece.title}
    if piece.id not in last.visible:
        if _is_other(last, piece):
            yield WITHDRAWN_ID.at(piece.where("id"), **told)
    elif (piece.approved_on or date.min) >= last.as_of.date():
        return
    elif _is_other(last, piece):
        yield ANOTHER_STORY.at(piece.where("title"), **told, day=today)
    elif not (_says_the_same(last, piece) or _is_told(last, piece)):
        yield OTHER_WORDS.at(piece.where("approved_on"), day=today)


def _is_other(last: Edition, piece: Piece) -> bool:
    """Whether less than half of the words of the longer title are in both."""
    before, now = (set(fold(title).split()) for title in (last.titles[piece.id], piece.title))
    return 2 * len(before & now) < max(len(before), len(now))


def _says_the_same(last: Edition, piece: Piece) -> bool:
    return piece.id not in last.words or last.words[piece.id] == mark_of_words(piece)


def _is_told(last: Edition, piece: Piece) -> bool:
    """Whether the author says that it was changed since."""
    days = (piece.revised_on, *(each.on for each in piece.corrections))
    return any(day is not None and day >= last.as_of.date() for day in days)
