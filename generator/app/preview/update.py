"""Pieces that were saved, renamed or deleted, put into the last look at once."""

from collections.abc import Mapping
from dataclasses import replace

from generator.app.preview.view import PIECES, EditorView, lists_of, look_at, with_pieces
from generator.app.preview.visibility_marks import with_mark
from generator.diagnostics import in_order
from generator.media import media
from generator.model.file import AuthoredFile
from generator.model.piece import Deliverable, Piece
from generator.model.plan import Plan
from generator.source.load import load
from generator.source.twice import DUPLICATE_ID

_WORDS = frozenset({"title", "summary", "standfirst", "picture", "sources", "rights"})
"""What may change in a piece without anything else coming to another place in the plan."""


def slipped_in(last: EditorView, paths: set[str]) -> EditorView | None:
    """The last look with these files read again; None if that says nothing.

    A file with a mistake changes nothing but the problems that are told: its piece stays as it was.
    """
    files = _files_now(last, paths)
    touched = (paths & files.keys()) | (files.keys() ^ last.files.keys())
    changed = {path for path in touched if path.startswith(PIECES)}
    if not changed or any(each.rule.code == DUPLICATE_ID.code for each in last.findings):
        return None  # which of two files with one id is shown only a whole look tells
    workspace = last.truth.workspace
    read, told = load([files[path] for path in changed & files.keys()], ())
    problems = [each for each in told if each.where.path in changed]
    known = workspace.pieces.values()
    gone = {piece.id: piece for piece in known if piece.file in changed}
    broken = {key: piece for key, piece in gone.items() if piece.file in read.broken_files}
    others = {piece.id: piece for piece in known if piece.id not in gone}
    if others.keys() & read.pieces.keys():
        return None  # the same id twice: the whole look tells where
    found = in_order([each for each in last.findings if each.where.path not in changed] + problems)
    seen = replace(last, findings=found, files=files)
    return _with_pieces(seen, others, gone, broken | dict(read.pieces))


def _files_now(last: EditorView, paths: set[str]) -> Mapping[str, AuthoredFile]:
    """The files of the last look where only known ones were saved, else those that are there."""
    if all(path in last.files and _is_there(last.files[path]) for path in paths):
        return last.files
    return {file.path: file for file in last.world.files.files()}


def _is_there(file: AuthoredFile) -> bool:
    try:
        file.read()
    except OSError:
        return False
    return not file.problem


def _with_pieces(
    seen: EditorView,
    others: Mapping[str, Piece],
    gone: Mapping[str, Piece],
    new: Mapping[str, Piece],
) -> EditorView:
    if all(gone.get(key) is piece for key, piece in new.items()) and gone.keys() == new.keys():
        return seen  # nothing but mistakes
    if len(new) == 1 and gone.keys() == new.keys():
        [(identity, piece)] = new.items()
        if _stays(gone[identity], piece):
            return _exchanged(seen, piece)
    truth = with_pieces(seen.truth, [*others.values(), *new.values()])
    return look_at(seen.world, truth, seen.findings, seen.files, seen)


def _stays(old: Piece, new: Piece) -> bool:
    """Whether a piece is where it was in everything but its words."""
    fields = type(new).model_fields
    return (
        type(old) is type(new)
        and old.file == new.file
        and all(name in _WORDS or getattr(old, name) == getattr(new, name) for name in fields)
    )


def _exchanged(seen: EditorView, piece: Piece) -> EditorView:
    truth = _with(seen.truth, piece)
    plan = _with(seen.plan, with_mark(truth, piece))
    is_printed = media()[piece.medium].artwork is not None
    made = lists_of(seen.world, plan, seen.links) if is_printed else seen.artifacts
    return replace(seen, truth=truth, plan=plan, artifacts=made)


def _with(plan: Plan, piece: Piece) -> Plan:
    workspace = replace(plan.workspace, pieces={**plan.workspace.pieces, piece.id: piece})
    visible = {**plan.visible, piece.id: piece} if piece.id in plan.visible else plan.visible
    entries = tuple(
        replace(entry, piece=piece)
        if entry.piece.id == piece.id and isinstance(piece, Deliverable)
        else entry
        for entry in plan.timetable
    )
    return replace(plan, workspace=workspace, visible=visible, timetable=entries)
