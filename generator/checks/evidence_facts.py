"""Evidence is of something of the plan, and of its time."""

import posixpath
from collections.abc import Iterable, Iterator
from datetime import date

from generator.checks import Subject
from generator.checks.life import ends_of
from generator.checks.other_years import wrong_periods
from generator.diagnostics import Diagnostic, Rule, warning
from generator.model.amount import Amount
from generator.model.campaign import Campaign
from generator.model.evidence import OF_MONEY, Evidence
from generator.model.piece import Deliverable, day_of
from generator.model.plan import Plan
from generator.model.workspace import ANYTHING, Workspace
from generator.planning.deed_counts import unit_of
from generator.planning.evidence_targets import (
    AT_PLACE,
    is_duty,
    names_in,
    target_of,
)
from generator.planning.items import activity_of
from generator.source.naming import meant_id
from generator.source.replacement_lines import instead
from generator.vietnamese.dates import HANOI, format_date

WITHOUT_PLAN = Rule(
    "evidence-without-plan",
    "This evidence lies in a folder without a plan, so that nobody knows what it proves.",
    "Move the file into the folder evidence of its plan: campaigns/…/evidence/.",
)
OF_NOTHING = Rule(
    "evidence-of-nothing",
    "The plan {campaign} has neither a piece nor a line “{id}”.",
    "Write the id of a piece, of a slot or of a line of the plan, such as: {known}.",
)
OF_MISSPELT = OF_NOTHING.with_hint("Did you mean “{near}”? Then type:\n{typed}")
OF_SEVERAL = OF_NOTHING.with_hint("Several things stand in brackets. Type:\n{typed}")
OF_NO_PLACE = Rule(
    "evidence-of-no-place",
    "“{id}” hangs at no place “{place}”.",
    "Write piece/place with one of its places: {known}.",
)
OTHER_YEAR = Rule(
    "evidence-of-another-year",
    "This evidence is of {day}, but the plan is of {year}.",
    "Correct the day, or move the file to the plan of that year.",
)
BEFORE_PLAN = Rule(
    "evidence-before-plan",
    "This evidence is of {day}; the plan was issued only on {issued}.",
    "Correct the day, or issued_on: of the plan.",
)
BEFORE_SLOT = warning(
    "evidence-before-slot",
    "This evidence is of {day}, but “{id}” is due only on {slot}.",
    "Correct the day here, or the slot of the piece.",
)
TO_COME = Rule(
    "evidence-to-come",
    "This evidence is of {day}, which is still to come: nothing can have been done yet.",
    "Correct the day.",
)
AMOUNT_OF_DEED = Rule(
    "evidence-amount",
    "Only a contract, an invoice or a payment has an amount; this is “{kind}”.",
    "Remove amount:, or correct kind:.",
)
REPLACES_NOTHING = Rule(
    "evidence-replaces-nothing",
    "There is no evidence “{id}” that this one could replace.",
    "Correct the id, or remove the line.",
)
NOT_WITHDRAWN = warning(
    "evidence-not-withdrawn",
    "This evidence stands for “{id}”, which nobody has withdrawn; it counts no more all the same.",
    "Withdraw it, so that its file says so too: loa evidence withdraw {id}",
)
OTHER_UNIT = warning(
    "evidence-unit",
    "The plan counts “{unit}” here, and this evidence says nothing of that: it counts as not "
    "stated.",
    "Write how many, for example: measures: [1 {unit}]",
)
SEVERAL = Rule(
    "evidence-measures-of-several",
    "This evidence is of several things: nobody knows of which of them the figures are.",
    "Leave out measures:, then each counts once; or add the figures to one thing alone.",
)
OF_LINES = SEVERAL.with_hint(
    "Add it once for each of them, with its own figures: nothing counts of a whole line without."
)
_OF_ISSUES = frozenset({"aired", "clipping"})
_SHOWN = 12  # ids that a message lists


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Every piece of evidence, by itself."""
    plan, now = subject.plan, subject.now
    today = now.astimezone(HANOI).date() if now else None
    campaigns = plan.workspace.campaigns.values()
    ends = {each.id: _ends(subject, each) for each in campaigns if plan.workspace.evidence}
    for evidence in plan.workspace.evidence.values():
        campaign = plan.workspace.campaigns.get(evidence.campaign)
        if campaign:
            yield from _of(plan, campaign, evidence)
            told = list(_days(campaign, evidence, ends[campaign.id]))
            yield from told or _early(plan, campaign, evidence)
            yield from _order(evidence, today)
        elif not _is_told(plan.workspace, evidence.campaign):
            yield WITHOUT_PLAN.at(evidence.where("id"))
        yield from _others(plan.workspace, evidence)


def _is_told(workspace: Workspace, campaign: str) -> bool:
    """Of a plan that pieces name its own absence is told."""
    pieces = (p for p in workspace.pieces.values() if isinstance(p, Deliverable))
    is_named = any(piece.campaign == campaign for piece in pieces)
    return is_named or not workspace.broken_ids.isdisjoint({campaign, f"{ANYTHING}campaign"})


def _of(plan: Plan, campaign: Campaign, evidence: Evidence) -> Iterator[Diagnostic]:
    """What it names is there, and is counted in what it says."""
    for number, name in enumerate(evidence.of):
        target = target_of(plan, campaign, name)
        is_there = target is not None or is_duty(campaign, name)
        if not is_there and not _is_blameless(plan, name):
            yield _unknown(plan, campaign, evidence, number)
        unit = unit_of(target.activity) if target and target.item is None else ""
        kinds = {each.kind for each in evidence.measures}
        is_bill = evidence.kind in OF_MONEY or evidence.amount is not None
        if unit and not is_bill and Amount(None, unit).kind not in kinds:
            yield OTHER_UNIT.at(evidence.where("measures"), unit=unit)
    if len(set(evidence.of)) > 1 and evidence.measures:
        targets = (target_of(plan, campaign, name) for name in evidence.of)
        is_of_line = any(each and each.item is None for each in targets)
        yield (OF_LINES if is_of_line else SEVERAL).at(evidence.where("measures"))


def _is_blameless(plan: Plan, name: str) -> bool:
    """Whether what is named is there, or may be, in a file of which a mistake is told already."""
    workspace, (head, _, place) = plan.workspace, name.partition(AT_PLACE)
    piece = workspace.pieces.get(head)
    files = {posixpath.splitext(posixpath.basename(path))[0] for path in workspace.unread}
    if head in files | workspace.broken_ids:
        return True
    if not isinstance(piece, Deliverable):
        return False
    campaign = workspace.campaigns.get(piece.campaign)
    is_lost = campaign is None or activity_of(campaign, piece.activity) is None
    places = (each.place for each in piece.placements)
    return is_lost or bool(place and any(each not in workspace.places for each in places))


def _unknown(plan: Plan, campaign: Campaign, evidence: Evidence, number: int) -> Diagnostic:
    where, name = evidence.where("of", number), evidence.of[number]
    head, _, place = name.partition(AT_PLACE)
    known = names_in(plan, campaign)
    if place and (target := target_of(plan, campaign, head)):
        piece = target.item.piece if target.item else None
        places = [each.place for each in (piece.placements if piece else ())]
        return OF_NO_PLACE.at(where, id=head, place=place, known=", ".join(places) or "–")
    several = [part.strip() for part in name.split(",")]
    if len(several) > 1 and all(part in known for part in several):
        typed = instead(where, f"[{', '.join(several)}]")
        return OF_SEVERAL.at(where, campaign=campaign.id, id=name, typed=typed)
    if near := meant_id(head, known):
        typed = instead(where, f"{near}{AT_PLACE}{place}" if place else near)
        return OF_MISSPELT.at(where, campaign=campaign.id, id=name, near=near, typed=typed)
    listed = ", ".join([*known][:_SHOWN]) + ("…" if len(known) > _SHOWN else "")
    return OF_NOTHING.at(where, campaign=campaign.id, id=name, known=listed)


def _ends(subject: Subject, campaign: Campaign) -> tuple[date | None, bool]:
    """When a plan was issued, and whether its year is right: unless that is told to be wrong."""
    found = (day_of(each.at) for each in ends_of(subject, campaign) if each.kind == "issued_on")
    return next(found, None), campaign.id not in wrong_periods(subject.plan)


def _days(
    campaign: Campaign, evidence: Evidence, ends: tuple[date | None, bool]
) -> Iterator[Diagnostic]:
    """Of the plan's own time; a bill may come before the plan or after its year."""
    issued, has_year = ends
    day = day_of(evidence.on)
    if evidence.kind in OF_MONEY:
        return
    first = campaign.begins or campaign.period
    if has_year and not first <= day.year <= campaign.period:
        yield OTHER_YEAR.at(evidence.where("on"), day=format_date(day), year=campaign.short_name)
    elif issued and day < issued:
        yield BEFORE_PLAN.at(evidence.where("on"), day=format_date(day), issued=format_date(issued))


