"""Approving and withdrawing: a person answers for what readers see."""

import re
from collections.abc import Iterable
from datetime import datetime

from generator.app.editing.edit_kinds import Approve, Correct, Edit, Rename, Reopen, Withdraw
from generator.app.editing.values import write
from generator.app.overlay import Overlay
from generator.diagnostics import Diagnostic, Location, Rule
from generator.model.draft import seal_of
from generator.model.piece import Piece
from generator.model.plan import Plan
from generator.source.edits import NotEditableError
from generator.source.entries import KeyEntry
from generator.vietnamese.dates import HANOI, format_date
from generator.vietnamese.person_names import is_example_name

APPROVED_ALREADY = Rule(
    "approved-already",
    "{name} has approved this piece already, on {day}.",
    "To have it approved anew, open it again first.",
)
EXAMPLE_APPROVER = Rule(
    "approves-as-example",
    "“{name}” only shows where a name goes: nobody is called so.",
    "Type the real name of whoever approves.",
)
APPROVED_WITHDRAWN = Rule(
    "approves-withdrawn",
    "This piece is withdrawn; an approval would show it again.",
    "If it is to be seen again, open it again first.",
)
WITHDRAWN = Rule(
    "withdrawn-already",
    "This piece is withdrawn already.",
    "Nothing is to be done; to show it again, open it again.",
)
UNSEEN = Rule(
    "withdraws-unseen",
    "Nobody has approved this piece, so that no reader has seen it: there is nothing to withdraw.",
    "Leave it as a draft, or delete its file.",
)

OPEN_ALREADY = Rule(
    "reopens-draft",
    "This piece is being written: it is open.",
    "Nothing is to be done; write in it.",
)
APPROVAL_LOCK = Rule(
    "approved-locked",
    "{name} has approved this piece as it is: its text and data are locked.",
    "Open it again to change it, and have it approved anew.",
)
CHANGED_SINCE = Rule(
    "piece-changed-since",
    "Somebody has changed this piece since you opened it; here it is as it is now.",
    "Read it, then press once more.",
)
HOME = "index"
APPROVAL_KEYS = ("approved_by", "approved_on", "approval_number", "withdrawn_on")
"""What is said of who approved or withdrew a piece, and when."""


_APPROVAL_LINES = re.compile(rf"^(?:{'|'.join(APPROVAL_KEYS)})[ \t]*:.*\r?\n", re.MULTILINE)
_STATUS_LINE = re.compile(r"^status[ \t]*:[^\r\n]*", re.MULTILINE)


def approve(edit: Approve, overlay: Overlay, plan: Plan, now: datetime) -> Iterable[Diagnostic]:
    """Status, name, day and number, below each other."""
    del plan
    piece = overlay.piece(edit.piece)
    if piece and piece.status == "withdrawn":
        return [APPROVED_WITHDRAWN.at(_status(piece))]
    if piece and piece.approved_on and piece.approved_by and is_approved(piece):
        day = format_date(piece.approved_on)
        return [APPROVED_ALREADY.at(_status(piece), name=piece.approved_by, day=day)]
    if is_example_name(edit.by):
        return [EXAMPLE_APPROVER.at(Location(edit.piece), name=edit.by)]
    values = {
        "status": "approved",
        "approved_by": edit.by,
        "approved_on": format_date(now.astimezone(HANOI).date()),
        **({"approval_number": edit.number} if edit.number else {}),
    }
    for key, value in values.items():
        write(overlay, edit.piece, KeyEntry((key,), value, tuple(values)))
    return ()


def withdraw(edit: Withdraw, overlay: Overlay, plan: Plan, now: datetime) -> Iterable[Diagnostic]:
    """Status and day; what readers never saw cannot be withdrawn from them."""
    del plan
    piece = overlay.piece(edit.piece)
    if piece and piece.status != "approved":
        return [(WITHDRAWN if piece.status == "withdrawn" else UNSEEN).at(_status(piece))]
    day = format_date(now.astimezone(HANOI).date())
    above = ("status", "approved_by", "approved_on", "approval_number")
    write(overlay, edit.piece, KeyEntry(("status",), "withdrawn"))
    write(overlay, edit.piece, KeyEntry(("withdrawn_on",), day, above, edit.reason))
    return ()


def is_locked(piece: Piece) -> bool:
    """Whether somebody answers for each word of it; the home page is always there, and open."""
    return is_approved(piece) and piece.address != HOME


def locked(overlay: Overlay, path: str) -> Iterable[Diagnostic]:
    """Why the text of a file is not to be changed; nothing where it may be."""
    piece = overlay.piece(path)
    if piece and is_locked(piece):
        yield APPROVAL_LOCK.at(_status(piece), name=piece.approved_by)


def changed_since(overlay: Overlay, edit: Edit) -> Iterable[Diagnostic]:
    """Why nothing is done to a piece that is another one than was seen; nothing where it is not.

    Whoever presses twice is told that it is done already.
    """
    match edit:
        case Approve(path) | Withdraw(path) | Correct(path) | Rename(path):
            is_other = edit.seal not in {None, seal_of(overlay.data(path))}
            if is_other and not _is_done(edit, overlay.piece(path)):
                yield CHANGED_SINCE.at(Location(path))


def _is_done(edit: Edit, piece: Piece | None) -> bool:
    if piece is None or not isinstance(edit, Approve | Withdraw):
        return False
    return is_approved(piece) if isinstance(edit, Approve) else piece.status == "withdrawn"


def reopen(edit: Reopen, overlay: Overlay, plan: Plan, now: datetime) -> Iterable[Diagnostic]:
    """A draft, of which nobody is said to have approved or withdrawn it."""
    del plan, now
    piece = overlay.piece(edit.piece)
    if piece and piece.status == "draft":
        return [OPEN_ALREADY.at(_status(piece))]
    try:
        write(overlay, edit.piece, KeyEntry(("status",), "draft"))
        for key in APPROVAL_KEYS:
            write(overlay, edit.piece, KeyEntry((key,), None))
    except NotEditableError:  # of data that cannot be read the lines go that say it
        text = _APPROVAL_LINES.sub("", overlay.text(edit.piece))
        overlay.put(edit.piece, _STATUS_LINE.sub("status: draft", text))
    return ()


def is_approved(piece: Piece) -> bool:
    """Whether somebody has approved it: an example only shows where a name goes."""
    return piece.status == "approved" and not piece.is_example


def _status(piece: Piece) -> Location:
    return piece.where("status" if "status" in piece.model_fields_set else "id")
