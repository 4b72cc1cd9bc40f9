"""A plan for other years, copied from one that is there: a draft with what is to be decided."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from generator.app.editing.edit_kinds import NewPlan
from generator.app.editing.plan_changes import PlanCopy
from generator.app.editing.plan_decisions import PlanDecision, decisions_of
from generator.app.overlay import Overlay
from generator.catalogue import words
from generator.checks.references import UNKNOWN
from generator.diagnostics import Diagnostic, Location, Rule
from generator.model.campaign import Campaign
from generator.model.fields import ID
from generator.model.names import LONGEST_ID, is_reserved
from generator.model.plan import Plan
from generator.model.reading import LAST_YEAR
from generator.planning.year_shift import YearShift
from generator.source.entries import value_text
from generator.source.many_entries import rewrite

NOT_LATER = Rule(
    "period-not-later",
    "The plan “{id}” is for {period}; a plan that is made from it is for later years, not for "
    "{wanted}.",
    "Name later years, such as {next}.",
)
OTHER_LENGTH = Rule(
    "period-of-other-length",
    "The plan “{id}” is for {count} years; {wanted} would be {wanted_count}, and what it counts "
    "would be for another length of time.",
    "Name as many years, such as {next}.",
)
PERIOD_TAKEN = Rule(
    "period-taken",
    "There is a plan for {period} already: {title}.",
    "Name other years, or change that plan: {path}",
)
PLAN_ID_TAKEN = Rule(
    "plan-id-taken",
    "There is a plan with the id “{id}” already: {file}.",
    "Choose another id for the new plan (--id), such as {free}.",
)
SLOT_ID_TAKEN = Rule(
    "slot-id-taken",
    "The new plan would hold a slot “{id}”; there is one of that id already: {file}.",
    "Give the one that is there another id, then try again.",
)
UNREADABLE = Rule(
    "plan-unreadable",
    "The plan “{id}” has mistakes and cannot be read.",
    "Mend what loa check tells of it; then try again.",
)
PLAN_ID_FORM = Rule(
    "plan-id-form",
    "“{id}” is no id: small letters without marks, figures and hyphens, at most {most} signs.",
    "Choose another id for the new plan (--id), such as {free}.",
)
_HEAD = (
    "Drafted from the plan {old}. What is still to be decided stands in decisions:; loa check "
    "tells it. Remove each item when it is decided."
)
_GROUP = re.compile(r"(?:# )?(?:legal_basis|objectives|facts|responsibilities|activities):")


def plan_copy(edit: NewPlan, plan: Plan) -> PlanCopy:
    """What the new plan is copied from, and how; raises KeyError of a plan that is not there."""
    campaign = plan.workspace.campaigns[edit.campaign]
    shift = YearShift.of(campaign, edit.last)
    identity = edit.id or shift.identity(campaign.id)
    return PlanCopy(campaign, shift, identity, plan.workspace.partners)


def plan_path(copy: PlanCopy) -> str:
    """Where the new plan lies."""
    return f"campaigns/{copy.identity}/plan.yml"


def decisions_for(copy: PlanCopy, plan: Plan) -> list[PlanDecision]:
    """What is to be decided of it."""
    return decisions_of(copy, plan.workspace.places.values(), plan.workspace.holidays)


def new_plan(edit: NewPlan, overlay: Overlay, plan: Plan, now: datetime) -> Iterable[Diagnostic]:
    """The file of the new plan; or why there is none."""
    del now
    if refused := [*_refusals(edit, overlay, plan)]:
        return refused[:1]
    copy = plan_copy(edit, plan)
    text = overlay.text(copy.campaign.where().path)
    overlay.add(plan_path(copy), draft_text(copy, text, decisions_for(copy, plan)))
    return ()


def draft_text(copy: PlanCopy, text: str, decisions: Sequence[PlanDecision]) -> str:
    """The text of the new plan, from that of the old one.

    Raises:
        NotEditableError: that is written so that lines of its author would have to go.
    """
    marks = {note.id for note in copy.campaign.notes}

    def is_stale(remark: str) -> bool:
        """Whether a remark speaks of the old years, or of what stands in the old document."""
        of_document = re.search(r"\bdòng \d|\bbản gốc\b", remark, re.IGNORECASE)
        named = any(re.search(rf"\b{re.escape(mark)}\b", remark) for mark in marks)
        return bool(of_document) or named or copy.shift.names_old_years(remark)

    changed = rewrite(plan_path(copy), text, copy.changes(), is_stale)
    return _with_decisions(changed, copy.campaign, decisions)


def _with_decisions(text: str, old: Campaign, decisions: Sequence[PlanDecision]) -> str:
    """The text with a remark that says what it is, and the questions before its first group."""
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.split(end)
    at = next((n for n, line in enumerate(lines) if _GROUP.match(line)), len(lines))
    asked = [
        line
        for each in decisions
        for line in (f"  - about: {value_text(each.about)}", f"    ask: {value_text(each.ask)}")
    ]
    before = lines[:at] if lines[at - 1 : at] == [""] else [*lines[:at], ""]
    head = f"# {words(_HEAD, old=old.id)}"
    return end.join([head, *before, "decisions:", *asked, "", *lines[at:]])


def _refusals(edit: NewPlan, overlay: Overlay, plan: Plan) -> Iterator[Diagnostic]:
    """Why no plan can be made, the first reason first."""
    known = plan.workspace.campaigns
    if edit.campaign in plan.workspace.broken_ids:
        yield UNREADABLE.at(Location(edit.campaign), id=edit.campaign)
        return
    if edit.campaign not in known:
        listed = ", ".join(sorted(known)) or "–"
        details = {"id": edit.campaign, "file": "campaigns/…/plan.yml", "known": listed}
        yield UNKNOWN["campaign"].at(Location(edit.campaign), **details)
        return
    yield from _wrong_years(edit, known)
    copy = plan_copy(edit, plan)
    is_name = re.fullmatch(ID, copy.identity) and len(copy.identity) <= LONGEST_ID
    if not is_name or is_reserved(copy.identity):
        free = _free(copy, overlay, plan)
        where = known[edit.campaign].where("id")
        yield PLAN_ID_FORM.at(where, id=copy.identity, most=LONGEST_ID, free=free)
    elif same := _same_years(copy.campaign, copy.shift, known.values()):
        details = {"period": same.short_name, "title": same.title, "path": same.where().path}
        yield PERIOD_TAKEN.at(same.where("period"), **details)
    elif copy.identity in known or overlay.has(plan_path(copy)):
        where, free = known[edit.campaign].where("id"), _free(copy, overlay, plan)
        yield PLAN_ID_TAKEN.at(where, id=copy.identity, file=plan_path(copy), free=free)
    else:
        yield from _taken_slots(copy, plan)


def _wrong_years(edit: NewPlan, known: Mapping[str, Campaign]) -> Iterator[Diagnostic]:
    """Years that are not later, or more or fewer; the next that are free are told."""
    campaign = known[edit.campaign]
    first = campaign.begins or campaign.period
    count, wanted_count = campaign.period - first + 1, edit.last - edit.first + 1
    wanted = str(edit.last) if wanted_count == 1 else f"{edit.first}-{edit.last}"
    ends = range(max(campaign.period, edit.first - 1) + count, LAST_YEAR + 1)
    shifts = (YearShift.of(campaign, last) for last in ends)
    free = (shift.period for shift in shifts if not _same_years(campaign, shift, known.values()))
    details = {"id": campaign.id, "wanted": wanted, "next": next(free, "–")}
    if wanted_count != count:
        counts = {"count": count, "wanted_count": wanted_count}
        yield OTHER_LENGTH.at(campaign.where("period"), **details, **counts)
    elif edit.first <= campaign.period:
        old = campaign.short_name
        yield NOT_LATER.at(campaign.where("period"), period=old, **details)


def _same_years(campaign: Campaign, shift: YearShift, known: Iterable[Campaign]) -> Campaign | None:
    """A plan that the new one would be called like: of the same years and the same short name."""
    begins = campaign.begins and campaign.begins + shift.years
    years = {"period": campaign.period + shift.years, "begins": begins}
    called = campaign.model_copy(update=years).short_name
    return next((each for each in known if each.short_name == called), None)


def _taken_slots(copy: PlanCopy, plan: Plan) -> Iterator[Diagnostic]:
    """Ids of slots that something has already."""
    for activity in copy.campaign.activities:
        for slot in activity.days:
            identity = copy.shift.identity(slot.id)
            item, piece = plan.items.get(identity), plan.workspace.pieces.get(identity)
            if item or piece:
                path = piece.file if piece else item.campaign.where().path if item else ""
                yield SLOT_ID_TAKEN.at(slot.where("id"), id=identity, file=path)


def _free(copy: PlanCopy, overlay: Overlay, plan: Plan) -> str:
    """An id that no plan has."""
    base = copy.shift.identity(copy.campaign.id)[: LONGEST_ID - 3].strip("-")
    names = (base, *(f"{base}-{number}" for number in range(2, 99)))
    known = plan.workspace.campaigns
    return next(n for n in names if n not in known and not overlay.has(f"campaigns/{n}/plan.yml"))
