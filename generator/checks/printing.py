"""Printed pieces: the printer exists, its profile can be used, copies add up to the plan."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from generator.checks import Subject
from generator.diagnostics import Diagnostic, Rule, Severity
from generator.press.counts import counts
from generator.press.orders import bad_pictures, bad_profiles, printed

UNKNOWN_PRINTER = Rule(
    "unknown-printer",
    "There is no printer with the id “{id}”.",
    "Write one of campaigns/printers.yml: {known}.",
)
MISSPELT_PRINTER = Rule(UNKNOWN_PRINTER.code, UNKNOWN_PRINTER.message, "Did you mean “{near}”?")
NOT_ALL_PLACED = Rule(
    "copies-not-placed",
    "The plan promises {promised}; {placed} have a place: {difference} are missing.",
    "Add placements with copies to the pieces of this activity, or another piece.",
    Severity.WARNING,
)
TOO_MANY_PLACED = Rule(
    "copies-beyond-plan",
    "The plan promises {promised}; {placed} have a place: {difference} more.",
    "Lower the copies of the placements, or let the plan be changed.",
    Severity.WARNING,
)


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Printers, profiles and quantities."""
    plan = subject.plan
    yield from bad_profiles(plan)
    yield from bad_pictures(plan)
    yield from _printers(subject)
    for count in counts(plan):
        if count.placed != count.promised and not (
            count.line.activity.quantity
            and count.line.activity.quantity.is_lower_bound
            and count.placed > count.promised
        ):
            rule = NOT_ALL_PLACED if count.placed < count.promised else TOO_MANY_PLACED
            yield rule.at(
                count.line.activity.where("quantity"),
                promised=count.promised,
                placed=count.placed,
                difference=abs(count.promised - count.placed),
            )


def _printers(subject: Subject) -> Iterator[Diagnostic]:
    workspace = subject.plan.workspace
    for _, _, piece in printed(subject.plan):
        if piece.printer and not workspace.knows("printer", piece.printer):
            where, known = piece.where("printer"), list(workspace.printers)
            near = get_close_matches(piece.printer, known, 1, 0.7)
            if near:
                yield MISSPELT_PRINTER.at(where, id=piece.printer, near=near[0])
            else:
                yield UNKNOWN_PRINTER.at(where, id=piece.printer, known=", ".join(known))
