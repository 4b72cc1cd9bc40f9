"""What evidence tells agrees with the plan: with its slots, and with how much it has."""

from collections.abc import Iterable, Iterator
from datetime import date

from generator.checks import Subject
from generator.diagnostics import Diagnostic, warning
from generator.model.grouping import groups_of
from generator.model.piece import day_of
from generator.model.plan import ActivityLine
from generator.model.workspace import Workspace
from generator.planning.deed_counts import EvidenceUse, amount, evidence_by, unit_of, uses_of
from generator.planning.evidence_targets import is_proof
from generator.planning.quarter_uses import adds_nothing, thing_of
from generator.vietnamese.dates import format_date, moment_in_words
from generator.vietnamese.numbers import format_number

OUTSIDE_SLOT = warning(
    "evidence-outside-slot",
    "This evidence is of {day}, but the slot of “{id}” is {slot}.",
    "Correct the day; or, if it was done on that day, write so in note:.",
)
TOLD_ALREADY = warning(
    "evidence-told-already",
    "This evidence is of {day}, the slot of “{id}” is {slot}, and {others} tell of all of that "
    "already: it adds nothing.",
    "If it is of something else, correct it; if not, withdraw it: loa evidence withdraw {this}",
)
BEYOND_PLAN = warning(
    "evidence-beyond-plan",
    "Evidence tells of {done} {unit} of “{activity}”, but the plan has only {most}.",
    "Check the figures of: {ids}. If more was done than planned, leave it.",
)
_OF_ONE_DAY = frozenset({"aired", "clipping", "photograph", "attendance"})
_SHOWN = 5  # ids that a message lists


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Every use of evidence, then every line of the plan."""
    plan = subject.plan
    known = uses_of(plan, evidence_by(plan))
    uses = groups_of((id(use.target.activity), use) for use in known if use.is_done)
    for line in plan.lines:
        mine = uses.get(id(line.activity), [])
        for use in mine:
            yield from _slot(plan.workspace, use, mine)
        yield from _beyond(line, mine)


def _slot(workspace: Workspace, use: EvidenceUse, uses: list[EvidenceUse]) -> Iterator[Diagnostic]:
    """A day that a source or a release says; one that we propose is no promise."""
    item, day = use.target.item, day_of(use.evidence.on)
    if item is None or item.slot.start is None or item.is_proposed:
        return
    first, last = day_of(item.slot.start), item.slot.until or day_of(item.slot.start)
    if use.evidence.kind in _OF_ONE_DAY and not first <= day <= last:
        shown = moment_in_words(first, item.slot.until)
        where = use.evidence.where("on")
        told = {"day": format_date(day), "id": item.id, "slot": shown}
        before = [each for each in uses if _is_before(each, use, first, last)]
        is_proved = any(is_proof(workspace, each.evidence) for each in before)
        if is_proved and adds_nothing(use, before, item.activity):
            yield TOLD_ALREADY.at(where, **told, others=_ids(before), this=use.evidence.id)
        else:
            yield OUTSIDE_SLOT.at(where, **told)


def _is_before(each: EvidenceUse, use: EvidenceUse, first: date, last: date) -> bool:
    """Whether it tells of the same thing, at the same place, on a day of its slot."""
    return thing_of(each) == thing_of(use) and first <= day_of(each.evidence.on) <= last


def _ids(uses: Iterable[EvidenceUse]) -> str:
    ids = list(dict.fromkeys(use.evidence.id for use in uses))
    return ", ".join(ids[:_SHOWN]) + ("…" if len(ids) > _SHOWN else "")


def _beyond(line: ActivityLine, uses: list[EvidenceUse]) -> Iterator[Diagnostic]:
    """More than is promised and planned; where a least is promised, more is what is meant."""
    quantity, unit = line.activity.quantity, unit_of(line.activity)
    done = amount(uses, line.activity, unit) if uses and quantity else None
    if quantity is None or quantity.is_lower_bound or done is None or done.number is None:
        return
    most = max(quantity.value, line.total.planned)
    if done.number > most:
        last = max(uses, key=lambda use: (day_of(use.evidence.on), use.evidence.id)).evidence
        yield BEYOND_PLAN.at(
            last.where("measures"),
            done=format_number(done.number),
            unit=unit,
            activity=line.activity.title,
            most=format_number(most),
            ids=_ids(uses),
        )
