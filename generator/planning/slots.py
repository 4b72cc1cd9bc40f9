"""Days for what has none: quotas become slots, by the rules of the channel that takes them."""

import re
from bisect import insort
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import count

from generator.model.campaign import Activity, Campaign
from generator.model.partner import Channel, Rules
from generator.model.piece import day_of
from generator.model.plan_line import Item
from generator.model.planned_slot import PlannedSlot
from generator.model.quarter import Quarter
from generator.model.workspace import Workspace
from generator.planning.activity_forms import Placing
from generator.planning.channels import channel_of
from generator.planning.free_days import DayLists, is_free, taken_days
from generator.planning.quotas import spread
from generator.planning.windows import Window, hanging, window
from generator.vietnamese.dates import HANOI

MOST_A_YEAR = 2000
"""Slots of an activity in a year: five a day; a plan that promises more is told to be wrong."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A slot to be added to an activity of a plan."""

    campaign: Campaign
    activity: Activity
    slot: PlannedSlot


@dataclass(frozen=True, slots=True)
class Shortfall:
    """So many of an activity for which no day is left."""

    campaign: Campaign
    activity: Activity
    units: int


def propose(
    workspace: Workspace, items: Mapping[str, Item], placing: Mapping[str, Placing], today: date
) -> tuple[list[Proposal], list[Shortfall]]:
    """Slots for everything that is promised for a quarter and has no day yet.

    What has a day keeps it. What was missed in a quarter that is over goes to those that are left.
    `placing` says of each form whether a slot is a moment or a period.
    """
    taken = taken_days(workspace, items.values())
    found: list[Proposal] = []
    unplaced: list[Shortfall] = []
    for campaign in sorted(workspace.campaigns.values(), key=lambda campaign: campaign.id):
        for activity in campaign.activities:
            kind = placing.get(activity.medium or activity.kind or "", "none")
            if kind != "none" and activity.quantity and activity.quarters:
                mine = [item for item in items.values() if item.activity is activity]
                used = set(items) | set(workspace.pieces) | workspace.broken_ids
                maker = _Maker(workspace, campaign, activity, kind, taken, today)
                found += maker.proposals(mine, used)
                if left := maker.unplaced(mine):
                    unplaced.append(Shortfall(campaign, activity, left))
    return found, unplaced


@dataclass(frozen=True, slots=True)
class _Maker:
    """Proposes the slots of one activity."""

    workspace: Workspace
    campaign: Campaign
    activity: Activity
    placing: Placing
    taken: DayLists
    today: date

    def proposals(self, mine: list[Item], used: set[str]) -> Iterator[Proposal]:
        """The slots; `mine` are the activity's items, `used` all ids that are taken."""
        for quarter, share in self._shares(mine).items():
            names = free_names(self.activity, self.placing, quarter, used)
            inside = [item for item in mine if item.slot.quarter == quarter]
            wanted = [(item.id, 1, _wish(item)) for item in inside if _lacks_day(item)]
            for units in self._missing(share - sum(item.units for item in inside)):
                identity = next(names)
                used.add(identity)
                wanted.append((identity, units, None))
            yield from self._placed(quarter, inside, sorted(wanted, key=lambda w: natural(w[0])))

    def unplaced(self, mine: list[Item]) -> int:
        """How many have no quarter left to go to."""
        quantity = self.activity.quantity
        planned = sum(item.units for item in mine)
        return max(0, quantity.value - planned) if quantity and not self._open else 0

    @property
    def _open(self) -> list[Quarter]:
        """The stated quarters that have a day left."""
        stated = [Quarter(self.campaign.period, n) for n in sorted(set(self.activity.quarters))]
        return [quarter for quarter in stated if self._window(quarter)]

    def _shares(self, mine: list[Item]) -> dict[Quarter, int]:
        """What each of those should hold; what lies elsewhere is done or stays where it is."""
        quarters = {quarter.number: quarter for quarter in self._open}
        pinned = dict.fromkeys(quarters, 0)
        elsewhere = 0
        for item in mine:
            if item.slot.quarter and item.slot.quarter in quarters.values():
                pinned[item.slot.quarter.number] += item.units
            else:
                elsewhere += item.units
        total = self.activity.quantity.value if self.activity.quantity else 0
        shares = spread(max(0, total - elsewhere), list(quarters), pinned)
        return {quarters[number]: share for number, share in shares.items()}

    def _window(self, quarter: Quarter) -> Window:
        return window(
            self.workspace, self.campaign, self.activity, self._rules, quarter, self.today
        )

    @property
    def _channel(self) -> Channel | None:
        return channel_of(self.workspace, self.activity)

    @property
    def _rules(self) -> Rules | None:
        return self._channel.rules if self._channel else None

    def _missing(self, units: int) -> list[int]:
        """How many units each new slot is for: one for what is aired or printed, else all."""
        if units <= 0:
            return []
        return [1] * units if self.placing == "moment" else [units]

    def _placed(
        self, quarter: Quarter, inside: list[Item], wanted: list[tuple[str, int, date | None]]
    ) -> Iterator[Proposal]:
        fixed = [day_of(item.slot.start) for item in inside if item.slot.start is not None]
        targets = self._window(quarter).targets(fixed, len(wanted))
        for (identity, units, wish), target in zip(wanted, targets, strict=True):
            yield Proposal(
                self.campaign, self.activity, self._slot(identity, units, quarter, wish or target)
            )

    def _slot(self, identity: str, units: int, quarter: Quarter, target: date) -> PlannedSlot:
        rules = self._rules
        day = self._day(quarter, target, rules) if rules else None
        at = datetime.combine(day, rules.time, HANOI) if day and rules and rules.time else day
        until = None
        if day and self.placing == "period" and hanging(rules):
            until = day + timedelta(days=hanging(rules) - 1)
        return PlannedSlot.model_construct(
            id=identity,
            at=at,
            until=until,
            quarter=None if day else quarter,
            units=units,
            basis="proposed",
        )

    def _day(self, quarter: Quarter, target: date, rules: Rules) -> date | None:
        """The nearest day to the target that the channel takes, rather before it than after."""
        channel = self._channel.id if self._channel else ""
        taken = self.taken.setdefault((self.campaign.id, channel), [])
        free = [d for d in self._window(quarter) if is_free(self.workspace, rules, taken, d)]
        best = min(free, key=lambda day: (abs((day - target).days), day), default=None)
        if best:
            insort(taken, best)
        return best


def free_names(
    activity: Activity, placing: Placing, quarter: Quarter, used: Container[str]
) -> Iterator[str]:
    """As new pieces are named, as far as no other is: «phat-thanh-2021-2-1», «bang-ron-2021-1»."""
    base = f"{activity.id}-{quarter.year}"
    base += f"-{quarter.number}" if placing == "moment" else ""
    return (name for number in count(1) if (name := f"{base}-{number}") not in used)


def _lacks_day(item: Item) -> bool:
    """A piece whose day nobody has named; a slot with only a quarter in the plan is meant so."""
    return item.slot.start is None and item.slot.origin == "piece"


def _wish(item: Item) -> date | None:
    """The day on which the site is to show the piece, if that lies in its quarter."""
    shown = item.piece.publish_on if item.piece else None
    day = day_of(shown) if shown else None
    return day if day and Quarter.of(day) == item.slot.quarter else None


def natural(identity: str) -> list[tuple[int, str]]:
    """Ids in the order in which people count: …-2 before …-10."""
    return [(int(p), "") if p.isdigit() else (-1, p) for p in re.split(r"(\d+)", identity)]
