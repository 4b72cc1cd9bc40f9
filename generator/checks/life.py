"""The moments in the life of every piece and plan, each told where it leaves their order."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final

from generator.checks import Subject
from generator.checks.approval import today_of
from generator.checks.lost_pages import vanishing
from generator.checks.moment_order import PLAN_TOO_LATE, StatedMoment, out_of_order
from generator.checks.other_years import is_off, misplaced_items, wrong_periods
from generator.checks.slot_rules import place_of
from generator.diagnostics import Diagnostic, Rule
from generator.model.campaign import Campaign
from generator.model.piece import Deliverable, Piece, day_of
from generator.model.plan_line import Item
from generator.model.record import Path
from generator.model.story import Story
from generator.planning.issue import is_issued
from generator.planning.items import item_of
from generator.planning.visibility import start_of
from generator.vietnamese.dates import HANOI, format_date

LONG_AGO = Rule(
    "day-long-ago",
    "“{key}” is {day}, when Vietnam was not on the Internet yet.",
    "Correct the year.",
)
ONLINE = date(1997, 11, 19)
"""Vietnam joined the Internet: nothing was approved or published for a site before."""
_A_MONTH: Final = timedelta(days=31)
_GATES: Final = ("embargo", "publish_on", "slot")


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Every plan, every piece, every slot without one; of what cannot be nothing more is told."""
    odd, plans = misplaced_items(subject.plan), subject.workspace.campaigns
    ends = {campaign.id: [*ends_of(subject, campaign)] for campaign in plans.values()}
    for campaign in plans.values():
        yield from _of_plan(subject, campaign, ends[campaign.id])
    for item in subject.plan.items.values():
        if item.piece is None and item.id not in odd:
            yield from out_of_order([*ends[item.campaign.id], *_slot(item)])
    for piece in subject.pieces:
        absurd = [(path, day) for path, day in _days(piece) if day < ONLINE]
        for path, day in absurd:
            yield LONG_AGO.at(piece.where(*path), key=path[-1], day=format_date(day))
        if not absurd:
            plan = ends.get(piece.campaign, []) if isinstance(piece, Deliverable) else []
            found = out_of_order([*plan, *_of_piece(subject, piece, is_odd=piece.id in odd)])
            gate = vanishing(subject, piece)  # there it is told that readers lose the piece
            yield from (one for one in found if not gate or one.where != piece.where(gate))


def _of_plan(
    subject: Subject, campaign: Campaign, ends: list[StatedMoment]
) -> Iterator[Diagnostic]:
    """A plan against what it rests on, and against all of its pieces at once."""
    cited = enumerate(campaign.legal_basis)
    basis = (
        StatedMoment("basis", each.date, campaign, ("legal_basis", index, "date"))
        for index, each in cited
        if each.date
    )
    yield from out_of_order([*ends, *basis])
    if campaign.issued_on and (count := _approved_before(subject, campaign)):
        day = format_date(campaign.issued_on)
        yield PLAN_TOO_LATE.at(campaign.where("issued_on"), day=day, count=count)


def ends_of(subject: Subject, campaign: Campaign) -> Iterator[StatedMoment]:
    """When a plan is issued and its report due, unless that is told to be wrong by itself."""
    issued, due = campaign.issued_on, campaign.report_due
    if campaign.id in wrong_periods(subject.plan) or (issued and due and due < issued):
        return
    has_come = is_issued(campaign, subject.plan.as_of) and not _approved_before(subject, campaign)
    if issued and has_come and not is_off(issued, campaign, 1):
        yield StatedMoment("issued_on", issued, campaign, ("issued_on",))
    if due and not is_off(due, campaign, 1):
        yield StatedMoment("report_due", due, campaign, ("report_due",))


def _approved_before(subject: Subject, campaign: Campaign) -> int:
    """How many pieces a plan has, if several are approved and all of them before it was issued."""
    if not is_issued(campaign, subject.plan.as_of):
        return 0
    pieces = (item.piece for item in subject.plan.items.values() if item.campaign is campaign)
    days = [piece.approved_on for piece in pieces if piece and piece.approved_on]
    issued = campaign.issued_on
    return len(days) if issued and len(days) > 1 and max(days) < issued else 0


def _of_piece(subject: Subject, piece: Piece, *, is_odd: bool) -> Iterator[StatedMoment]:
    """All that a piece says; what has not come yet is told by itself."""
    today = today_of(subject) or date.max
    item = item_of(subject.workspace, piece) if isinstance(piece, Deliverable) else None
    stated = [*_stated(piece, today), *(_slot(item) if item and not is_odd else ())]
    yield from stated
    yield from _shown(subject, piece, stated)
    if piece.withdrawn_on and piece.withdrawn_on <= today:
        yield StatedMoment("withdrawn_on", piece.withdrawn_on, piece, ("withdrawn_on",))
    for path, day in _changes(piece):
        if day <= today:
            yield StatedMoment(str(path[-1]), day, piece, path)


def _stated(piece: Piece, today: date) -> Iterator[StatedMoment]:
    if piece.approved_on and piece.approved_on <= today:
        yield StatedMoment("approved_on", piece.approved_on, piece, ("approved_on",))
    for key in ("embargo", "publish_on"):
        if moment := getattr(piece, key):
            yield StatedMoment(key, moment, piece, (key,))


def _slot(item: Item) -> Iterator[StatedMoment]:
    """The slot of an item, or its quarter, and what lies a month before and after it."""
    start, until, quarter = item.slot.start, item.slot.until, item.slot.quarter
    place = place_of(item)
    if start is not None:
        yield StatedMoment("slot", start, *place)
        if not isinstance(item.piece, Story):  # a paper may be first for longer than a day
            yield StatedMoment("heard", start, *place)
    if start is not None and until is not None:
        yield StatedMoment("down", until, *place)
    first = day_of(start) if start is not None else quarter and quarter.first_day
    last = until or (day_of(start) if start is not None else quarter and quarter.last_day)
    if first and last:
        name = format_date(first) if start is not None else str(quarter)
        yield StatedMoment("month before", first - _A_MONTH, *place, name)
        yield StatedMoment("month after", last + _A_MONTH, *place, name)


def _shown(subject: Subject, piece: Piece, stated: list[StatedMoment]) -> Iterator[StatedMoment]:
    """From when readers see a piece, or saw it; of one without a day, its approval."""
    gates = [each for each in stated if each.kind in _GATES]
    if not gates and not isinstance(piece, Deliverable):
        gates = [each for each in stated if each.kind == "approved_on"]
    if not gates or piece.status not in {"approved", "withdrawn"}:
        return
    last = max(gates, key=lambda each: start_of(each.at))
    released = subject.plan.appears.get(piece.id)
    at = released.astimezone(HANOI) if released else last.at
    yield StatedMoment("shown", at, last.record, last.path)


def _changes(piece: Piece) -> Iterator[tuple[Path, date]]:
    if piece.revised_on:
        yield ("revised_on",), piece.revised_on
    for index, correction in enumerate(piece.corrections):
        yield ("corrections", index, "on"), correction.on


def _days(piece: Piece) -> Iterator[tuple[Path, date]]:
    for key in ("approved_on", "publish_on", "embargo", "withdrawn_on"):
        if day := getattr(piece, key):
            yield (key,), day_of(day)
    yield from _changes(piece)
