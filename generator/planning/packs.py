"""What each partner receives for a quarter: its lines of the timetable, with the pieces to hand on.

A pack holds approved pieces only. Everything else of the quarter is told as missing, so that nobody
takes a pack for complete that is not.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.model.campaign import Campaign
from generator.model.partner import DatedName, Partner
from generator.model.piece import Deliverable
from generator.model.plan import Plan
from generator.model.plan_line import Item
from generator.model.quarter import Quarter
from generator.model.release import Release
from generator.planning.deadlines import Deadline, deadlines_of, shared_deadlines
from generator.planning.release_history import last_told


@dataclass(frozen=True, slots=True)
class Pack:
    """A partner's quarter (bộ hồ sơ bàn giao); `releases` are the last that told it anything."""

    partner: Partner
    quarter: Quarter
    lines: tuple[Item, ...]
    deadlines: tuple[Deadline, ...]
    releases: tuple[Release, ...]

    @property
    def campaigns(self) -> tuple[Campaign, ...]:
        """The plans that it serves, each once."""
        return tuple({line.campaign.id: line.campaign for line in self.lines}.values())

    @property
    def is_released(self) -> bool:
        """Whether all of its times are released; else they are proposals."""
        return bool(self.lines) and all(line.release for line in self.lines)

    @property
    def name(self) -> DatedName:
        """What the partner was called when the quarter began."""
        return self.partner.name_on(self.quarter.first_day)

    @property
    def handover(self) -> list[Deliverable]:
        """The pieces to hand on, in the order of the timetable."""
        return [line.piece for line in self.lines if line.piece and line.state == "handed"]


def packs_of(plan: Plan) -> list[Pack]:
    """Every pack, by partner and quarter; who owns a plan sends packs and receives none of it."""
    found: dict[tuple[str, Quarter], list[Item]] = {}
    for event in plan.events:
        quarter = event.slot.quarter
        for partner in dict.fromkeys((_partner(plan, event), *event.activity.also)):
            known = partner in plan.workspace.partners
            if known and quarter is not None and partner != event.campaign.owner:
                found.setdefault((partner, quarter), []).append(_line(plan, event))
    deadlines = [*deadlines_of(plan), *shared_deadlines(plan)]
    return [
        _pack(plan, partner, quarter, lines, deadlines)
        for (partner, quarter), lines in sorted(found.items())
    ]


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


def _pack(
    plan: Plan,
    partner: str,
    quarter: Quarter,
    lines: Iterable[Item],
    deadlines: Iterable[Deadline],
) -> Pack:
    lines = tuple(lines)
    ids = {line.id for line in lines if line.slot.start and not line.is_cancelled}
    mine = tuple(d for d in deadlines if d.who == partner and d.item in ids)
    campaigns = {line.campaign.id for line in lines}
    told = (last_told(plan.releases, campaign, quarter, partner) for campaign in sorted(campaigns))
    releases = tuple(filter(None, told))
    return Pack(plan.workspace.partners[partner], quarter, lines, mine, releases)
