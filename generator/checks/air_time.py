"""A station sends one piece at a time, and pieces of a campaign as far apart as it wants."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from generator.checks import Subject
from generator.checks.other_years import misplaced_items
from generator.checks.slot_rules import where_of
from generator.diagnostics import Diagnostic, warning
from generator.model.piece import day_of
from generator.model.plan import Plan
from generator.model.plan_line import Item
from generator.planning.channels import channel_of, rules_of
from generator.vietnamese.dates import format_time

TOO_CLOSE = warning(
    "slots-too-close",
    "“{id}” and “{other}” are {days} days apart; the channel wants {gap}.",
    "Move one of the two, or leave it if the channel agrees.",
)
SAME_SLOT = warning(
    "slot-taken",
    "“{id}” and “{other}” have the same slot at the same station.",
    "Move one of the two: one of them would not be on the air.",
)
ON_AIR = warning(
    "slots-overlap",
    "“{id}” begins while “{other}” is on the air at the same station, until {end}.",
    "Move one of the two, or correct duration: of “{other}”.",
)


@dataclass(frozen=True, slots=True)
class Airing:
    """From when until when a piece is on the air; without `duration:` a moment."""

    start: datetime
    item: Item

    @property
    def end(self) -> datetime:
        """When it is over."""
        return self.start + timedelta(seconds=getattr(self.item.piece, "duration", None) or 0)


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Every two pieces at one station, whichever plans they are of."""
    plan, odd = subject.plan, misplaced_items(subject.plan)
    items = [item for item in plan.items.values() if item.id not in odd]
    told = list(_together(plan, items))
    yield from told
    must_move = {each.details["id"] for each in told}
    yield from _close(plan, (item for item in items if item.id not in must_move))


def _together(plan: Plan, items: Iterable[Item]) -> Iterator[Diagnostic]:
    """Pieces of which one is on the air when another begins: to that no channel can agree."""
    stations: dict[tuple[str, str], list[Airing]] = {}
    for item in items:
        channel = channel_of(plan.workspace, item.activity, item.partner)
        at = channel.id if channel else item.partner
        if at and isinstance(item.slot.start, datetime):
            mine = stations.setdefault((at, item.activity.medium or ""), [])
            mine.append(Airing(item.slot.start, item))
    for mine in stations.values():
        yield from _at_station(sorted(mine, key=_in_order))


def _in_order(airing: Airing) -> tuple[datetime, int, str, str]:
    campaign = airing.item.campaign
    return airing.start, campaign.period, campaign.id, airing.item.id


def _at_station(airings: list[Airing]) -> Iterator[Diagnostic]:
    first, *others = airings
    longest = first
    for each in others:
        if each.start == first.start:
            yield SAME_SLOT.at(where_of(each.item), id=each.item.id, other=first.item.id)
        elif each.start < longest.end:
            end, other = format_time(longest.end.time()), longest.item.id
            yield ON_AIR.at(where_of(each.item), id=each.item.id, other=other, end=end)
        if each.start != first.start:
            first = each
        longest = max(longest, each, key=lambda airing: airing.end)


def _close(plan: Plan, items: Iterable[Item]) -> Iterator[Diagnostic]:
    """Two pieces of one campaign in one channel within its gap."""
    groups: dict[tuple[str, str], list[Item]] = {}
    for item in items:
        channel = channel_of(plan.workspace, item.activity, item.partner)
        if channel and item.slot.start is not None:
            groups.setdefault((item.campaign.id, channel.id), []).append(item)
    for mine in groups.values():
        dated = sorted((day_of(i.slot.start), i.id, i) for i in mine if i.slot.start is not None)
        for (before, _, one), (after, _, two) in pairwise(dated):
            rules = rules_of(plan.workspace, two.activity, two.partner)
            days, gap = (after - before).days, rules.gap if rules else 0
            if days < gap:
                yield TOO_CLOSE.at(where_of(two), id=two.id, other=one.id, days=days, gap=gap)
