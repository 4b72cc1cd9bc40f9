"""Days that are proposed for what a plan promises and has no day: shown before they are written."""

from dataclasses import dataclass

from generator.catalogue import words
from generator.model.campaign import Campaign
from generator.model.plan import Plan
from generator.model.planned_slot import PlannedSlot
from generator.planning.activity_forms import placings
from generator.planning.slots import propose
from generator.vietnamese.dates import HANOI, moment_in_words


@dataclass(frozen=True, slots=True)
class DayProposal:
    """A day for a line of a plan; of what has none left, how many wait."""

    title: str
    when: str
    waiting: int = 0


def day_proposals(plan: Plan, campaign: Campaign) -> list[DayProposal]:
    """By line of the plan, each with its day; then those for which no day is left."""
    today = plan.as_of.astimezone(HANOI).date()
    slots, left = propose(plan.workspace, plan.items, placings(), today)
    days = [
        DayProposal(each.activity.title, _when(each.slot))
        for each in slots
        if each.campaign.id == campaign.id
    ]
    none = (each for each in left if each.campaign.id == campaign.id)
    return [*days, *(DayProposal(each.activity.title, "", each.units) for each in none)]


def _when(slot: PlannedSlot) -> str:
    """Its day; its quarter where no channel says which days it takes."""
    if slot.at:
        return moment_in_words(slot.at, slot.until, weekday=True)
    return words("Quarter {quarter}").format(quarter=slot.quarter) if slot.quarter else ""
