"""The board of a plan: what was promised, planned, ready, done and proved, and what that leads to.

Pure: the terminal, the pages for the office and the report show one `Board`. Every figure holds
the lines and the evidence that it counts, so that it can be followed to its proof. What is proved
is never more than what is done; a figure of which a part lacks proof says of how much.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from generator.model.amount import Amount, Amounts, Bound
from generator.model.campaign import Activity, Campaign
from generator.model.evidence import Evidence
from generator.model.grouping import groups_of
from generator.model.plan import ActivityLine, Plan, Tally
from generator.model.plan_line import Item
from generator.model.quarter import Quarter
from generator.planning.board_money import Money, money_of
from generator.planning.completion import Completion, completion_of, completions
from generator.planning.deed_counts import EvidenceUse, amounts, evidence_by, uses_of
from generator.planning.duties import DutyState, duties_of
from generator.planning.evidence_targets import is_of_deed, is_proof
from generator.planning.forecast import Forecast, forecast_of, last_day
from generator.planning.quarter_uses import uses_by_quarter
from generator.planning.stage_counts import stages_left

_NO_TALLY, _NO_QUARTER = Tally(), Quarter(1, 1)


@dataclass(frozen=True, slots=True)
class DeedFigures:
    """What is counted of an activity, in a quarter, at a place or in all.

    `done` and `proof` are in the unit of the plan first, then in others that evidence states.
    `items` are the lines that are planned, `uses` the evidence that `done` counts.
    """

    tally: Tally = _NO_TALLY
    done: Amounts = ()
    proof: Amounts = ()
    items: tuple[Item, ...] = ()
    uses: tuple[EvidenceUse, ...] = ()

    @property
    def says_anything(self) -> bool:
        """Whether anything was promised, planned or done."""
        return bool(self.tally.promised or self.tally.planned or self.done)

    @property
    def without_proof(self) -> Amounts:
        """Of how much that is done nothing proves it, in each unit of which some lacks proof."""
        proof = {each.kind: each for each in self.proof}
        return tuple(
            filter(None, (_without_proof(each, proof.get(each.kind)) for each in self.done))
        )


@dataclass(frozen=True, slots=True)
class BoardLine:
    """An activity on the board; `stages` are what is known of it short of being done.

    `deeds` says of each of its things how far it is, by ids.
    """

    activity: Activity
    total: DeedFigures
    quarters: Mapping[Quarter | None, DeedFigures]
    places: Mapping[str, DeedFigures]
    stages: Mapping[str, Amounts]
    forecast: Forecast | None = None
    uses: tuple[EvidenceUse, ...] = ()
    deeds: Mapping[str, Completion] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PartnerFigures:
    """Things of one partner, whatever they are, and the evidence for them.

    What is done or proved in part is neither done nor proved: it is counted by itself.
    """

    partner: str
    items: tuple[Item, ...]
    uses: tuple[EvidenceUse, ...] = ()
    deeds: tuple[Completion, ...] = ()

    @property
    def things(self) -> int:
        """How many it has."""
        return len(self.items)

    @property
    def ready(self) -> int:
        """Of how many the piece is written to its end."""
        return sum(bool(item.piece) and item.is_ready for item in self.items)

    @property
    def done(self) -> int:
        """How many evidence tells to be done, each as a whole."""
        return sum(each.is_done for each in self.deeds)

    @property
    def proof(self) -> int:
        """How many are proved, each as a whole."""
        return sum(each.is_proof for each in self.deeds)

    @property
    def done_in_part(self) -> int:
        """Of how many evidence tells a part."""
        return sum(not each.is_done for each in self.deeds)

    @property
    def proved_in_part(self) -> int:
        """Of how many a part is proved."""
        return sum(bool(each.proof) and not each.is_proof for each in self.deeds)


@dataclass(frozen=True, slots=True)
class OnTime:
    """Things whose day is `over`, and those of them that were `done` by then."""

    done: tuple[Item, ...] = ()
    over: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Board:
    """A plan as of a day.

    `evidence` is all that was known by that day, `waiting` what of it somebody still has to verify,
    `duties` that of what is not counted: reports and reviews; `duty_states` says of each duty
    whether it is done.
    """

    campaign: Campaign
    today: date
    lines: tuple[BoardLine, ...]
    partners: tuple[PartnerFigures, ...]
    money: Money
    evidence: tuple[Evidence, ...] = ()
    waiting: tuple[Evidence, ...] = ()
    on_time: OnTime = OnTime()
    duties: tuple[Evidence, ...] = ()
    duty_states: tuple[DutyState, ...] = ()

    @property
    def is_begun(self) -> bool:
        """Whether any evidence of it is there."""
        return bool(self.money.bills) or any(line.uses for line in self.lines)


def board_of(plan: Plan, campaign: Campaign) -> Board:
    """The board of a campaign as of the moment of the plan."""
    known = tuple(each for each in evidence_by(plan) if each.campaign == campaign.id)
    proof_ids = frozenset(each.id for each in known if is_proof(plan.workspace, each))
    uses = groups_of((id(use.target.activity), use) for use in uses_of(plan, known, proof_ids))
    items = [item for item in plan.items.values() if item.campaign is campaign]
    mine = [line for line in plan.lines if line.campaign is campaign]
    lines = tuple(_line(plan, each, items, uses.get(id(each.activity), [])) for each in mine)
    every = [use for line in lines for use in line.uses]
    deeds = {key: deed for line in lines for key, deed in line.deeds.items()}
    return Board(
        campaign,
        plan.today,
        lines,
        tuple(_partners(items, every, deeds)),
        money_of(campaign, known, proof_ids),
        known,
        tuple(each for each in known if each.id not in proof_ids),
        _on_time(items, deeds, plan.today),
        tuple(_apart(known, every)),
        tuple(duties_of(plan.workspace, campaign, known, plan.today)),
    )


def _apart(known: Iterable[Evidence], uses: Iterable[EvidenceUse]) -> Iterator[Evidence]:
    counts = {use.evidence.id for use in uses}
    yield from (each for each in known if is_of_deed(each) and each.id not in counts)


def _line(
    plan: Plan, line: ActivityLine, items: Sequence[Item], uses: Sequence[EvidenceUse]
) -> BoardLine:
    activity = line.activity
    own = [item for item in items if item.activity is activity]
    done = [use for use in uses if use.is_done]
    total = _figures(line.total, own, done, activity)
    deeds = completions(done)
    return BoardLine(
        activity,
        total,
        dict(_quarters(line, own, done)),
        dict(_places(own, done, activity)),
        dict(stages_left(uses, activity)),
        forecast_of(plan, line, own, total.done, deeds),
        tuple(uses),
        deeds,
    )


def _figures(
    tally: Tally, items: Iterable[Item], done: Sequence[EvidenceUse], activity: Activity
) -> DeedFigures:
    proof = [use for use in done if use.is_proof]
    return DeedFigures(
        tally,
        amounts(done, activity) if done else (),
        amounts(proof, activity) if proof else (),
        tuple(items),
        tuple(done),
    )


def _quarters(
    line: ActivityLine, items: Iterable[Item], done: Sequence[EvidenceUse]
) -> Iterator[tuple[Quarter | None, DeedFigures]]:
    """What is to happen in each quarter, and what did, whenever it was to."""
    planned = groups_of((item.slot.quarter, item) for item in items)
    uses = uses_by_quarter(done, line.activity)
    for each in sorted({*line.tallies, *uses}, key=lambda q: (q is None, q or _NO_QUARTER)):
        tally, mine = line.tallies.get(each, _NO_TALLY), uses.get(each, []) if each else []
        yield each, _figures(tally, planned.get(each, []), mine, line.activity)


def _places(
    items: Iterable[Item], done: Sequence[EvidenceUse], activity: Activity
) -> Iterator[tuple[str, DeedFigures]]:
    """Each place at which copies hang: how many are to hang there, hang, and are proved to."""
    pieces = ((item, item.piece.placements if item.piece else ()) for item in items)
    planned = groups_of(
        (hung.place, (item, hung.copies)) for item, every in pieces for hung in every
    )
    uses = groups_of((use.target.place, use) for use in done if use.target.place)
    for place in dict.fromkeys((*planned, *uses)):
        mine = planned.get(place, [])
        copies = sum(copies for _, copies in mine)
        ready = sum(copies for item, copies in mine if item.is_ready)
        tally = Tally(None, copies, ready)
        yield place, _figures(tally, (item for item, _ in mine), uses.get(place, []), activity)


def _partners(
    items: Iterable[Item], uses: Iterable[EvidenceUse], deeds: Mapping[str, Completion]
) -> Iterator[PartnerFigures]:
    of_thing = groups_of((use.target.item.id, use) for use in uses if use.target.item)
    for partner, mine in groups_of((item.partner, item) for item in items).items():
        own = (use for item in mine for use in of_thing.get(item.id, []))
        found = (deeds[item.id] for item in mine if item.id in deeds)
        yield PartnerFigures(partner, tuple(mine), tuple(own), tuple(found))


def _on_time(items: Iterable[Item], deeds: Mapping[str, Completion], today: date) -> OnTime:
    over = [(item, day) for item in items if (day := last_day(item)) and day < today]
    done = (
        item for item, day in over if (completion_of(deeds, item.id).done_on or date.max) <= day
    )
    return OnTime(tuple(done), tuple(item for item, _ in over))


def _without_proof(done: Amount, proof: Amount | None) -> Amount | None:
    """What is left of a figure without its proof; None where nothing is."""
    if proof is None or done.number is None or proof.number is None:
        return None if proof and done.number == proof.number else done
    more = done.bound & (Bound.ABOUT | ~proof.bound)
    if done.number == proof.number:
        return Amount(None, done.unit, more) if Bound.UNKNOWN in more else None
    return Amount(done.number - proof.number, done.unit, more)
