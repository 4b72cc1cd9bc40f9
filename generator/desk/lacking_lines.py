"""What the plans at work promise and have no slot for, for the screen «Hôm nay»."""

from collections.abc import Container

from generator.catalogue import words
from generator.desk.day_lines import Line, partner_name
from generator.desk.new_pieces import days_of
from generator.model.plan import ActivityLine, Plan
from generator.planning.tasks import missing_slots, running


def lacking_lines(plan: Plan, others: Container[str] = ()) -> list[Line]:
    """Lines of the plans at work of which less has a slot than they say, whenever it is due.

    `others` are activities of which that is told already.
    """
    at_work = running(plan)
    lines = (line for line in plan.lines if line.campaign in at_work and line.total.promised)
    named = (line for line in lines if line.activity.id not in others)
    return [_of_lacking(plan, line) for line in named if missing_slots(line)]


def _of_lacking(plan: Plan, line: ActivityLine) -> Line:
    total, missing = line.total, missing_slots(line)
    there = words("{planned} of {promised} have a slot")
    who = line.activity.partner or line.activity.responsible or ""
    return Line(
        "unwritten",
        line.activity.title,
        line.campaign.title,
        words("{count} missing").format(count=missing),
        there.format(planned=total.planned, promised=total.planned + missing),
        partner_name(plan, who, plan.today),
        button=words("Choose a day"),
        link=days_of(line),
    )
