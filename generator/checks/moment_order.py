"""The one order of all moments of a piece and of its plan: which comes before which.

A plan is issued, a piece of it approved; its embargo ends, the site shows it, it is aired, printed
or hung; then it is corrected, and withdrawn. Every pair that two files or lines state is judged.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import product
from typing import Final

from generator.diagnostics import Diagnostic, Location, Rule, warning
from generator.model.grouping import groups_of
from generator.model.piece import day_of
from generator.model.record import Path, Record
from generator.vietnamese.dates import format_date

_CORRECT: Final = "Correct one of the two days."
BASIS_TOO_YOUNG = warning(
    "plan-before-basis",
    "The plan rests on a document of {before}, but was issued on {after}, before it.",
    _CORRECT,
)
SLOT_BEFORE_ISSUE = warning(
    "slot-before-plan",
    "The slot is on {after}, before its plan was issued on {before}.",
    _CORRECT,
)
SLOT_AFTER_REPORT = warning(
    "slot-after-report",
    "The slot is on {before}, but the report of the plan is due on {after} and cannot tell of it.",
    _CORRECT,
)
BEFORE_ISSUE = warning(
    "approved-before-plan",
    "The piece is approved on {after}, before its plan was issued on {before}.",
    _CORRECT,
)
PLAN_TOO_LATE = warning(
    "plan-after-approvals",
    "The plan was issued on {day}, but all {count} pieces of it were approved before.",
    "Correct the day, or those of the approvals.",
)
BEFORE_APPROVAL = warning(
    "published-before-approval",
    "The piece is published on {after}, before it was approved on {before}.",
    _CORRECT,
)
EMBARGO_OVER = warning(
    "embargo-before-approval",
    "The embargo ends on {after}, before the piece was approved on {before}: it does nothing.",
    "Leave embargo: out, or correct one of the two days.",
)
AFTER_SLOT = warning(
    "approved-after-slot",
    "The piece was approved on {before}, but its slot is on {after}, which is earlier.",
    _CORRECT,
)
HELD_BACK = warning(
    "embargo-after-slot",
    "The embargo lasts until {before}, but the slot is on {after}: who heard or saw it finds "
    "nothing.",
    "Leave embargo: out, or correct one of the two days.",
)
HELD_FROM_PAGE = warning(
    "embargo-after-published",
    "The piece is published on {after}, but the embargo lasts until {before}: the page waits.",
    "Leave embargo: out, or correct one of the two days.",
)
AFTER_HANGING = warning(
    "published-after-hanging",
    "The page is published on {before}, but the piece comes down on {after}: who sees it finds "
    "nothing.",
    _CORRECT,
)
LONG_AFTER = warning(
    "published-long-after",
    "The page appears only on {before}, more than a month after the piece is due ({after}).",
    "Correct one of the two, or leave it if that is meant.",
)
LONG_BEFORE = warning(
    "published-long-before",
    "The piece is published on {after}, more than a month before it is due ({before}).",
    "Correct one of the two, or leave it if that is meant.",
)
BEFORE_READERS = warning(
    "changed-before-published",
    "“{key}” is {after}, but readers see the piece only from {before}: nothing of theirs was "
    "changed.",
    "Correct the day; leave out what was mended before readers saw it.",
)
NOTHING_WITHDRAWN = warning(
    "withdrawn-before-published",
    "The piece is withdrawn on {after}, but readers could see it only from {before}.",
    "Correct one of the two days; if nobody had seen it, remove approved_on and withdrawn_on.",
)
CHANGED_LATE = warning(
    "changed-after-withdrawn",
    "“{key}” is {before}, after the piece was withdrawn on {after}.",
    _CORRECT,
)
ORDER: Final[tuple[tuple[str, str, Rule], ...]] = (
    ("basis", "issued_on", BASIS_TOO_YOUNG),
    ("issued_on", "approved_on", BEFORE_ISSUE),
    ("issued_on", "slot", SLOT_BEFORE_ISSUE),
    ("approved_on", "slot", AFTER_SLOT),
    ("approved_on", "publish_on", BEFORE_APPROVAL),
    ("approved_on", "embargo", EMBARGO_OVER),
    ("embargo", "heard", HELD_BACK),
    ("embargo", "publish_on", HELD_FROM_PAGE),
    ("publish_on", "down", AFTER_HANGING),
    ("publish_on", "month after", LONG_AFTER),
    ("embargo", "month after", LONG_AFTER),
    ("month before", "publish_on", LONG_BEFORE),
    ("slot", "report_due", SLOT_AFTER_REPORT),
    ("shown", "revised_on", BEFORE_READERS),
    ("shown", "on", BEFORE_READERS),
    ("shown", "withdrawn_on", NOTHING_WITHDRAWN),
    ("approved_on", "withdrawn_on", NOTHING_WITHDRAWN),
    ("revised_on", "withdrawn_on", CHANGED_LATE),
    ("on", "withdrawn_on", CHANGED_LATE),
)
"""Of each pair the one that comes first, the one that follows, and what is told of the reverse.

