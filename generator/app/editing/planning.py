"""What a plan holds: slots for what it promises, and a quarter as partners are told it."""

from collections.abc import Iterable
from datetime import datetime

from generator.app.editing.edit_kinds import PlanSlot, ProposeSlots, ReleaseQuarter
from generator.app.editing.moving import INTO_PAST
from generator.app.overlay import Overlay
from generator.app.propose import proposals_for, slot_on, with_slots
from generator.app.release import TooEarlyError, prepare
from generator.diagnostics import Diagnostic, Location, Rule
from generator.model.piece import day_of
from generator.model.plan import ActivityLine, Plan
from generator.planning.activity_forms import placings
from generator.source.release_file import moment
from generator.vietnamese.dates import format_date

NO_LINE = Rule(
    "plan-line-unknown",
    "No plan has a line “{name}” for which a day can be planned.",
    "See what there is with loa plan.",
)
PLANNED_MEANWHILE = Rule(
    "slot-planned-meanwhile",
    "Somebody has chosen a day for “{name}” meanwhile: {count} have one now.",
    "Look at it again, then choose a day if one is still lacking.",
)
RELEASED_DRAFT = Rule(
    "release-of-draft",
    "The plan “{id}” is a draft: nothing of it is handed on.",
    "Decide first what loa check tells of it, and write its sources; then release.",
)
RELEASED_LATER = Rule(
    "release-too-early",
    "The last release is of {moment}; a new one must be later.",
    "Wait a minute, then release again.",
)
RELEASED_UNSEEN = Rule(
    "release-changed-since",
    "What would be released has changed meanwhile.",
    "Look at it again, then release it.",
)


def propose_slots(
    edit: ProposeSlots, overlay: Overlay, plan: Plan, now: datetime
) -> Iterable[Diagnostic]:
    """The slots that `loa plan --propose` shows, in the file of the plan."""
    del now
    proposals = proposals_for(plan, overlay, edit.campaign)
    for each in proposals.revisions:
        overlay.put(each.path, each.after)
    return proposals.findings


def plan_slot(edit: PlanSlot, overlay: Overlay, plan: Plan, now: datetime) -> Iterable[Diagnostic]:
    """One slot more, as the last of its line."""
    del now
    line = line_of(plan, edit)
    if isinstance(line, Diagnostic):
        return [line]
    path = line.campaign.where().path
    slots = [slot_on(plan, line, edit.at)]
    overlay.put(path, with_slots(line.campaign, overlay.text(path), slots))
    return ()


def line_of(plan: Plan, edit: PlanSlot) -> ActivityLine | Diagnostic:
    """The line of the plan; or why no day of it can be planned there."""
    name = f"{edit.campaign}/{edit.activity}"
    known = (each for each in plan.lines if each.activity.form in placings())
    found = (each for each in known if f"{each.campaign.id}/{each.activity.id}" == name)
    line = next(found, None)
    if line is None:
        return NO_LINE.at(Location(edit.activity), name=name)
    where, total = line.activity.where("id"), line.total.planned
    if edit.planned not in {None, total}:
        return PLANNED_MEANWHILE.at(where, name=line.activity.title, count=total)
    if day_of(edit.at) < plan.today:
        return INTO_PAST.at(where, day=format_date(day_of(edit.at)))
    return line


def release_quarter(
    edit: ReleaseQuarter, overlay: Overlay, plan: Plan, now: datetime
) -> Iterable[Diagnostic]:
    """The file of the next release, if it tells anything new."""
    del now
    campaign = plan.workspace.campaigns[edit.campaign]
    if campaign.is_draft:
        return [RELEASED_DRAFT.at(campaign.where("id"), id=campaign.id)]
    try:
        draft = prepare(plan, edit.campaign, edit.quarter, plan.as_of)
    except TooEarlyError as error:
        if edit.mark:  # it was seen before the last release
            return [RELEASED_UNSEEN.at(Location(edit.campaign))]
        path = campaign.where().path
        return [RELEASED_LATER.at(Location(path), moment=moment(error.last))]
    if edit.mark not in {None, draft.mark}:
        return [RELEASED_UNSEEN.at(Location(edit.campaign))]
    if draft.is_new:
        overlay.add(draft.path, draft.text)
    return ()
