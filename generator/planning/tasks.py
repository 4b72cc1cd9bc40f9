"""What has to be done now: what is late, what the plan lacks, and what is due soon."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from typing import Literal

from generator.model.campaign import Campaign
from generator.model.plan import ActivityLine, Plan
from generator.model.undertaking import Undertaking
from generator.planning.activity_forms import form_of
from generator.planning.deadlines import (
    Deadline,
    Kind,
    deadlines_of,
    duty_name,
    ends_of_quarters,
    ends_on,
    is_done,
    outstanding,
    runs,
)
from generator.planning.deed_records import told_of_lines

AHEAD = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Task:
    """Something to do (việc) by a day, that day included.

    `item` is a piece, or of "plan" an activity, `who` the partner concerned; `lacking` counts the
    slots that the plan still needs, 0 for what has a slot.
    """

    day: date
    kind: Kind | Literal["plan"]
    item: str
    who: str
    lacking: int = 0


def running(plan: Plan) -> list[Campaign]:
    """The campaigns whose year has begun and that are not over, by that year."""
    today = plan.today
    every = plan.workspace.campaigns.values()
    now = [one for one in every if one.period <= today.year and runs(one, today)]
    return sorted(now, key=lambda campaign: (campaign.period, campaign.id))


def title_of(task: Task, plan: Plan, campaign: Campaign) -> str:
    """What a person calls that which is to be done: the piece, else the line of the plan."""
    titles = {campaign.id: campaign.title}
    titles |= {activity.id: activity.title for activity in campaign.activities}
    titles |= {duty_name(campaign, duty): duty.text for duty in campaign.responsibilities}
    item = plan.items.get(task.item)
    if task.kind == "plan" or item is None:
        return titles.get(task.item, task.item)
    return item.piece.title if item.piece else item.title


def tasks_of(plan: Plan, campaign: Campaign) -> list[Task]:
    """By day; none once the campaign is over.

    Of what was ordered or taken down only what is still to come is told.
    """
    today = plan.today
    if not runs(campaign, today):
        return []
    every = (*deadlines_of(plan), *ends_of_quarters(plan))
    mine = [d for d in every if d.campaign == campaign.id]
    late = outstanding(mine, plan)
    coming = [d for d in mine if today <= d.day <= today + AHEAD and not is_done(d, plan)]
    lines = [line for line in plan.lines if line.campaign is campaign]
    told = told_of_lines(plan, campaign)
    found = [
        *map(_task, late + coming),
        *(t for line in lines for t in _lacking(line, today, told.get(line.activity.id, 0))),
    ]
    return sorted(found, key=lambda task: (task.day, task.item, task.kind))


def missing_slots(line: ActivityLine) -> int:
    """How many of what a line of a plan promises have no slot, in its whole time.

    Of what has no figure one is wanted at least.
    """
    form = form_of(line.activity.form)
    if isinstance(form, Undertaking) and form.placing == "none":
        return 0
    total = line.total
    wanted = total.promised if total.promised is not None else 1
    return max(0, wanted - total.planned)


def _task(deadline: Deadline) -> Task:
    return Task(deadline.day, deadline.kind, deadline.item, deadline.who)


def _lacking(line: ActivityLine, today: date, done: int) -> Iterator[Task]:
    """What should have a slot by the end of a quarter that has begun, or is about to.

    Counted from the beginning of the year: what another of these quarters holds too many is not
    missing, nor what is done without ever having had a slot.
    """
    form, who = (
        form_of(line.activity.form),
        line.activity.partner or line.activity.responsible or "",
    )
    if isinstance(form, Undertaking) and form.placing == "none":
        return
    if line.activity.quantity is None or not line.activity.quarters:
        yield from _of_year(line, today, who, done)
        return
    begun = {q: tally for q, tally in line.tallies.items() if q and q.first_day <= today + AHEAD}
    behind = list(accumulate((t.promised or 0) - t.planned for t in begun.values()))
    told = done
    for index, quarter in enumerate(begun):
        lacking = min(behind[index:]) - told
        if lacking > 0:
            told += lacking
            yield Task(quarter.last_day, "plan", line.activity.id, who, lacking)


def _of_year(line: ActivityLine, today: date, who: str, done: int) -> Iterator[Task]:
    """What the plan names without a figure, or without a quarter: by the end of its time.

    Of what has no figure one is wanted at least.
    """
    last = max((q for q in line.tallies if q), default=None)
    end = last.last_day if last else ends_on(line.campaign)
    lacking = missing_slots(line) - done
    if lacking > 0 and end <= today + AHEAD:
        yield Task(end, "plan", line.activity.id, who, lacking)
