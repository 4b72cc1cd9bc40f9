"""Edits of a workspace: a value in, the files that it changes out, or why it would do harm.

Nothing is written here. What an edit gives is read again as a whole: an edit after which there are
errors that were not there before is refused with them.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from generator.app.check import CheckReport, CheckScope, check
from generator.app.editing.approvals import approve, changed_since, locked, reopen, withdraw
from generator.app.editing.creation import add_recording, attach, import_document, new_piece
from generator.app.editing.edit_kinds import (
    AddEvidence,
    AddRecording,
    Approve,
    Attach,
    Correct,
    Edit,
    ImportEvidence,
    ImportWord,
    MoveSlot,
    NewPiece,
    NewPlan,
    PlanSlot,
    ProposeSlots,
    ReleaseQuarter,
    Rename,
    Reopen,
    ReplaceBody,
    ReplaceText,
    SetValue,
    VerifyEvidence,
    Withdraw,
    WithdrawEvidence,
)
from generator.app.editing.evidence_edits import (
    add_evidence,
    import_evidence,
    verify_evidence,
    withdraw_evidence,
)
from generator.app.editing.moving import move_slot
from generator.app.editing.new_plan import new_plan
from generator.app.editing.planning import plan_slot, propose_slots, release_quarter
from generator.app.editing.renaming import rename
from generator.app.editing.values import correct, replace_body, replace_text, set_value
from generator.app.overlay import Overlay, TakenError
from generator.diagnostics import Diagnostic, Location, Rule
from generator.model.memory import Memory
from generator.model.plan import Plan
from generator.model.revision import Changeset
from generator.ports import Files
from generator.source.edits import NotEditableError

NOT_EDITABLE = Rule(
    "data-not-editable",
    "The data of this file is written in a way that cannot be changed without touching other "
    "lines.",
    "Mend what loa check tells of it, and write one key: value a line; then try again.",
)
FILE_THERE = Rule(
    "new-file-there",
    "A file was to be made at {path}; another one lies there already, and it stays.",
    "Look at that file; if it is not what you mean, do the same once more.",
)

Writer = Callable[[Any, Overlay, Plan, datetime], Iterable[Diagnostic]]
WRITERS: Mapping[type[Edit], tuple[Writer, str]] = {
    SetValue: (set_value, "Set a value: {about}"),
    ReplaceBody: (replace_body, "Wrote a text: {about}"),
    ReplaceText: (replace_text, "Wrote a text: {about}"),
    NewPiece: (new_piece, "Began: {about}"),
    NewPlan: (new_plan, "Began a plan: {about}"),
    ImportWord: (import_document, "Imported: {about}"),
    ProposeSlots: (propose_slots, "Proposed slots: {about}"),
    MoveSlot: (move_slot, "Moved a slot: {about}"),
    PlanSlot: (plan_slot, "Planned a slot: {about}"),
    ReleaseQuarter: (release_quarter, "Released: {about}"),
    Approve: (approve, "Approved: {about}"),
    Withdraw: (withdraw, "Withdrew: {about}"),
    Reopen: (reopen, "Opened again: {about}"),
    Correct: (correct, "Corrected: {about}"),
    Rename: (rename, "Renamed: {about}"),
    Attach: (attach, "Added a picture: {about}"),
    AddRecording: (add_recording, "Added a recording: {about}"),
    AddEvidence: (add_evidence, "Added evidence: {about}"),
    ImportEvidence: (import_evidence, "Imported evidence: {about}"),
    VerifyEvidence: (verify_evidence, "Verified evidence: {about}"),
    WithdrawEvidence: (withdraw_evidence, "Withdrew evidence: {about}"),
}
"""What writes each kind of edit, and the words (msgids) by which the history tells of it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The files that change, with warnings that are new; or no changeset, and why there is none."""

    changeset: Changeset | None
    findings: list[Diagnostic]


def apply(
    edits: Sequence[Edit],
    files: Files,
    report: CheckReport,
    scope: CheckScope,
    memory: Memory | None = None,
) -> Outcome:
    """What one or more edits of one kind change, all together or not at all.

    `report` is what was found in the files, `scope` how: today is its `now`.
    """
    overlay, found = Overlay(files), list[Diagnostic]()
    plan, now = report.plan, scope.now or report.plan.as_of
    for edit in edits:
        if isinstance(edit, SetValue | ReplaceBody | ReplaceText):
            found += locked(overlay, edit.piece)
        if others := [*changed_since(overlay, edit)]:
            return Outcome(None, others)
        writer, _ = WRITERS[type(edit)]
        try:
            found += writer(edit, overlay, plan, now)
        except NotEditableError:
            found.append(NOT_EDITABLE.at(Location(_about(edit))))
        except TakenError as error:
            found.append(FILE_THERE.at(Location(error.path), path=error.path))
    if any(each.is_error for each in found):
        return Outcome(None, found)
    after = check(overlay, plan.as_of, memory, scope)
    are_texts = all(isinstance(edit, ReplaceBody | ReplaceText | ImportWord) for edit in edits)
    grave = _blocking if are_texts else _grave
    if harm := new_findings(grave(report), grave(after), overlay.moves):
        return Outcome(None, harm)
    why = WRITERS[type(edits[0])][1]
    changes = Changeset.of(why, overlay.revisions(), [*map(_about, edits)])
    new = new_findings(report.diagnostics, after.diagnostics, overlay.moves)
    return Outcome(changes, [*found, *new])


def reversal_harm(
    reverse: Changeset, files: Files, report: CheckReport, scope: CheckScope, memory: Memory
) -> list[Diagnostic]:
    """The errors that would come to stop a build if a changeset were taken back.

    What came after it may stand on it, as a second release does on the first.
    """
    overlay = Overlay(files)
    for each in reverse.revisions:
        overlay.put(each.path, each.after)
    after = check(overlay, report.plan.as_of, memory, scope)
    places = {old: new for new, old in reverse.moves.items()}
    return new_findings(report.blocking, after.blocking, places)


def _about(edit: Edit) -> str:
    match edit:
        case NewPiece(request):
            about = request.title or request.medium.name
        case ImportWord(request, name):
            about = request.title or name
        case AddEvidence():
            about = ", ".join(edit.values.get("of", ()))
        case ReleaseQuarter():
            about = edit.quarter.name
        case PlanSlot():
            about = edit.activity
        case ProposeSlots(name) | NewPlan(name) | ImportEvidence(name) | MoveSlot(name):
            about = name
        case VerifyEvidence(name) | WithdrawEvidence(name):
            about = name
        case _:
            about = edit.piece
    return about


def _blocking(checked: CheckReport) -> list[Diagnostic]:
    """Errors that stop a build: a text that is being written may have others for a while."""
    return checked.blocking


def _grave(report: CheckReport) -> list[Diagnostic]:
    """Errors; of a draft that is one no longer they come to stop a build, and count twice."""
    return [*report.errors, *report.blocking]


def new_findings(
    before: Iterable[Diagnostic], after: Sequence[Diagnostic], moves: Mapping[str, str]
) -> list[Diagnostic]:
    """What was not there before: of a kind there is more in a file than there was.

    `moves` are files that lie in another place now.
    """
    known = Counter((moves.get(d.where.path, d.where.path), d.rule.code) for d in before)
    now = Counter((d.where.path, d.rule.code) for d in after)
    grown = {key for key, count in now.items() if count > known[key]}
    told = {(d.where.path, *_said(d)) for d in before}
    more = [d for d in after if (d.where.path, d.rule.code) in grown]
    fresh = [d for d in more if (d.where.path, *_said(d)) not in told]
    return list({str((d.where, *_said(d))): d for d in fresh or more}.values())


def _said(found: Diagnostic) -> tuple[object, ...]:
    return found.rule.code, found.where.text, *sorted(found.details.items())
