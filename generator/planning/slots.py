"""Days for what has none: quotas become slots, by the rules of the channel that takes them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import count
from typing import Literal

from generator.model.campaign import Activity, Campaign, PlannedSlot
from generator.model.event import Item
from generator.model.partner import Channel, Rules
from generator.model.piece import day_of
from generator.model.quarter import Quarter
from generator.model.workspace import Workspace
from generator.planning.channels import LONGEST_HANGING, channel_of
from generator.planning.holidays import is_off
from generator.planning.quotas import spread
from generator.vietnamese.dates import HANOI

Placing = Literal["moment", "period", "none"]
DayLists = dict[tuple[str, str], list[date]]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A slot to be added to an activity of a plan."""

    campaign: Campaign
    activity: Activity
    slot: PlannedSlot


def propose(
    workspace: Workspace, items: Mapping[str, Item], placing: Mapping[str, Placing]
) -> list[Proposal]:
    """Slots for everything that is promised for a quarter and has no day yet.

    What has a day keeps it. `placing` says of each medium whether a slot is a moment or a period.
    """
    taken = _days(workspace, items.values())
    found: list[Proposal] = []
    for campaign in sorted(workspace.campaigns.values(), key=lambda campaign: campaign.id):
        for activity in campaign.activities:
            kind = placing.get(activity.medium or "", "none")
            if kind != "none" and activity.quantity and activity.quarters:
                maker = _Maker(workspace, campaign, activity, kind, taken)
                found += maker.proposals(items)
    return found


def _days(workspace: Workspace, items: Iterable[Item]) -> DayLists:
    """The days that are taken, for each campaign and channel."""
    found: DayLists = {}
    for item in items:
        channel = channel_of(workspace, item.activity, item.partner)
        if channel and item.slot.start is not None:
            key = (item.campaign.id, channel.id)
            found.setdefault(key, []).append(day_of(item.slot.start))
    return found


@dataclass(frozen=True, slots=True)
class _Maker:
    """Proposes the slots of one activity."""

    workspace: Workspace
    campaign: Campaign
    activity: Activity
    placing: Placing
    taken: DayLists

    def proposals(self, items: Mapping[str, Item]) -> Iterator[Proposal]:
        mine = [item for item in items.values() if item.activity is self.activity]
        pinned: dict[int, int] = {}
        for item in mine:
            if item.slot.quarter and item.slot.quarter.year == self.campaign.period:
                number = item.slot.quarter.number
                pinned[number] = pinned.get(number, 0) + item.units
        quantity = self.activity.quantity
        shares = spread(quantity.value if quantity else 0, self.activity.quarters, pinned)
        used = set(items) | set(self.workspace.pieces) | self.workspace.broken
        for number, share in shares.items():
            quarter = Quarter(self.campaign.period, number)
            inside = [item for item in mine if item.slot.quarter == quarter]
            wanted = [(item.id, 1, _wish(item)) for item in inside if _lacks_day(item)]
            for units in self._missing(share - pinned.get(number, 0)):
                identity = next(name for name in self._names(quarter) if name not in used)
                used.add(identity)
                wanted.append((identity, units, None))
            yield from self._placed(quarter, inside, sorted(wanted, key=lambda w: natural(w[0])))

    def _missing(self, units: int) -> list[int]:
        """How many units each new slot is for: one for what is aired or printed, else all."""
        if units <= 0:
            return []
        return [1] * units if self.placing == "moment" else [units]

    def _names(self, quarter: Quarter) -> Iterator[str]:
        """As new pieces are named: «phat-thanh-2021-2-1», «bang-ron-2021-1»."""
        base = f"{self.activity.id}-{quarter.year}"
        base += f"-{quarter.number}" if self.placing == "moment" else ""
        return (f"{base}-{number}" for number in count(1))

    def _placed(
        self, quarter: Quarter, inside: list[Item], wanted: list[tuple[str, int, date | None]]
    ) -> Iterator[Proposal]:
        fixed = [day_of(item.slot.start) for item in inside if item.slot.start is not None]
        targets = _targets(quarter, fixed, len(wanted))
        for (identity, units, wish), target in zip(wanted, targets, strict=True):
            yield Proposal(
                self.campaign, self.activity, self._slot(identity, units, quarter, wish or target)
            )

    def _slot(self, identity: str, units: int, quarter: Quarter, target: date) -> PlannedSlot:
        channel = channel_of(self.workspace, self.activity)
        rules = channel.rules if channel else None
        day = self._day(quarter, target, rules, channel) if rules else None
        at = datetime.combine(day, rules.time, HANOI) if day and rules and rules.time else day
        until = None
        if day and rules and self.placing == "period" and rules.hanging:
            until = day + timedelta(days=min(rules.hanging, LONGEST_HANGING) - 1)
        return PlannedSlot.model_construct(
            id=identity,
            at=at,
            until=until,
            quarter=None if day else quarter,
            units=units,
            basis="proposed",
        )

    def _day(
        self, quarter: Quarter, target: date, rules: Rules, channel: Channel | None
    ) -> date | None:
        """The nearest day to the target that the channel takes, rather before it than after."""
        taken = self.taken.setdefault((self.campaign.id, channel.id if channel else ""), [])
        first = self._first(rules, quarter)
        free = [
            day
            for day in _span(first, quarter.last_day)
            if (not rules.weekdays or day.weekday() in rules.weekdays)
            and not is_off(self.workspace.holidays, day)
            and all(abs((day - other).days) >= rules.gap for other in taken)
        ]
        best = min(free, key=lambda day: (abs((day - target).days), day), default=None)
        if best:
            taken.append(best)
        return best

    def _first(self, rules: Rules, quarter: Quarter) -> date:
        """Nothing can go out before the plan was made and the text could be there."""
        issued = self.campaign.issued_on
        ahead = max(rules.script or 0, rules.artwork or 0)
        ready = issued + timedelta(days=ahead) if issued else quarter.first_day
        return max(quarter.first_day, ready)


def _lacks_day(item: Item) -> bool:
    """A piece whose day nobody has named; a slot with only a quarter in the plan is meant so."""
    return item.slot.start is None and item.slot.origin == "piece"


def _wish(item: Item) -> date | None:
    """The day on which the site is to show the piece, if that lies in its quarter."""
    shown = item.piece.publish_on if item.piece else None
    day = day_of(shown) if shown else None
    return day if day and Quarter.of(day) == item.slot.quarter else None


def _targets(quarter: Quarter, fixed: list[date], number: int) -> list[date]:
    """The middles of equal parts of the quarter in which nothing is fixed yet."""
    parts = len(fixed) + number
    length = (quarter.next.first_day - quarter.first_day).days
    free = set(range(parts))
    for day in sorted(fixed):
        own = (day - quarter.first_day).days * parts // length
        free.discard(min(free, key=lambda part: (abs(part - own), part)))
    return [
        quarter.first_day + timedelta(days=(2 * part + 1) * length // (2 * parts))
        for part in sorted(free)
    ]


def _span(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=step) for step in range((last - first).days + 1))


def natural(identity: str) -> list[tuple[int, str]]:
    """Ids in the order in which people count: …-2 before …-10."""
    return [(int(p), "") if p.isdigit() else (-1, p) for p in re.split(r"(\d+)", identity)]
