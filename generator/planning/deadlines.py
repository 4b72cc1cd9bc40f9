"""What must be done by when, derived from the slots and the lead times."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final, Literal

from generator.model.campaign import Campaign
from generator.model.piece import day_of
from generator.model.plan import Plan
from generator.model.plan_document import Responsibility
from generator.model.plan_line import Item
from generator.model.quarter import Quarter
from generator.model.release import ReleasedSlot
from generator.model.undertaking import Undertaking
from generator.model.workspace import Workspace
from generator.planning.activity_forms import form_of
from generator.planning.channels import printing_days, rules_of
from generator.planning.events import as_released, items_of_files
from generator.planning.items import activity_of, decision_time, line_of
from generator.planning.release_history import ReleaseState, history, slot_from
from generator.planning.working_days import last_worked

Kind = Literal[
    "script", "artwork", "order", "hang", "take-down", "publish", "hold", "finish",
    "unit-report", "interim-review", "final-review", "report", "duty",
]  # fmt: skip
READY, APPROVED = frozenset({"ready", "approved"}), frozenset({"approved"})
DONE_STATES: Mapping[str, frozenset[str]] = {
    "script": READY,
    "artwork": READY,
    "hang": APPROVED,
    "publish": APPROVED,
}
"""The states of a piece in which what is due of it is done.

