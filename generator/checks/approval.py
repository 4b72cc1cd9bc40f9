"""An approved piece says who approved it and when, and can appear at all."""

from collections.abc import Iterable
from datetime import date

from generator.checks import Subject
from generator.diagnostics import Diagnostic, Rule, warning
from generator.model.piece import Deliverable, Piece
from generator.source.replacement_lines import YOUR_WORDS
from generator.vietnamese.dates import HANOI, format_date

NO_APPROVAL = Rule(
    "approval-missing",
    "The piece is approved, but “{key}” is missing.",
    "Set status: ready until somebody has approved it; then add:\n{added}",
)
EMPTY_APPROVAL = NO_APPROVAL.with_hint(
    "Set status: ready until somebody has approved it; then type:\n{typed}"
)
IN_THE_FUTURE = Rule(
    "approved-in-the-future",
    "The piece is approved on {day}, which has not come yet.",
    "Write the day on which somebody approved it, not one to come; until then set status: ready.",
)
NEVER_APPEARS = warning(
    "never-appears",
    "The piece is approved, but it has neither a slot nor publish_on, so that it never appears.",
    "Add the day on which the site may show it:\n{added}",
)
EMPTY_DAY = NEVER_APPEARS.with_hint("Type the day on which the site may show it:\n{typed}")

_EXAMPLES = {"approved_by": YOUR_WORDS, "approved_on": "5/5/2021"}


def check(subject: Subject) -> Iterable[Diagnostic]:
    """The approval of every approved piece.

    That somebody approved it only the office can know: a name in a file proves nothing.
    """
    today = today_of(subject)
    for piece in subject.pieces:
        if piece.status != "approved":
            continue
        for key in ("approved_by", "approved_on"):
            if not getattr(piece, key):
                line = f"{key}: {_EXAMPLES[key]}"
                yield _lacking((NO_APPROVAL, EMPTY_APPROVAL), piece, key, line)
        if today and piece.approved_on and piece.approved_on > today:
            yield IN_THE_FUTURE.at(piece.where("approved_on"), day=format_date(piece.approved_on))
        if isinstance(piece, Deliverable) and piece.slot is None and piece.publish_on is None:
            rules = (NEVER_APPEARS, EMPTY_DAY)
            yield _lacking(rules, piece, "publish_on", "publish_on: 5/5/2021")


def _lacking(rules: tuple[Rule, Rule], piece: Piece, key: str, line: str) -> Diagnostic:
    """A key that is not there, or is there with nothing behind it."""
    lacking, empty = rules
    if where := piece.empty(key):
        return empty.at(where, key=key, typed=line)
    return lacking.at(piece.where("status"), key=key, added=line)


def today_of(subject: Subject) -> date | None:
    """The present day, or a later one as of which the plan is seen."""
    if subject.now is None:
        return None
    return max(subject.now, subject.plan.as_of).astimezone(HANOI).date()
