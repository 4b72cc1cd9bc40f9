"""Days that a channel still takes: its weekdays, no day off, and apart from what it has already."""

from bisect import bisect_left, insort
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from generator.model.partner import Rules
from generator.model.piece import day_of
from generator.model.plan import Plan
from generator.model.plan_line import Item
from generator.model.quarter import Quarter
from generator.model.workspace import Workspace
from generator.planning.channels import channel_of
from generator.planning.deadlines import deadlines_of_item, is_done
from generator.planning.working_days import is_off

DayLists = dict[tuple[str, str], list[date]]
BEFORE_IT = frozenset({"script", "artwork", "order"})
"""What must be done before the day of an item comes."""


def taken_days(workspace: Workspace, items: Iterable[Item]) -> DayLists:
    """The days that are taken, for each campaign and channel, in order."""
    found: DayLists = {}
    for item in items:
        channel = channel_of(workspace, item.activity, item.partner)
        if channel and item.slot.start is not None:
            key = (item.campaign.id, channel.id)
            insort(found.setdefault(key, []), day_of(item.slot.start))
    return found


def is_free(workspace: Workspace, rules: Rules, others: list[date], day: date) -> bool:
    """Whether a channel takes a day on which nothing of it is planned yet."""
    return (
        (not rules.weekdays or day.weekday() in rules.weekdays)
        and not is_off(workspace.holidays, day)
        and _is_apart(day, others, rules.gap)
    )


def neighbours(plan: Plan, item: Item) -> tuple[date | None, date | None]:
    """The days before and after that of an item that its channel has of the same plan."""
    channel = channel_of(plan.workspace, item.activity, item.partner)
    if channel is None or item.slot.start is None:
        return None, None
    day, others = day_of(item.slot.start), _others(plan, item, channel.id)
    at = bisect_left(others, day)
    return (others[at - 1] if at else None), (others[at] if at < len(others) else None)


def fitting_days(plan: Plan, item: Item, days: Iterable[date]) -> list[date]:
    """Those of some days on which an item would keep to all rules.

    Those of its channel; the quarters, the issue and the report of its plan; its approval; and no
    lead time that is over by now. Where no channel says when it takes a piece, no day fits better
    than others.
    """
    channel = channel_of(plan.workspace, item.activity, item.partner)
    rules = channel.rules if channel else None
    if channel is None or rules is None:
        return []
    others = _others(plan, item, channel.id)
    return [
        day
        for day in days
        if day > plan.today
        and _is_promised(item, day)
        and _is_approved(item, day)
        and is_free(plan.workspace, rules, others, day)
        and _has_time(plan, item, day)
    ]


def item_on(item: Item, at: date | datetime) -> Item:
    """An item on another day, for as many days as before."""
    slot = item.slot
    until = slot.until
    if until and slot.start:
        until += day_of(at) - day_of(slot.start)
    quarter = Quarter.of(day_of(at))
    return replace(item, slot=replace(slot, start=at, until=until, quarter=quarter))


def _others(plan: Plan, item: Item, channel: str) -> list[date]:
    others = (each for each in plan.items_of(item.campaign.id) if each.id != item.id)
    return taken_days(plan.workspace, others).get((item.campaign.id, channel), [])


def _is_promised(item: Item, day: date) -> bool:
    campaign, numbers = item.campaign, item.activity.quarters
    stated = {Quarter(campaign.period, number) for number in numbers}
    return (
        (not stated or Quarter.of(day) in stated)
        and (campaign.issued_on is None or campaign.issued_on <= day)
        and (campaign.report_due is None or day < campaign.report_due)
    )


def _is_approved(item: Item, day: date) -> bool:
    """Whether it goes out no earlier than somebody has approved it."""
    approved_on = item.piece.approved_on if item.piece else None
    return approved_on is None or approved_on <= day


def _has_time(plan: Plan, item: Item, day: date) -> bool:
    """Whether all that comes before it can still be done."""
    due = deadlines_of_item(plan.workspace, item_on(item, day))
    return all(
        each.day >= plan.today or is_done(each, plan) for each in due if each.kind in BEFORE_IT
    )


def _is_apart(day: date, others: list[date], gap: int) -> bool:
    """Whether a day is so many days away from those before and after it, which are in order."""
    at = bisect_left(others, day)
    return all(abs((day - other).days) >= gap for other in others[max(0, at - 1) : at + 1])
