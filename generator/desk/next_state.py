"""What is wrong with a piece only in its next state: of a draft less is asked than of what is sent.

It stands in the list while somebody writes, so that no button refuses what nobody was told.
"""

from dataclasses import replace

from generator.app.check import CheckReport
from generator.app.draft_edits import FieldValue, with_edit
from generator.app.editing import new_findings
from generator.app.editing.edit_kinds import Correct
from generator.app.editing.values import with_correction
from generator.desk.needs import DraftOffice
from generator.diagnostics import Diagnostic
from generator.model.draft import Draft
from generator.model.piece import Piece
from generator.source.edits import NotEditableError
from generator.vietnamese.dates import format_date

LATER = {"draft": "Before it is sent for approval:", "ready": "Before it is approved:"}
"""What is said before what is told of the next state, by the present one (msgids)."""
_NAME = "Tổ biên tập"
"""Stands for whoever approves; any name does."""


def once_sent(office: DraftOffice, draft: Draft, now: CheckReport) -> list[Diagnostic]:
    """What is told of a draft once it is sent for approval."""
    return _after(office, draft, now, {"status": "ready"})


def once_corrected(
    office: DraftOffice, draft: Draft, now: CheckReport, correction: Correct
) -> list[Diagnostic]:
    """Warnings of a correction before readers see it; for what is wrong it is refused."""
    try:
        text = with_correction(correction, draft.text, now.plan.as_of)
    except NotEditableError:
        return []
    found = _new(office, draft, now, replace(draft, text=text))
    return [] if any(each.is_error for each in found) else found


def in_next_state(
    office: DraftOffice, draft: Draft, now: CheckReport, piece: Piece | None
) -> list[Diagnostic]:
    """What is told of a draft once it is sent; of what is sent, what keeps it from approval."""
    if piece is not None and piece.status == "draft":
        return once_sent(office, draft, now)
    if piece is not None and piece.status == "ready":
        day = format_date(now.plan.as_of.date())
        values = {"status": "approved", "approved_by": _NAME, "approved_on": day}
        return [each for each in _after(office, draft, now, values) if each.is_error]
    return []


def _after(
    office: DraftOffice, draft: Draft, now: CheckReport, values: dict[str, str]
) -> list[Diagnostic]:
    after = draft
    try:
        for key, value in values.items():
            after = with_edit(after, FieldValue(key, value))
    except NotEditableError:
        return []
    return _new(office, draft, now, after)


def _new(office: DraftOffice, draft: Draft, now: CheckReport, after: Draft) -> list[Diagnostic]:
    found = new_findings(now.of([draft.path]), office.check(after).of([draft.path]), {})
    return [_within(draft, each, after.plain.count("\n")) for each in found]


def _within(draft: Draft, found: Diagnostic, count: int) -> Diagnostic:
    """The same at the line of the draft; `count` is how many the other text has."""
    lines, where = draft.plain.split("\n"), found.where
    near = where.line - count + draft.plain.count("\n")
    there = [n for n, line in enumerate(lines, 1) if line == where.text.rstrip("\r\n")]
    number = min(there, key=lambda n: abs(n - near)) if where.line and there else 0
    return replace(found, where=replace(where, line=number))