«heard» is the slot of what no paper may have first, «shown» the moment from which readers see a
piece, «down» the last day of what hangs; «month before» and «month after» lie so far from its slot
or quarter that the page has lost it.
"""
_DOUBT: Final = (
    *("on", "revised_on", "withdrawn_on", "embargo", "publish_on", "approved_on", "slot"),
    *("heard", "down", "month before", "month after", "shown", "basis", "report_due", "issued_on"),
)
"""Which of two moments is told: the one that stands for itself rather than the one it follows."""


@dataclass(frozen=True, slots=True)
class StatedMoment:
    """A day or minute that a file states: what it is in `ORDER`, and the key of which record.

    Where that is written is only looked up for what is told: it may have to be read again.
    """

    kind: str
    at: date | datetime
    record: Record
    path: Path
    name: str = ""
    """How it is shown, where that is no day: «II/2021»."""

    @property
    def key(self) -> tuple[int, Path]:
        """What tells its line from others."""
        return id(self.record), self.path


_Pair = tuple[StatedMoment, StatedMoment, Rule]


def out_of_order(moments: Iterable[StatedMoment]) -> Iterator[Diagnostic]:
    """Every moment that stands on the wrong side of another; one that breaks many pairs once."""
    pairs = list(_broken(moments))
    while pairs:
        counts = Counter(each.key for one, other, _ in pairs for each in (one, other))
        every = (each for one, other, _ in pairs for each in (one, other))
        wrong = max(every, key=lambda each: (counts[each.key], -_DOUBT.index(each.kind)))
        pair = next(pair for pair in pairs if wrong.key in {pair[0].key, pair[1].key})
        yield _told(*pair, wrong.record.where(*wrong.path))
        pairs = [pair for pair in pairs if wrong.key not in {pair[0].key, pair[1].key}]


def _broken(moments: Iterable[StatedMoment]) -> Iterator[_Pair]:
    known = groups_of((each.kind, each) for each in moments)
    for before, after, rule in ORDER:
        for one, other in product(known.get(before, ()), known.get(after, ())):
            if one.key != other.key and is_before(other.at, one.at):
                yield one, other, rule


def is_before(one: date | datetime, other: date | datetime) -> bool:
    """Whether one moment is earlier than another: to the minute, if both have an hour."""
    if isinstance(one, datetime) and isinstance(other, datetime):
        return one < other
    return day_of(one) < day_of(other)


def _told(one: StatedMoment, other: StatedMoment, rule: Rule, where: Location) -> Diagnostic:
    has_hours = day_of(one.at) == day_of(other.at)
    before, after = (each.name or _shown(each.at, has_hours=has_hours) for each in (one, other))
    changed = one.kind if rule is CHANGED_LATE else other.kind
    return rule.at(where, key=changed, before=before, after=after)


def _shown(moment: date | datetime, *, has_hours: bool) -> str:
    """As it is typed; the hour where two moments of one day differ in it."""
    if has_hours and isinstance(moment, datetime):
        return f"{format_date(day_of(moment))} {moment:%H:%M}"
    return format_date(day_of(moment))
