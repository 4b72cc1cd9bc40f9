"""An approved piece says who approved it and when, and can appear at all."""

from collections.abc import Iterable

from generator.checks import Subject
from generator.diagnostics import Diagnostic, Rule, Severity
from generator.model.piece import Deliverable

NO_APPROVAL = Rule(
    "approval-missing",
    "The piece is approved, but “{key}” is missing.",
    "Add “{key}: …”, or set status: ready until somebody has approved it.",
)
NEVER_APPEARS = Rule(
    "never-appears",
    "The piece is approved, but it has neither a slot nor publish_on, so that it never appears.",
    "Add publish_on: with the day on which the site may show it.",
    Severity.WARNING,
)


def check(subject: Subject) -> Iterable[Diagnostic]:
    """The approval of every approved piece."""
    for piece in subject.plan.workspace.pieces.values():
        if piece.status != "approved":
            continue
        for key in ("approved_by", "approved_on"):
            if not getattr(piece, key):
                yield NO_APPROVAL.at(piece.where("status"), key=key)
        if isinstance(piece, Deliverable) and piece.slot is None and piece.publish_on is None:
            yield NEVER_APPEARS.at(piece.where("status"))
