"""A draft as the writing screen shows it: its text, what is wrong with it, whether it is saved."""

from generator.app.draft_edits import lock_of
from generator.app.problem_mending import is_mendable
from generator.app.typed_approvals import typed_approvals
from generator.catalogue import words
from generator.desk import piece_views
from generator.desk.field_views import fields
from generator.desk.measure_views import measures
from generator.desk.needs import DraftOffice
from generator.desk.next_state import LATER, in_next_state
from generator.desk.page_blocks import is_page, page_blocks
from generator.desk.problem_offers import offer
from generator.desk.screen_words import screen_problem
from generator.desk.title_words import heading
from generator.diagnostics import Diagnostic
from generator.model.draft import Draft, plain_text, seal_of
from generator.model.piece import Piece


def state(office: DraftOffice, draft: Draft, *, has_later: bool = True) -> dict[str, object]:
    """All that a script of the writing screen is told of a draft.

    What is told of its next state takes as long again: whoever waits for an answer asks for it
    afterwards, without `has_later`.
    """
    report, there = office.check(draft), office.data(draft.path)
    pieces = report.plan.workspace.pieces.values()
    piece = next((each for each in pieces if each.file == draft.path), None)
    told = [*report.of([draft.path]), *typed_approvals(draft)]
    later = in_next_state(office, draft, report, piece) if has_later else ()
    is_behind = there != draft.base
    last = office.last_report()
    saved = next((p for p in last.plan.workspace.pieces.values() if p.file == draft.path), None)
    return {
        "seal": draft.seal,
        "heading": heading(draft.path, report.plan, draft.text.encode()),
        "state": piece_views.state(saved) if saved else "",
        "sign": piece_views.sign(saved) if saved else "",
        "is_locked": bool(lock_of(draft, last)),
        "text": draft.plain,
        "page": page_blocks(draft.text) if is_page(draft.path) else [],
        "fields": fields(draft, report.plan),
        "problems": [
            *(problem(each, draft) for each in told),
            *(_later(each, draft, piece) for each in later),
        ],
        "has_later": has_later,
        "measure": measures(piece, report.plan) if piece else [],
        "is_saved": draft.is_saved,
        "beneath": plain_text((there or b"").decode("utf-8", "replace")) if is_behind else None,
        "is_gone": is_behind and there is None,
        "beneath_seal": seal_of(there) if is_behind else None,
        "troubles": office.troubles(),
    }


def path_of(office: DraftOffice, handle: str) -> str | None:
    """The file that a browser asks for; also one that has gone, while there is a draft of it."""
    known = piece_views.paths(office.last_report())
    if handle not in known:
        known = {piece_views.handle_of(path): path for path in office.paths()}
    return known.get(handle)


def problem(diagnostic: Diagnostic, draft: Draft) -> dict[str, object]:
    """What is wrong: where (line, column and width count from 1), what, and what to do."""
    shown = screen_problem(diagnostic, draft)
    raw = piece_views.problem(diagnostic)
    advice, is_of_text = shown.advice, shown.is_of_text
    if is_mendable(diagnostic):  # there is a button for what the command does
        advice = "" if is_of_text else advice
        is_of_text = False
    return {
        "is_error": diagnostic.is_error,
        "place": "" if shown.line else shown.place,
        "line": diagnostic.where.line,
        "column": diagnostic.where.column,
        "width": diagnostic.where.width,
        "code": diagnostic.rule.code,
        "message": shown.message,
        "message_as_text": diagnostic.message("vi"),
        "advice": advice,
        "is_of_text": is_of_text,
        "as_text": raw.advice,
        "fields": [{"key": key, "label": label} for key, label in shown.fields],
        "example": shown.example,
        "example_as_text": raw.example,
        "mend": _mend(diagnostic),
        "offer": offer(diagnostic, draft),
        "later": "",
    }


def _later(diagnostic: Diagnostic, draft: Draft, piece: Piece | None) -> dict[str, object]:
    """What is told of the next state: nothing of it can be mended by a click."""
    state = piece.status if piece else "draft"
    return {**problem(diagnostic, draft), "mend": None, "later": words(LATER[state])}


def _mend(diagnostic: Diagnostic) -> dict[str, object] | None:
    """What a script sends back to have it mended by one click."""
    where = diagnostic.where
    if not is_mendable(diagnostic):
        return None
    return {"code": diagnostic.rule.code, "line": where.line, "column": where.column}
