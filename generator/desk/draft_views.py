"""A draft as the writing screen shows it: its text, what is wrong with it, whether it is saved."""

from generator.desk.needs import DraftOffice
from generator.diagnostics import Diagnostic
from generator.model.draft import Draft, plain_text


def state(office: DraftOffice, draft: Draft) -> dict[str, object]:
    """All that a script of the writing screen is told of a draft."""
    report, there = office.check(draft), office.data(draft.path)
    is_behind = there != draft.base
    return {
        "seal": draft.seal,
        "text": draft.plain,
        "page": [],
        "fields": [],
        "problems": [problem(each) for each in report.of([draft.path])],
        "measure": {},
        "is_saved": draft.is_saved,
        "beneath": plain_text((there or b"").decode("utf-8", "replace")) if is_behind else None,
        "troubles": office.troubles(),
    }


def problem(diagnostic: Diagnostic) -> dict[str, object]:
    """What is wrong: where (line, column and width count from 1), what, and what to do."""
    advice, _, example = diagnostic.hint("vi").partition("\n")
    return {
        "is_error": diagnostic.is_error,
        "line": diagnostic.where.line,
        "column": diagnostic.where.column,
        "width": diagnostic.where.width,
        "code": diagnostic.rule.code,
        "message": diagnostic.message("vi"),
        "advice": advice,
        "example": example,
        "mend": None,
    }