def _early(plan: Plan, campaign: Campaign, evidence: Evidence) -> Iterator[Diagnostic]:
    """On the air or in the paper before the day on which it was to be."""
    day = day_of(evidence.on)
    for name in evidence.of if evidence.kind in _OF_ISSUES else ():
        target = target_of(plan, campaign, name)
        start = target.item.slot.start if target and target.item else None
        if start is not None and day < day_of(start):
            slot = format_date(day_of(start))
            yield BEFORE_SLOT.at(evidence.where("on"), day=format_date(day), id=name, slot=slot)
            return


def _order(evidence: Evidence, today: date | None) -> Iterator[Diagnostic]:
    """What is shown was done by today."""
    day = day_of(evidence.on)
    if today and day > today:
        yield TO_COME.at(evidence.where("on"), day=format_date(day))


def _others(workspace: Workspace, evidence: Evidence) -> Iterator[Diagnostic]:
    if evidence.amount is not None and evidence.kind not in OF_MONEY:
        yield AMOUNT_OF_DEED.at(evidence.where("amount"), kind=evidence.kind)
    other = workspace.evidence.get(evidence.replaces or "")
    if evidence.replaces and (other is None or other is evidence):
        if evidence.replaces not in workspace.broken_ids:
            yield REPLACES_NOTHING.at(evidence.where("replaces"), id=evidence.replaces)
    elif other and not other.is_withdrawn:
        yield NOT_WITHDRAWN.at(evidence.where("replaces"), id=other.id)
