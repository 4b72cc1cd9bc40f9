"""What each partner receives for a quarter: its lines of the timetable, with the pieces to hand on.

A pack holds approved pieces only. Everything else of the quarter is told as missing, so that nobody
takes a pack for complete that is not.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from generator.model.campaign import Campaign
from generator.model.partner import DatedName, Partner
from generator.model.piece import Deliverable
from generator.model.plan import Plan
from generator.model.plan_line import Item
from generator.model.quarter import Quarter
from generator.model.release import Release, ReleasedSlot
from generator.planning.deadlines import (
    Deadline,
    cancelled_deadlines,
    deadlines_of,
    shared_deadlines,
)
from generator.planning.release_history import in_order, in_time, last_told

_Of = tuple[str, Quarter]


@dataclass(frozen=True, slots=True)
class FormerLine:
    """A line as it is now, and the `slot` that its partner was told last in another quarter.

    `is_held` says whether it is still with the same partner.
    """

    line: Item
    slot: ReleasedSlot
    is_held: bool


@dataclass(frozen=True, slots=True)
class Pack:
    """A partner's quarter (bộ hồ sơ bàn giao); `releases` are the last that told it anything.

    `left` are lines that it was told of in this quarter and that are in another one now, or with
    another partner. Where nothing else is left of the quarter they are all that the pack tells.
    `calendar_ids` are of what its calendars hold: lines and deadlines of the quarter, and those
    that it was told of and that are cancelled, in another quarter or with another partner now. Who
    imports them would otherwise keep what holds no more.
    """

    partner: Partner
    quarter: Quarter
    lines: tuple[Item, ...]
    deadlines: tuple[Deadline, ...]
    releases: tuple[Release, ...]
    calendar_ids: frozenset[str]
    left: tuple[FormerLine, ...] = ()

    @property
    def campaigns(self) -> tuple[Campaign, ...]:
        """The plans that it serves, each once."""
        every = (*self.lines, *(each.line for each in self.left))
        return tuple({line.campaign.id: line.campaign for line in every}.values())

    @property
    def is_released(self) -> bool:
        """Whether all of its times are released; else they are proposals."""
        return all(line.release for line in self.lines)

    @property
    def name(self) -> DatedName:
        """What the partner was called when the quarter began."""
        return self.partner.name_on(self.quarter.first_day)

    @property
    def held_lines(self) -> tuple[Item, ...]:
        """Its lines that are to happen: all but those that are cancelled."""
        return tuple(line for line in self.lines if not line.is_cancelled)

    @property
    def wanted_lines(self) -> tuple[Item, ...]:
        """Those of them of which a piece is to be handed on: for a meeting nobody writes one."""
        return tuple(line for line in self.held_lines if line.piece or line.activity.medium)

    @property
    def handover(self) -> list[Deliverable]:
        """The pieces to hand on, in the order of the timetable."""
        return [line.piece for line in self.lines if line.piece and line.state == "handed"]


def packs_of(plan: Plan) -> list[Pack]:
    """Every pack, by partner and quarter; who owns a plan sends packs and receives none of it."""
    found, told = _lines(plan), _told(plan)
    holding, gone = [*deadlines_of(plan), *shared_deadlines(plan)], cancelled_deadlines(plan)
    packs = (
        _pack(
            plan,
            of,
            tuple(found.get(of, ())),
            told.get(of, {}),
            _of_partner(of[0], holding),
            _of_partner(of[0], gone),
        )
        for of in sorted({*found, *told})
    )
    return [pack for pack in packs if pack.lines or pack.left]


def _lines(plan: Plan) -> dict[_Of, list[Item]]:
    """What each partner has in each quarter."""
    found: dict[_Of, list[Item]] = {}
    for event in plan.events:
        for partner in _partners(plan, event):
            if event.slot.quarter is not None:
                found.setdefault((partner, event.slot.quarter), []).append(_line(plan, event))
    return found


def _told(plan: Plan) -> dict[_Of, dict[str, FormerLine]]:
    """What each partner was ever told in each quarter, by ids."""
    now = {event.id: event for event in plan.events}
    found: dict[_Of, dict[str, FormerLine]] = {}
    for release in in_order(plan.releases):
        for slot, event in ((slot, now[slot.id]) for slot in release.slots if slot.id in now):
            for partner in _receivers(plan, event, slot.partner or ""):
                former = FormerLine(event, slot, partner in _partners(plan, event))
                found.setdefault((partner, release.of), {})[slot.id] = former
    return found


def _partners(plan: Plan, event: Item) -> list[str]:
    return _receivers(plan, event, _partner(plan, event))


def _receivers(plan: Plan, event: Item, partner: str) -> list[str]:
    """Who receives a line that is a partner's: all who carry it out, but for whom it is from."""
    every = dict.fromkeys((partner, *event.activity.also))
    return [
        each for each in every if each in plan.workspace.partners if each != event.campaign.owner
    ]


def _of_partner(partner: str, deadlines: Iterable[Deadline]) -> list[Deadline]:
    return [deadline for deadline in deadlines if deadline.who == partner]


def _partner(plan: Plan, event: Item) -> str:
    """The public calendar keeps back a partner that only a hidden piece names; a pack does not."""
    item = plan.items.get(event.id)
    return event.partner if event.release or item is None else item.partner


def _line(plan: Plan, event: Item) -> Item:
    """A line of the timetable as its partner may know it, with its piece whatever its state.

    What a partner receives does not change when readers see the piece: nothing says whether.
    """
    item = plan.items.get(event.id)
    line = replace(event, piece=item.piece if item else None, is_visible=False)
    if line.piece and line.state == "handed":
        return replace(line, title=line.piece.title)
    if item and line.state != "cancelled":
        return replace(line, title=item.activity.title)
    return line


def _pack(  # noqa: PLR0913, PLR0917 - what a partner has, was told, and is due of it
    plan: Plan,
    of: _Of,
    lines: tuple[Item, ...],
    heard: Mapping[str, FormerLine],
    holding: list[Deadline],
    gone: list[Deadline],
) -> Pack:
    partner, quarter = of
    told = [e for e in plan.events if partner in e.partners and quarter in e.quarters]
    due, moved = (_due(events, holding) for events in (lines, told))
    ids = {event.id for event in (*lines, *told)}
    ended = (deadline for deadline in gone if deadline.item in ids)
    in_calendars = ids.union(deadline.identity for deadline in (*due, *moved, *ended))
    mine = {line.id for line in lines}
    left = [former for identity, former in heard.items() if identity not in mine]
    left.sort(key=lambda former: in_time(former.line.slot, former.line.id))
    campaigns = sorted({line.campaign.id for line in (*lines, *(each.line for each in left))})
    last = (last_told(plan.releases, campaign, quarter, partner) for campaign in campaigns)
    releases, known = tuple(filter(None, last)), plan.workspace.partners[partner]
    return Pack(known, quarter, lines, due, releases, frozenset(in_calendars), tuple(left))


def _due(events: Iterable[Item], deadlines: Iterable[Deadline]) -> tuple[Deadline, ...]:
    """What is due of those that have a day, as far as it may be told."""
    ids = {event.id for event in events if event.slot.start and not event.is_cancelled}
    return tuple(deadline for deadline in deadlines if deadline.item in ids)
