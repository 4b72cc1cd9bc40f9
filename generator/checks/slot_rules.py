"""Slots keep to the calendar, to the plan and to the rules of their channel."""

from collections.abc import Iterable, Iterator
from functools import partial

from generator.checks import Subject
from generator.checks.other_years import has_other_medium, is_off, misplaced_items, wrong_periods
from generator.checks.plan_quarters import OUTSIDE
from generator.diagnostics import Diagnostic, Location, Rule, warning
from generator.model.campaign import Activity, Campaign
from generator.model.piece import day_of
from generator.model.plan import ActivityLine, Plan
from generator.model.plan_line import Item
from generator.model.planned_slot import PlannedSlot
from generator.model.quarter import Quarter
from generator.model.record import Path, Record
from generator.planning.activity_forms import form_of, placings
from generator.planning.channels import channel_of, rules_of
from generator.planning.items import slot_of
from generator.planning.slots import MOST_A_YEAR
from generator.planning.working_days import days_off
from generator.press.counts import counts
from generator.source.replacement_lines import with_key
from generator.vietnamese.numbers import format_number

ON_HOLIDAY = warning(
    "slot-on-holiday",
    "{day} is a day off: {name}.",
    "Choose another day, or leave it if that is meant.",
)
OUTSIDE_QUARTER = warning(
    "slot-outside-quarter",
    "The slot lies in quarter {found}, but quarter {stated} is written.",
    "Correct one of the two.",
)
PLACE_OUTSIDE = warning(
    "day-outside-quarter",
    "This day lies in quarter {found}, but quarter {stated} is written.",
    "Correct the day, or where both are meant, give this place its own quarter: quarter: {found}",
)
TOO_MANY = warning(
    "more-than-promised",
    "{planned} are planned, but the plan promises {promised}.",
    "Take a slot away, or leave it if more is meant.",
)
NO_RULES = warning(
    "channel-without-slot",
    "Nobody has said when the channel “{channel}” takes a piece.",
    "Write the days and the hour, for example:\n{typed}",
)
NO_LEAD = warning(
    "printer-without-lead",
    "The printer “{printer}” does not say how many days it needs.",
    "Write the days from the order to the delivery, for example:\n{typed}",
)
BEYOND_YEAR = Rule(
    "quantity-beyond-year",
    "The plan promises {promised}, but no calendar has room for more than {most} a year.",
    "Correct the figure; where it counts copies, write how many issues or programmes they are.",
)
SLOT_TWICE = Rule(
    "slot-twice",
    "The slot “{id}” is there twice: {first} has it already.",
    "Give one of the two another id.",
)
NO_DAY = warning(
    "slot-without-day",
    "The slot “{id}” has neither a day nor a quarter, so it stands nowhere.",
    "Write its day, or the quarter where the day is not known yet:\n{typed}",
)
FOREIGN_SLOT = Rule(
    "slot-of-another",
    "The slot “{id}” belongs to the activity {activity}, but the piece of that id is for another.",
    "Give the slot another id.",
)


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Every slot of every piece and plan."""
    plan = subject.plan
    odd, periods = misplaced_items(plan), wrong_periods(plan)
    for item in plan.items.values():
        if item.campaign.id not in periods:
            yield from _outside(item)
        if item.id not in odd:
            yield from _day(plan, item)
    yield from _planned(plan)
    crowded = {
        id(count.line.activity) for count in counts(plan) if count.with_place > count.promised
    }
    for line in plan.lines:
        is_told = id(line.activity) in crowded or has_other_medium(plan, line.activity)
        yield from _line(plan, line, is_told=is_told)
    yield from _printers(plan)


def where_of(item: Item) -> Location:
    """Where the slot of an item is written."""
    record, path = place_of(item)
    return record.where(*path)


def place_of(item: Item) -> tuple[Record, Path]:
    """The record and the key in which the slot of an item is written."""
    if item.piece is not None and item.slot.origin == "piece":
        return item.piece, ("slot" if item.piece.slot is not None else "id",)
    held = next((slot for slot in item.activity.days if slot.id == item.id), None)
    return (held, ("at" if held.at is not None else "id",)) if held else (item.activity, ())


def _day(plan: Plan, item: Item) -> Iterator[Diagnostic]:
    start = item.slot.start
    if start is None or placing_of(item) != "moment":
        return
    day = day_of(start)
    name = days_off(plan.workspace.holidays, day.year).get(day)
    if name:
        where = where_of(item)
        yield ON_HOLIDAY.at(where, day=f"{day.day}/{day.month}/{day.year}", name=name)


def _outside(item: Item) -> Iterator[Diagnostic]:
    """What a piece says of its quarter, against the days of its slot and of its places."""
    piece, year = item.piece, item.campaign.period
    if piece is None:
        return
    if any(is_off(each.since, item.campaign) for each in piece.placements if each.since):
        return
    first = next((n for n, each in enumerate(piece.placements) if each.since), None)
    is_of_place = piece.slot is None and item.slot.origin == "piece" and first is not None
    rule, where = OUTSIDE_QUARTER, partial(piece.where, "quarter")
    if is_of_place:
        rule, where = PLACE_OUTSIDE, partial(piece.where, "placements", first or 0, "from")
    said = [(rule, where, piece.quarter, item.slot.quarter)]
    promised = {Quarter(year, number) for number in item.activity.quarters}
    for index, each in enumerate(piece.placements):
        rule, key = (OUTSIDE_QUARTER, "quarter") if each.quarter else (PLACE_OUTSIDE, "from")
        place = partial(piece.where, "placements", index, key)
        found = Quarter.of(each.since) if each.since else None
        is_told = not each.quarter and (  # of the piece, or by the plan
            found == item.slot.quarter or bool(promised and found not in promised)
        )
        said.append((rule, place, each.quarter or piece.quarter, None if is_told else found))
    for rule, place, quarter, found in said:
        stated = Quarter(quarter.year or year, quarter.number) if quarter else None
        if stated and found and stated != found:
            yield rule.at(place(), found=found, stated=stated)


def placing_of(item: Item) -> str:
    """Whether an item takes a moment or a period."""
    return form_of(item.medium).placing


def _planned(plan: Plan) -> Iterator[Diagnostic]:
    """Slots of the plans: ids, quarters."""
    periods = wrong_periods(plan)
    seen: dict[str, PlannedSlot] = {}
    for campaign in plan.workspace.campaigns.values():
        for activity in campaign.activities:
            for slot in activity.days:
                if slot.id in seen:
                    first = seen[slot.id].where("id")
                    yield SLOT_TWICE.at(slot.where("id"), id=slot.id, first=first)
                seen.setdefault(slot.id, slot)
                item = plan.items.get(slot.id)
                if item is not None and item.activity is not activity:
                    yield FOREIGN_SLOT.at(slot.where("id"), id=slot.id, activity=activity.id)
                yield from _quarter(campaign, slot)
                if slot.at is None and slot.quarter is None:
                    number = min(activity.quarters, default=1)
                    line = f"quarter: {Quarter(campaign.period, number)}"
                    yield NO_DAY.at(slot.where("id"), id=slot.id, typed=with_key(slot, "id", line))
                is_read = slot.where().path not in plan.workspace.broken_files
                if campaign.id in periods:
                    continue
                if is_read and (item is None or item.piece is None):  # else that is told
                    yield from _promised(campaign, activity, slot)


def _quarter(campaign: Campaign, slot: PlannedSlot) -> Iterator[Diagnostic]:
    held = slot_of(slot, campaign)
    if slot.at is None or slot.quarter is None or held.quarter is None:
        return
    stated = Quarter(slot.quarter.year or campaign.period, slot.quarter.number)
    if stated != held.quarter:
        yield OUTSIDE_QUARTER.at(slot.where("quarter"), found=held.quarter, stated=stated)


def _promised(campaign: Campaign, activity: Activity, slot: PlannedSlot) -> Iterator[Diagnostic]:
    quarter = slot_of(slot, campaign).quarter
    stated = {Quarter(campaign.period, number) for number in activity.quarters}
    if quarter and stated and quarter not in stated:
        yield OUTSIDE.at(slot.where("quarter" if slot.at is None else "at"), quarter=quarter)


def _line(plan: Plan, line: ActivityLine, *, is_told: bool) -> Iterator[Diagnostic]:
    activity, quantity = line.activity, line.activity.quantity
    too_many = quantity and line.total.planned > quantity.value
    if quantity and too_many and not (quantity.is_lower_bound or is_told):
        where = activity.where("quantity")
        yield TOO_MANY.at(where, planned=line.total.planned, promised=quantity.value)
    placing = placings().get(activity.medium or activity.kind or "")
    if quantity and placing == "moment" and quantity.value > MOST_A_YEAR:
        promised, most = format_number(quantity.value), format_number(MOST_A_YEAR)
        yield BEYOND_YEAR.at(activity.where("quantity"), promised=promised, most=most)
    channel = channel_of(plan.workspace, activity)
    waits = quantity and activity.quarters and line.total.planned < quantity.value
    if channel and channel.rules is None and waits:
        typed = with_key(channel, "id", "rules: {weekdays: [T4], time: 06:30}")
        yield NO_RULES.at(channel.where("id"), channel=channel.name, typed=typed)


def _printers(plan: Plan) -> Iterator[Diagnostic]:
    """Printers of what has a day to be hung on."""
    used = set()
    for item in plan.items.values():
        rules = rules_of(plan.workspace, item.activity, item.partner)
        if item.slot.start is not None and rules and rules.artwork is not None:
            chosen = getattr(item.piece, "printer", None)
            used.add(plan.workspace.printer_of(item.activity.medium or "", chosen).id)
    for identity in sorted(used & set(plan.workspace.printers)):
        printer = plan.workspace.printers[identity]
        if printer.lead is None:
            typed = with_key(printer, "id", "lead: 5")
            yield NO_LEAD.at(printer.where("id"), printer=printer.name, typed=typed)
