"""The board of a plan: what was promised, planned, ready, done and proved, and what that leads to.

Pure: the terminal, the pages for the office and the desk show one `Board`. What is proved is never
more than what is done; a figure of which a part lacks proof says of how much.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from generator.model.amount import Amounts
from generator.model.campaign import Activity, Campaign
from generator.model.evidence import OF_MONEY, Evidence
from generator.model.grouping import groups_of
from generator.model.piece import day_of
from generator.model.plan import ActivityLine, Plan, Tally
from generator.model.plan_line import Item
from generator.model.quarter import Quarter
from generator.planning.deed_counts import EvidenceUse, amounts, uses_of
from generator.planning.evidence_targets import is_proof, valid_evidence
from generator.planning.forecast import Forecast, forecast_of

_NO_TALLY = Tally()


@dataclass(frozen=True, slots=True)
class DeedFigures:
    """What is counted of an activity, in a quarter, at a place or in all.

    `done` and `proof` are in the unit of the plan first, then in others that evidence states.
    """

    tally: Tally = _NO_TALLY
    done: Amounts = ()
    proof: Amounts = ()

    @property
    def unproved(self) -> int:
        """Of how many that are done, as the plan counts them, nothing proves it."""
        done, proof = _number(self.done), _number(self.proof)
        return max(0, done - proof)


@dataclass(frozen=True, slots=True)
class BoardLine:
    """An activity on the board; `stages` are what is known of it short of being done."""

    activity: Activity
    total: DeedFigures
    quarters: Mapping[Quarter | None, DeedFigures]
    places: Mapping[str, DeedFigures]
    stages: Mapping[str, Amounts]
    forecast: Forecast | None = None
    uses: tuple[EvidenceUse, ...] = ()


@dataclass(frozen=True, slots=True)
class PartnerFigures:
    """Things of one partner, whatever they are: how many it has, are ready, done and proved."""

    partner: str
    things: int
    ready: int
    done: int
    proof: int


@dataclass(frozen=True, slots=True)
class Money:
    """The budget against what evidence tells, in đồng; `proof` is what is proved of payments."""

    budget: int | None = None
    contracts: int = 0
    invoices: int = 0
    payments: int = 0
    proof: int = 0

    @property
    def left(self) -> int | None:
        """What is not paid yet; less than nothing where more was paid."""
        return None if self.budget is None else self.budget - self.payments


@dataclass(frozen=True, slots=True)
class Board:
    """A plan as of a day."""

    campaign: Campaign
    today: date
    lines: tuple[BoardLine, ...]
    partners: tuple[PartnerFigures, ...]
    money: Money
    waiting: tuple[Evidence, ...] = field(default=())
    """Evidence that somebody still has to verify."""
    on_time: tuple[int, int] = (0, 0)
    """Of things whose day is over: how many were done by then, and how many there are."""


def board_of(plan: Plan, campaign: Campaign) -> Board:
    """The board of a campaign as of the moment of the plan."""
    uses = groups_of((id(use.target.activity), use) for use in uses_of(plan))
    items = [item for item in plan.items.values() if item.campaign is campaign]
    mine = [line for line in plan.lines if line.campaign is campaign]
    lines = tuple(_line(plan, each, items, uses.get(id(each.activity), [])) for each in mine)
    known = [each for each in valid_evidence(plan.workspace) if each.campaign == campaign.id]
    return Board(
        campaign,
        plan.today,
        lines,
        tuple(_partners(items, lines)),
        _money(plan, campaign, known),
        tuple(each for each in known if not is_proof(plan.workspace, each)),
        _on_time(items, lines, plan.today),
    )


def first_days(uses: Iterable[EvidenceUse]) -> dict[str, date]:
    """The first day on which each thing was done, by its id."""
    found: dict[str, date] = {}
    for use in uses:
        if use.is_done and use.target.item:
            day, identity = day_of(use.evidence.on), use.target.item.id
            found[identity] = min(day, found.get(identity, day))
    return found


def _line(
    plan: Plan, line: ActivityLine, items: Sequence[Item], uses: Sequence[EvidenceUse]
) -> BoardLine:
    activity = line.activity
    own = [item for item in items if item.activity is activity]
    done = [use for use in uses if use.is_done]
    total = _figures(line.total, done, activity)
    dates: dict[Quarter | None, list[EvidenceUse]] = {}
    for use in done:
        dates.setdefault(Quarter.of(day_of(use.evidence.on)), []).append(use)
    quarters = {
        each: _figures(line.tallies.get(each, _NO_TALLY), dates.get(each, []), activity)
        for each in dict.fromkeys((*line.tallies, *dates))
    }
    stages = groups_of((use.evidence.stage, use) for use in uses if not use.is_done)
    return BoardLine(
        activity,
        total,
        quarters,
        dict(_places(own, done, activity)),
        {stage: amounts(mine, activity) for stage, mine in stages.items()},
        forecast_of(plan, line, own, _number(total.done), first_days(done)),
        tuple(uses),
    )


def _figures(tally: Tally, done: Sequence[EvidenceUse], activity: Activity) -> DeedFigures:
    proof = [use for use in done if use.is_proof]
    return DeedFigures(
        tally,
        amounts(done, activity) if done else (),
        amounts(proof, activity) if proof else (),
    )


def _places(
    items: Iterable[Item], done: Sequence[EvidenceUse], activity: Activity
) -> Iterator[tuple[str, DeedFigures]]:
    """Each place at which copies hang: how many are to hang there, hang, and are proved to."""
    planned: dict[str, int] = {}
    for item in items:
        for each in item.piece.placements if item.piece else ():
            planned[each.place] = planned.get(each.place, 0) + each.copies
    uses = groups_of((use.target.place, use) for use in done if use.target.place)
    for place in dict.fromkeys((*planned, *uses)):
        tally = Tally(None, planned.get(place, 0))
        yield place, _figures(tally, uses.get(place, []), activity)


def _partners(items: Iterable[Item], lines: Iterable[BoardLine]) -> Iterator[PartnerFigures]:
    uses = [use for line in lines for use in line.uses]
    done, proof = first_days(uses), first_days(use for use in uses if use.is_proof)
    for partner, mine in groups_of((item.partner, item) for item in items).items():
        ids = [item.id for item in mine]
        ready = sum(item.is_ready for item in mine)
        counts = (sum(each in days for each in ids) for days in (done, proof))
        yield PartnerFigures(partner, len(mine), ready, *counts)


def _money(plan: Plan, campaign: Campaign, known: Iterable[Evidence]) -> Money:
    bills = [each for each in known if each.kind in OF_MONEY]
    sums = {kind: sum(each.amount or 0 for each in bills if each.kind == kind) for kind in OF_MONEY}
    paid = (each for each in bills if each.kind == "payment" and is_proof(plan.workspace, each))
    return Money(
        campaign.budget,
        sums["contract"],
        sums["invoice"],
        sums["payment"],
        sum(each.amount or 0 for each in paid),
    )


def _on_time(items: Iterable[Item], lines: Iterable[BoardLine], today: date) -> tuple[int, int]:
    days = first_days(use for line in lines for use in line.uses)
    over = [item for item in items if (last := _last_day(item)) and last < today]
    in_time = (i for i in over if i.id in days and days[i.id] <= (_last_day(i) or today))
    return sum(1 for _ in in_time), len(over)


def _last_day(item: Item) -> date | None:
    """The day by which something was to be done; None where only its quarter is known."""
    start = item.slot.start
    return (item.slot.until or day_of(start)) if start is not None else None


def _number(figures: Amounts) -> int:
    """What is counted in the unit of the plan, which comes first."""
    return int(figures[0].number or 0) if figures else 0
