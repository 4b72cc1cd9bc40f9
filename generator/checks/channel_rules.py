"""Slots keep to the days and hours of their channel; where none does, the channel is told."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from generator.checks import Subject
from generator.checks.other_years import misplaced_items
from generator.checks.slot_rules import placing_of, where_of
from generator.diagnostics import Diagnostic, warning
from generator.model.piece import day_of
from generator.model.plan import Plan
from generator.model.plan_line import Item
from generator.planning.channels import channel_of
from generator.planning.working_days import days_off
from generator.vietnamese.dates import WEEKDAYS_SHORT

_ALL_UNLIKE = "So are all {count}: correct what is written here, or leave it if it was changed."
OTHER_DAY = warning(
    "slot-off-channel",
    "The slot is on {day}; the channel “{channel}” takes pieces on {days}.",
    "Choose another day, or leave it if the channel agrees.",
)
OTHER_HOUR = warning(
    "slot-off-hour",
    "The slot is at {hour}; the channel “{channel}” takes pieces at {time}.",
    "Choose its hour, or leave it if the channel agrees.",
)
_OF_CHANNEL = {
    rule: (key, rule.with_hint(_ALL_UNLIKE))
    for key, rule in {"weekdays": OTHER_DAY, "time": OTHER_HOUR}.items()
}


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Every slot but those of which it is told that they lie wrongly."""
    odd = misplaced_items(subject.plan)
    yield from _channels(subject.plan, (i for i in subject.plan.items.values() if i.id not in odd))


def _channels(plan: Plan, items: Iterable[Item]) -> Iterator[Diagnostic]:
    """Slots that are unlike their channel; where all are, the channel is told."""
    groups: dict[str, list[Item]] = {}
    for item in items:
        channel = channel_of(plan.workspace, item.activity, item.partner)
        if channel and channel.rules and item.slot.start and placing_of(item) == "moment":
            groups.setdefault(channel.id, []).append(item)
    for mine in groups.values():
        told = [(item, found) for item in mine for found in _unlike_channel(plan, item)]
        same = {found.rule for _, found in told}
        channel = channel_of(plan.workspace, mine[0].activity, mine[0].partner)
        if len(told) == len(mine) > 1 and len(same) == 1 and channel and channel.rules:
            key, rule = _OF_CHANNEL[same.pop()]
            yield rule.at(channel.rules.where(key), count=len(mine), **told[0][1].details)
            continue
        for item, found in told:
            day = day_of(item.slot.start) if item.slot.start else None
            if day and day not in days_off(plan.workspace.holidays, day.year):  # else that is told
                yield found


def _unlike_channel(plan: Plan, item: Item) -> Iterator[Diagnostic]:
    """A slot on a day or at an hour at which its channel takes nothing."""
    channel, start = channel_of(plan.workspace, item.activity, item.partner), item.slot.start
    rules = channel.rules if channel else None
    if channel is None or rules is None or start is None:
        return
    weekday = day_of(start).weekday()
    if rules.weekdays and weekday not in rules.weekdays:
        days = ", ".join(WEEKDAYS_SHORT[each] for each in sorted(rules.weekdays))
        details = {"day": WEEKDAYS_SHORT[weekday], "channel": channel.name, "days": days}
        yield OTHER_DAY.at(where_of(item), **details)
    elif rules.time and isinstance(start, datetime) and start.time() != rules.time:
        times = {"hour": f"{start:%H:%M}", "time": f"{rules.time:%H:%M}"}
        yield OTHER_HOUR.at(where_of(item), channel=channel.name, **times)