Whether something was ordered or taken down needs evidence, which is not asked for.
"""
DEED_KINDS: Final = frozenset(
    {"hold", "finish", "unit-report", "interim-review", "final-review", "report", "duty"}
)
"""What is done once something in the workspace tells so (`planning/deed_records.py`)."""
OF_WORK: Final = frozenset({"script", "artwork", "order", "hang", "publish"})
"""What leads to a thing that is aired, printed or hung, and that itself."""
WORDS: Mapping[Kind, str] = {
    "script": "Text due",
    "artwork": "Artwork due",
    "order": "Order the printing",
    "hang": "Hang",
    "take-down": "Take down",
    "publish": "Goes out",
    "hold": "To be held",
    "finish": "To be finished",
    "unit-report": "Report of the unit due",
    "interim-review": "Interim review",
    "final-review": "Final review",
    "report": "Report due",
    "duty": "Duty due",
}
"""What each kind of deadline is called (msgids)."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day for something (hạn); `who` is the partner that it concerns.

    `at` is the slot of the item; `is_released` says whether it is, `modified_at` and `sequence` are
    its own. Who is told of it may know the title, which is the activity's, and the slot, but
    neither id nor title of a piece that nobody has approved.
    """

    kind: Kind
    day: date
    who: str
    campaign: str
    item: str
    title: str
    modified_at: datetime
    at: date | datetime | None = None
    quarter: Quarter | None = None
    is_released: bool = False
    sequence: int = 0

    @property
    def key(self) -> tuple[str, str, str]:
        """What stays the same when the day moves."""
        return self.who, self.item, self.kind

    @property
    def identity(self) -> str:
        """What its event in a calendar is made from."""
        return f"{self.item}#{self.kind}"


def deadlines_of(plan: Plan) -> list[Deadline]:
    """Every deadline of every campaign, by day; of what is cancelled there are none."""
    found = [d for c in plan.workspace.campaigns.values() for d in _duties(plan.workspace, c)]
    for item in _holding(plan):
        found += deadlines_of_item(plan.workspace, item)
    return _in_order(found)


def shared_deadlines(plan: Plan) -> list[Deadline]:
    """What those bodies have to do that air or print a line as well, each by its own rules.

    To the office itself they are no second task.
    """
    found: list[Deadline] = []
    for item in _holding(plan):
        for body in item.activity.also:
            if body != item.partner:
                found += deadlines_of_item(plan.workspace, replace(item, partner=body))
    return _in_order(found)


def ends_of_quarters(plan: Plan) -> list[Deadline]:
    """When that must be out of which only the quarter is known: for ourselves, on no calendar.

    Upkeep and the like, for which no day is planned, is due by the end of its last quarter.
    """
    found = [
        _deadline(item, appearance_of(item.activity.form), last)
        for item in _holding(plan)
        if item.slot.start is None and (last := item.last_day)
    ]
    return _in_order([*found, *_without_days(plan)])


def _without_days(plan: Plan) -> Iterator[Deadline]:
    for line in plan.lines:
        activity, form = line.activity, form_of(line.activity.form)
        if isinstance(form, Undertaking) and form.placing == "none" and not activity.days:
            last = max((q for q in line.tallies if q), default=None)
            day = last.last_day if last else ends_on(line.campaign)
            who = activity.partner or activity.responsible or ""
            made = decision_time(line.campaign)
            name = line.campaign.id, activity.id, activity.title
            yield Deadline("finish", day, who, *name, made, quarter=last)


def _holding(plan: Plan) -> Iterator[Item]:
    """Each item that is not cancelled, in the slot that holds and as partners were told of it."""
    states = history(plan.releases)
    free = {item.id for item in items_of_files(plan.items, states, plan.visible)}
    for item in plan.items.values():
        state = states.get(item.id)
        if state is None:
            yield item
        elif item.id in free:
            yield replace(item, modified_at=state.modified_at, sequence=state.sequence + 1)
        elif not state.is_cancelled:
            yield as_released(item, state)


def cancelled_deadlines(plan: Plan) -> list[Deadline]:
    """Those that partners learned from a release and that hold no more, with their last day.

    The item is cancelled, has no day any more, or has another partner.
    """
    workspace, held = plan.workspace, (*deadlines_of(plan), *shared_deadlines(plan))
    holding = {deadline.key for deadline in held}
    found: list[Deadline] = []
    for state in history(plan.releases).values():
        campaign = workspace.campaigns.get(state.release.campaign)
        for body, slot in _slots_told(campaign, state).items():
            activity = activity_of(campaign, slot.activity)
            if campaign and activity:
                told = replace(state, slot=slot)
                item = line_of(slot, campaign, activity, slot_from(told), body)
                item = replace(as_released(item, told), partner=body)
                found += deadlines_of_item(workspace, item)
    return _in_order(deadline for deadline in found if deadline.key not in holding)


def _slots_told(campaign: Campaign | None, state: ReleaseState) -> Mapping[str, ReleasedSlot]:
    """The last slot of each partner that was told of an item, and of who airs or prints it too."""
    activity = activity_of(campaign, state.slot.activity)
    also = activity.also if activity else ()
    return {**dict.fromkeys(also, state.slot), **state.partner_slots}


def _in_order(deadlines: Iterable[Deadline]) -> list[Deadline]:
    return sorted(deadlines, key=lambda d: (d.day, d.campaign, d.item, d.kind))


def outstanding(deadlines: list[Deadline], plan: Plan) -> list[Deadline]:
    """What is late: the day has passed, and the piece is known not to be as far as it must be."""
    today = plan.today
    found = [deadline for deadline in deadlines if deadline.day < today]
    known = {*DONE_STATES, *DEED_KINDS}
    return [d for d in found if d.kind in known and not is_done(d, plan)]


def is_done(deadline: Deadline, plan: Plan) -> bool:
    """Whether the files show that nothing is left to do.

    What was aired or hung, as evidence tells, is written, drawn and out, whatever its piece says.
    """
    if deadline.kind in OF_WORK and (deadline.campaign, deadline.item) in plan.deeds:
        return True
    if deadline.kind in DEED_KINDS:
        own = deadline.item.removeprefix(f"{deadline.campaign}-")
        names = {(deadline.campaign, deadline.item), (deadline.campaign, own)}
        return not names.isdisjoint(plan.deeds)
    item = plan.items.get(deadline.item)
    piece = item.piece if item else None
    return piece is not None and piece.status in DONE_STATES.get(deadline.kind, ())


def ends_on(campaign: Campaign) -> date:
    """The day on which its report is due, or else the last of its year."""
    return campaign.report_due or date(campaign.period, 12, 31)


def runs(campaign: Campaign, today: date) -> bool:
    """Until its report is due, or else to the end of its year: later nothing can be mended."""
    return today <= ends_on(campaign)


def duty_name(campaign: Campaign, duty: Responsibility) -> str:
    """What a deadline calls a duty; without an id it is the place in the list that names it."""
    number = campaign.responsibilities.index(duty) + 1
    return f"{campaign.id}-{duty.id or f'{duty.body}-{number}'}"


def deadlines_of_item(workspace: Workspace, item: Item) -> Iterator[Deadline]:
    """Those that follow from the slot in which an item is; none where it has no day."""
    rules, slot = rules_of(workspace, item.activity, item.partner), item.slot
    if slot.start is None:
        return
    first = day_of(slot.start)
    kind = appearance_of(item.activity.form)

    def due(kind: Kind, day: date, *, worked: bool = True) -> Deadline:
        day = last_worked(workspace.holidays, day) if worked else day
        return _deadline(item, kind, day)

    ends = kind == "finish" and slot.until is not None
    yield due(kind, slot.until if ends and slot.until else first, worked=False)
    if rules and rules.script is not None:
        yield due("script", first - timedelta(days=rules.script))
    if rules and rules.artwork is not None:
        chosen = getattr(item.piece, "printer", None)
        order = first - timedelta(days=printing_days(workspace, item.activity, chosen))
        yield due("artwork", order - timedelta(days=rules.artwork))
        yield due("order", order)
    if slot.until is not None and kind not in DEED_KINDS:
        yield due("take-down", slot.until, worked=False)


def appearance_of(name: str) -> Kind:
    """What is due on the day of something of a form: by what it is, whoever takes it."""
    form = form_of(name)
    if isinstance(form, Undertaking):
        return "finish" if form.ends else "hold"
    return "hang" if form.artwork else "publish"


def _deadline(item: Item, kind: Kind, day: date) -> Deadline:
    slot = item.slot
    return Deadline(
        kind,
        day,
        item.partner,
        item.campaign.id,
        item.id,
        item.title if item.session else item.activity.title,
        item.modified_at,
        slot.start,
        slot.quarter,
        slot.origin == "release",
        item.sequence,
    )


def _duties(workspace: Workspace, campaign: Campaign) -> Iterator[Deadline]:
    """What bodies must have done by a day; the report is due before one: the last worked day."""
    made = decision_time(campaign)
    for duty in campaign.responsibilities:
        if duty.due:
            name = campaign.id, duty_name(campaign, duty), campaign.title
            yield Deadline(duty.kind or "duty", duty.due, duty.body, *name, made)
    if campaign.report_due is not None:
        day = last_worked(workspace.holidays, campaign.report_due - timedelta(days=1))
        owner = campaign.owner or ""
        yield Deadline("report", day, owner, campaign.id, campaign.id, campaign.title, made)
