"""For which lines of the plans a piece can be begun, and into which slot it would go."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.app.scaffold import is_missed, open_slots
from generator.catalogue import words
from generator.desk.calendar_days import handle_of_line
from generator.media import media
from generator.model.campaign import Campaign
from generator.model.piece import Piece
from generator.model.plan import ActivityLine, Plan
from generator.model.plan_line import Item
from generator.planning.deadlines import runs
from generator.planning.tasks import missing_slots
from generator.vietnamese.dates import HANOI
from generator.vietnamese.text import fold

ALONE = "rieng"
"""What a form chooses for a page of its own; whoever chooses nothing is asked."""


@dataclass(frozen=True, slots=True)
class Promise:
    """A line of a plan; `value` names it to a form, `slot` is the next open one in words.

    `lacking` says how many of what is promised have no slot, `days` leads to where one is chosen.
    """

    value: str
    kind: str
    title: str
    slot: str
    is_open: bool
    lacking: str = ""
    days: str = ""


@dataclass(frozen=True, slots=True)
class PlanPromises:
    """A plan with its lines that have an open slot, those that lack one, and the `others`."""

    title: str
    is_over: bool
    lines: tuple[Promise, ...]
    lacking: tuple[Promise, ...]
    others: tuple[Promise, ...]


def plans(plan: Plan) -> list[PlanPromises]:
    """The plans that name a medium: those at work, those to come, those that are over."""
    today = plan.as_of.astimezone(HANOI).date()

    def place(campaign: Campaign) -> tuple[bool, bool, int, str]:
        return (
            not runs(campaign, today),
            campaign.period > today.year,
            -campaign.period,
            campaign.id,
        )

    found = sorted(plan.workspace.campaigns.values(), key=place)
    told = ((campaign, list(_promises(plan, campaign.id))) for campaign in found)
    return [
        PlanPromises(
            campaign.title,
            not runs(campaign, today),
            tuple(line for line in lines if line.is_open),
            tuple(line for line in lines if line.lacking and not line.is_open),
            tuple(line for line in lines if not (line.lacking or line.is_open)),
        )
        for campaign, lines in told
        if lines
    ]


def medium_of(plan: Plan, campaign: str, activity: str) -> str:
    """The medium that a chosen line of a plan asks for, or a page of its own; else nothing."""
    if (campaign, activity) == (ALONE, ""):
        return next(name for name, medium in media().items() if medium.placing == "none")
    known = (line for line in plan.lines if line.campaign.id == campaign)
    return next((ln.activity.medium or "" for ln in known if ln.activity.id == activity), "")


def namesakes(plan: Plan, title: str) -> list[Piece]:
    """The pieces that have a title already, whatever its marks and capitals."""
    sought = fold(" ".join(title.split()))
    pieces = plan.workspace.pieces.values()
    return [each for each in pieces if sought and fold(" ".join(each.title.split())) == sought]


def _promises(plan: Plan, campaign: str) -> Iterator[Promise]:
    for line in plan.lines:
        medium = media().get(line.activity.medium or "")
        if medium and line.campaign.id == campaign:
            value = f"{campaign}/{line.activity.id}"
            kind, waiting = words(medium.singular), open_slots(plan, line)
            missing = _missing_in_words(line) if runs(line.campaign, plan.today) else ""
            days, title = days_of(line) if missing else "", line.activity.title
            slot = _slot(plan, waiting)
            yield Promise(value, kind, title, slot, bool(waiting), missing, days)


def _missing_in_words(line: ActivityLine) -> str:
    """«Thiếu 1 so với kế hoạch: 3 trong 4 có khung giờ.»; nothing of a line with all its slots."""
    missing, total = missing_slots(line), line.total
    if not missing:
        return ""
    told = words("{missing} missing against the plan: {planned} of {promised} have a slot.")
    wanted = total.planned + missing
    return told.format(missing=missing, planned=total.planned, promised=wanted)


def days_of(line: ActivityLine) -> str:
    """Where a day is chosen for what a line lacks."""
    return f"/lich?doi={handle_of_line(line.campaign.id, line.activity.id)}"


def _slot(plan: Plan, waiting: list[Item]) -> str:
    """The next open one, and how many there are."""
    if not waiting:
        return words("No slot is open: the piece gets a quarter, its day is chosen later.")
    first = waiting[0]
    is_over = is_missed(plan, first)
    said = (
        "A slot is over and lacks its piece: {slot}." if is_over else "The next open slot: {slot}."
    )
    told = words(said).format(slot=first.slot.in_words())
    more = words("{count} are open.").format(count=len(waiting)) if len(waiting) > 1 else ""
    return f"{told} {more}".strip()
