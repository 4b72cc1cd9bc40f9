"""What is typed into a draft, as values; and what saving it would do to the files.

Whatever changes a draft changes its one text: the page, the fields and the view as text are three
ways to the same. Nothing is written here.
"""

import unicodedata
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial

from generator.app.check import CheckReport
from generator.app.editing import Outcome, new_findings
from generator.app.editing.approvals import APPROVAL_LOCK, HOME, is_locked
from generator.app.problem_mending import with_mending
from generator.app.typed_approvals import (
    TYPED_APPROVAL,
    approver_in,
    typed_approvals,
    with_approval_of,
    without_typed_approval,
)
from generator.diagnostics import Diagnostic, Location
from generator.media import media
from generator.model.draft import Draft, plain_text
from generator.model.piece import Piece
from generator.model.piece_form import keys_before
from generator.model.revision import Changeset, Revision
from generator.source.edits import NotEditableError, normal_form, with_text
from generator.source.entries import KeyEntry, Value, values_at, with_entry, with_entry_of
from generator.source.text_merge import merge

WROTE, DROPPED = "Wrote a text: {about}", "Typed and dropped: {about}"


@dataclass(frozen=True, slots=True)
class WholeText:
    """The file as a person sees it as text, with plain line ends."""

    text: str


@dataclass(frozen=True, slots=True)
class FieldValue:
    """A key of the data gets another value; with None it goes."""

    key: str
    value: Value


@dataclass(frozen=True, slots=True)
class Mending:
    """A problem that was told is mended, as its message says."""

    problem: Diagnostic


@dataclass(frozen=True, slots=True)
class NewBase:
    """The draft goes on from what is in its file now, which its author has seen."""

    data: bytes | None


DraftEdit = WholeText | FieldValue | Mending | NewBase
_INSTEAD = {"slot": "quarter", "quarter": "slot"}
"""A day stands instead of a quarter."""
_PICTURES = "assets/"
_NAMES = ("id", "aliases")
"""What a piece is called, and was."""


def with_edit(draft: Draft, edit: DraftEdit) -> Draft:
    """A draft after an edit; lines that are not meant stay as they are.

    Raises:
        NotEditableError: lines of the author would have to go.
    """
    match edit:
        case WholeText(text):
            return replace(draft, text=with_text(draft.text, text))
        case FieldValue(key, value):
            return replace(draft, text=_with_value(draft, key, value))
        case NewBase(data):
            return replace(draft, base=data)
        case Mending(problem) if problem.rule is TYPED_APPROVAL:
            return replace(draft, text=with_text(draft.text, without_typed_approval(draft)))
        case Mending(problem):
            return replace(draft, text=with_mending(draft.path, draft.text, problem))


def earlier_text(draft: Draft, text: str, moves: Sequence[tuple[str, str]] = ()) -> str:
    """A text that stood in the file once, with what is said now of who approved it.

    Whoever approved it then answers for it no more. Where files were moved since, from one path to
    another, it leads to its pictures where they are; a piece that was moved keeps its name, on
    which links, slots and feeds hang, and its former addresses.
    """
    for old, new in moves:
        if old.startswith(_PICTURES):
            text = text.replace(old, new)
    if any(new == draft.path for _, new in moves):
        text = _with_name_of(draft, text)
    return with_approval_of(draft.path, text, draft.plain)


def _with_name_of(draft: Draft, text: str) -> str:
    """A text with what a draft says of its name; as it is where one of both cannot be read."""
    with suppress(NotEditableError):
        now = values_at(draft.path, draft.plain)
        for key in _NAMES:
            value = now.get(key)
            if values_at(draft.path, text).get(key) != value:
                text = _with_value(Draft(draft.path, draft.plain.encode(), text), key, value)
    return text


def _with_value(draft: Draft, key: str, value: Value) -> str:
    """The text with another value at a key, which stands where the record has it."""
    form = partial(unicodedata.normalize, normal_form(draft.text))
    if isinstance(value, tuple):
        value = tuple(map(form, value))
    value = form(value) if isinstance(value, str) else value
    text = _as_saved(draft, key, value)
    if text is None:
        before = keys_before(record_of(draft), key)
        text = with_entry(draft.path, draft.text, KeyEntry((key,), value, before))
    if value is not None and key in _INSTEAD:
        text = with_entry(draft.path, text, KeyEntry((_INSTEAD[key],), None))
    return text


