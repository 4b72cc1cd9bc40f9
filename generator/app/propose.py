"""Propose a day for everything that is promised, as a change to the plans."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from generator.app.check import CheckReport
from generator.diagnostics import Diagnostic, Rule
from generator.model.campaign import Activity, Campaign
from generator.model.piece import day_of
from generator.model.plan import ActivityLine, Plan
from generator.model.plan_line import Item
from generator.model.planned_slot import PlannedSlot
from generator.model.quarter import Quarter
from generator.model.revision import Revision
from generator.model.slot import Slot
from generator.model.workspace import Workspace
from generator.planning import items
from generator.planning.activity_forms import placings
from generator.planning.channels import rules_of
from generator.planning.slots import Proposal, Shortfall, free_names, propose
from generator.planning.windows import hanging
from generator.ports import Files
from generator.source.document import document
from generator.source.edits import NotEditableError, add_to_list
from generator.source.records import read_record
from generator.source.release_file import moment
from generator.source.yaml_nodes import Mapping, read_yaml
from generator.vietnamese.dates import format_date

NOT_EDITABLE = Rule(
    "plan-not-editable",
    "The slots cannot be added here without touching your own lines.",
    "Write the activity with one key: value a line, and slots: as a list below each other.",
)


@dataclass(frozen=True, slots=True)
class SlotProposals:
    """The slots, the files that would hold them, and what could not be edited.

    `shortfalls` has no day left; `without_quantity` are activities that promise something for a
    quarter and get no slots, as the plan names no medium for them or states no quantity.
    """

    slots: list[Proposal]
    revisions: list[Revision]
    findings: list[Diagnostic]
    shortfalls: list[Shortfall]
    without_quantity: list[Activity]


def unreadable(report: CheckReport) -> list[Diagnostic]:
    """What keeps plans, channels or pieces from being known: a proposal would be about less."""
    broken = report.plan.workspace.broken_ids
    return [d for d in report.blocking if broken or d.where.path.startswith("campaigns/")]


def proposals_for(plan: Plan, files: Files, campaign: str | None) -> SlotProposals:
    """The proposal for one campaign, or all."""
    today = plan.today
    slots, unplaced = propose(plan.workspace, plan.items, placings(), today)
    mine = [slot for slot in slots if campaign in {None, slot.campaign.id}]
    texts = {file.path: file for file in files.files()}
    revisions: list[Revision] = []
    found: list[Diagnostic] = []
    for owner in dict.fromkeys(slot.campaign.id for slot in mine):
        record = plan.workspace.campaigns[owner]
        path = record.where().path
        before = texts[path].read()
        try:
            after = with_slots(record, before.decode(), mine)
            revisions.append(Revision(path, before, after.encode()))
        except NotEditableError:
            found.append(NOT_EDITABLE.at(record.where("activities")))
    left = [item for item in unplaced if campaign in {None, item.campaign.id}]
    return SlotProposals(mine, revisions, found, left, list(_uncounted(plan, campaign)))


def _uncounted(plan: Plan, campaign: str | None) -> Iterator[Activity]:
    for line in plan.lines:
        activity = line.activity
        counted = (activity.medium or activity.kind) in placings() and activity.quantity
        if campaign in {None, line.campaign.id} and activity.quarters and not counted:
            yield activity


def slot_on(plan: Plan, line: ActivityLine, at: date | datetime) -> Proposal:
    """A slot for what a line of a plan promises, on a day that somebody has chosen.

    It is for one; of what takes a period, for all that have no slot yet.
    """
    activity, workspace = line.activity, plan.workspace
    placing = placings()[activity.form]
    used = {*plan.items, *workspace.pieces, *workspace.broken_ids}
    name = next(free_names(activity, placing, Quarter.of(day_of(at)), used))
    lacking = (line.total.promised or 0) - line.total.planned
    units = max(lacking, 1) if placing == "period" else 1
    rules = rules_of(workspace, activity)
    until = day_of(at) + timedelta(days=hanging(rules) - 1) if hanging(rules) else None
    slot = PlannedSlot.model_construct(id=name, at=at, until=until, units=units, basis="proposed")
    return Proposal(line.campaign, activity, slot)


def with_slots(campaign: Campaign, text: str, slots: list[Proposal]) -> str:
    """The plan with more slots; from the last activity to the first, so that places stay true.

    Raises:
        NotEditableError: lines of its author would have to go.
    """
    for activity in reversed(campaign.activities):
        lines = [_line(item.slot) for item in slots if item.activity is activity]
        if lines:
            text = add_to_list(text, activity.where(), "slots", lines)
    _prove(campaign, text, slots)
    return text


def _prove(campaign: Campaign, text: str, slots: list[Proposal]) -> None:
    """The edited text must read as the same plan with exactly these slots more."""
    node, _ = read_yaml(document(campaign.where().path, text.removeprefix("\ufeff")))
    again, _ = read_record(Campaign, node) if isinstance(node, Mapping) else (None, [])
    wanted = _with_more(campaign, slots)
    if again is None or _plain(again) != _plain(wanted):
        raise NotEditableError(campaign.id)


def with_planned(workspace: Workspace, proposal: Proposal) -> Workspace:
    """The workspace as it would be read with one slot more."""
    campaign = _with_more(proposal.campaign, [proposal])
    return replace(workspace, campaigns={**workspace.campaigns, campaign.id: campaign})


def _with_more(campaign: Campaign, slots: list[Proposal]) -> Campaign:
    lines = (
        activity.model_copy(update={"slots": (*activity.slots, *_added(activity, slots))})
        for activity in campaign.activities
    )
    return campaign.model_copy(update={"activities": tuple(lines)})


def item_without_day(line: ActivityLine) -> Item:
    """What a line of a plan promises, as long as nobody has chosen a day for it."""
    activity = line.activity
    slot = PlannedSlot.model_construct(id=activity.id)
    partner = activity.partner or activity.responsible or ""
    return items.line_of(slot, line.campaign, activity, Slot(None, None, None), partner)


def _added(activity: object, slots: list[Proposal]) -> Iterator[PlannedSlot]:
    return (item.slot for item in slots if item.activity is activity)


def _plain(campaign: Campaign) -> list[object]:
    """What a plan says, with quarters in one form."""
    slots = [[_line(slot) for slot in activity.slots] for activity in campaign.activities]
    return [campaign.model_dump(exclude={"activities": {"__all__": {"slots"}}}), slots]


def _line(slot: PlannedSlot) -> str:
    return f"{{{', '.join(_pairs(slot))}}}"


def _pairs(slot: PlannedSlot) -> Iterator[str]:
    yield f"id: {slot.id}"
    if slot.at is not None:
        yield f'at: "{_when(slot.at)}"'
    if slot.until is not None:
        yield f"until: {format_date(slot.until)}"
    if slot.at is None and slot.quarter is not None:
        year = slot.quarter.year
        yield f"quarter: {_quarter(year, slot.quarter.number)}"
    if slot.units != 1:
        yield f"units: {slot.units}"
    if slot.basis:
        yield f"basis: {slot.basis}"


def _quarter(year: int | None, number: int) -> str:
    roman = ("I", "II", "III", "IV")[number - 1]
    return f"{roman}/{year}" if year else roman


def _when(at: date | datetime) -> str:
    return moment(at)
