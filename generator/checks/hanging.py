"""What hangs for days is taken down in time, and in the quarter that counts it."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final

from generator.checks import Subject
from generator.checks.other_years import misplaced_items
from generator.checks.slot_rules import where_of
from generator.diagnostics import Diagnostic, warning
from generator.media import media
from generator.model.piece import day_of
from generator.model.plan_line import Item
from generator.model.printed_piece import PrintedPiece
from generator.model.quarter import Quarter
from generator.vietnamese.dates import format_date

TOO_LONG = warning(
    "hangs-too-long",
    "The banner would hang for {days} days; {most} are the most.",
    "Take it down earlier (Law on Advertising 16/2012/QH13, article 27, clause 4).",
)
HANGS_OVER = warning(
    "hangs-over-quarter",
    "These copies hang from quarter {first} into quarter {last}; only {first} counts and lists "
    "them.",
    "Take them down by {day}, or write a second entry for the days after it; leave it if that is "
    "meant.",
)
_SHORT: Final = timedelta(days=31)


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Every printed piece, and every slot that waits for one."""
    odd = misplaced_items(subject.plan)
    for item in subject.plan.items.values():
        if item.id in odd:
            continue
        if most := _most_days(item):
            yield from _too_long(item, most)
        yield from _over(item)


def _too_long(item: Item, most: int) -> Iterator[Diagnostic]:
    slot, piece = item.slot, item.piece
    if piece and any(place.since and place.until for place in piece.placements):
        return  # each is held to the law by itself
    if slot.start is None or slot.until is None:
        return
    days = (slot.until - day_of(slot.start)).days + 1
    if days > most:
        yield TOO_LONG.at(where_of(item), days=days, most=most)


def _over(item: Item) -> Iterator[Diagnostic]:
    """What hangs for a month at most, and into the quarter after the one that it is hung in."""
    for each in item.piece.placements if item.piece else ():
        if not each.since or not each.until or not _is_short(each.since, each.until):
            continue
        first, last = Quarter.of(each.since), Quarter.of(each.until)
        if first != last:
            day = format_date(first.last_day)
            yield HANGS_OVER.at(each.where("to"), first=first, last=last, day=day)


def _is_short(since: date, until: date) -> bool:
    """Whether it hangs for days: a panel may hang for years."""
    return timedelta(0) <= until - since <= _SHORT


def _most_days(item: Item) -> int:
    medium = media().get(item.activity.medium or "")
    return medium.record.most_days if medium and issubclass(medium.record, PrintedPiece) else 0