def _as_saved(draft: Draft, key: str, value: Value) -> str | None:
    """The text with a value as it would be typed into the file as it is saved, in one go.

    What fields held on the way leaves no trace: place, quotes and remarks are those of the file.
    None where the file has no such key, or its author has written it otherwise in the text.
    """
    path, saved = draft.path, (draft.base or b"").decode("utf-8", "replace")
    try:
        then, now = values_at(path, saved), values_at(path, draft.text)
        kept = then.get(key)
        meant = value if value is not None or kept != "" else ""
        if key not in then or meant is None:
            return None
        of = partial(_typed_into, draft, saved, key)
        is_field = key not in now or meant == kept or of(now[key], kept) == draft.text
        return of(meant, kept) if is_field else None
    except NotEditableError:
        return None


def _typed_into(draft: Draft, saved: str, key: str, value: Value, kept: Value) -> str:
    typed = saved if value == kept else with_entry(draft.path, saved, KeyEntry((key,), value))
    return with_entry_of(draft.path, draft.text, typed, key)


def record_of(draft: Draft) -> type[Piece]:
    """The kind of piece that a draft says it is; where that says nothing, any piece.

    Raises:
        NotEditableError: its data cannot be read.
    """
    medium = media().get(str(values_at(draft.path, draft.text).get("medium")))
    return medium.record if medium else Piece


def rebase(draft: Draft, data: bytes | None) -> Draft | None:
    """A draft that goes on from what is in its file now; None where both changed the same words.

    Line ends and a byte order mark are those that the file has now: another program may write it
    with others and change no word.
    """
    try:
        before, now = (draft.base or b"").decode(), (data or b"").decode()
    except UnicodeDecodeError:
        return None
    texts = map(plain_text, (before, draft.text, now))
    text = merge(*texts) if data is not None else None
    return None if text is None else Draft(draft.path, data, with_text(now, text))


def join_edits(before: Draft, edit: Draft, now: Draft, *, by_letters: bool = False) -> Draft | None:
    """A draft with what was typed into an earlier one, by two windows at once; None as above.

    Mendings are joined `by_letters`: two of one word change different letters.
    """
    text = merge(before.text, edit.text, now.text, by_letters=by_letters)
    return None if text is None else replace(now, text=text)


def lock_of(draft: Draft, report: CheckReport) -> list[Diagnostic]:
    """Why the file of a draft is not to be changed; nothing where it may be.

    What the file says now counts, too: somebody may have approved it since it was looked at.
    """
    pieces = report.plan.workspace.pieces.values()
    mine = [piece for piece in pieces if piece.file == draft.path]
    held = [each for each in mine if is_locked(each)]
    is_home = any(each.address == HOME for each in mine)
    if not held and not is_home and (name := approver_in(draft)):
        return [APPROVAL_LOCK.at(Location(draft.path), name=name)]
    return [APPROVAL_LOCK.at(each.where("status"), name=each.approved_by) for each in held]


def saving(draft: Draft, before: CheckReport, after: CheckReport) -> Outcome:
    """What is written when a draft is saved; or what would stop a build that nothing stops now.

    `before` is what was found in the files, `after` what is with the draft in the place of its
    file.
    """
    if held := lock_of(draft, before) or typed_approvals(draft):
        return Outcome(None, held)
    harm = new_findings(before.blocking, after.blocking, {})
    if harm or (harm := _unreadable(draft, before, after)):
        return Outcome(None, harm)
    revisions = [Revision(draft.path, draft.base, draft.text.encode())]
    return Outcome(Changeset.of(WROTE, [] if draft.is_saved else revisions, [draft.path]), [])


def _unreadable(draft: Draft, before: CheckReport, after: CheckReport) -> list[Diagnostic]:
    """Why a file that can be read could be read no more; it may go on as it was."""
    unread = after.plan.workspace.unread
    if draft.path not in unread or draft.path in before.plan.workspace.unread:
        return []
    return [each for each in after.of([draft.path]) if each.is_error]


def dropping(draft: Draft, text: str = "") -> Changeset:
    """What the history keeps of what was typed and is dropped: the draft, or a text."""
    typed = (text or draft.text).encode()
    return Changeset(DROPPED, draft.path, (Revision(draft.path, draft.base, typed),))
