"""The plan expanded: what was promised, planned, made ready and published, by quarter."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from generator.model.campaign import Activity, Campaign
from generator.model.piece import Piece
from generator.model.plan_line import Entry, Item
from generator.model.quarter import Quarter
from generator.model.release import Release
from generator.model.workspace import Workspace
from generator.vietnamese.dates import HANOI


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one activity in one quarter; `promised` is None where the plan states nothing.

    `pieces` counts those that can be seen, `published` what they are for: six designs, three
    hundred copies.
    """

    promised: int | None = None
    planned: int = 0
    ready: int = 0
    published: int = 0
    pieces: int = 0


@dataclass(frozen=True, slots=True)
class ActivityLine:
    """An activity with its tallies; the quarter None stands for "no quarter stated"."""

    campaign: Campaign
    activity: Activity
    tallies: Mapping[Quarter | None, Tally]

    @property
    def total(self) -> Tally:
        """The whole year."""
        parts = self.tallies.values()
        quantity = self.activity.quantity
        return Tally(
            quantity.value if quantity else None,
            sum(part.planned for part in parts),
            sum(part.ready for part in parts),
            sum(part.published for part in parts),
            sum(part.pieces for part in parts),
        )


@dataclass(frozen=True, slots=True)
class Plan:
    """The workspace as of a moment: what is visible, and every activity against its promise.

    `items` are what the files say is to happen, `timetable` the deliverables in the slots that
    hold, `events` what the public may know; `appears` is when each piece is visible from,
    `releases` are those made by then. `deeds` are campaign and id of all that is recorded as done.
    """

    workspace: Workspace
    as_of: datetime
    visible: Mapping[str, Piece]
    lines: tuple[ActivityLine, ...]
    timetable: tuple[Entry, ...]
    valid_until: datetime | None
    items: Mapping[str, Item]
    appears: Mapping[str, datetime]
    events: tuple[Item, ...]
    releases: tuple[Release, ...] = ()
    deeds: frozenset[tuple[str, str]] = frozenset()

    @property
    def today(self) -> date:
        """Its day in Vietnam."""
        return self.as_of.astimezone(HANOI).date()

    def items_of(self, campaign: str) -> list[Item]:
        """What is to happen of the plan of that id."""
        return [item for item in self.items.values() if item.campaign.id == campaign]

    def events_in(self, quarter: Quarter) -> list[Item]:
        """The lines of the public calendar of a quarter."""
        return [event for event in self.events if event.slot.quarter == quarter]

    @property
    def quarters(self) -> list[Quarter]:
        """Every quarter of every campaign's period in which something is promised or due."""
        dated = {event.slot.quarter for event in self.events}
        stated = {quarter for line in self.lines for quarter in line.tallies}
        return sorted(quarter for quarter in dated | stated if quarter is not None)
