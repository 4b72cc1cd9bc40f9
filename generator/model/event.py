"""What is to happen as the files have it, and as readers and partners may know it."""

from dataclasses import dataclass
from datetime import datetime

from generator.model.campaign import Activity, Campaign
from generator.model.piece import Deliverable
from generator.model.quarter import Quarter
from generator.model.slot import Slot


@dataclass(frozen=True, slots=True)
class Item:
    """A deliverable or a slot still without one, as the files have it (hạng mục)."""

    id: str
    campaign: Campaign
    activity: Activity
    slot: Slot
    units: int
    partner: str
    piece: Deliverable | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """A line of the public calendar (mục lịch): public facts only, so that no output tells more.

    `title` is the piece's when readers may see it, else the activity's; `piece` is None until then.
    `release` names the number of the release that it comes from, 0 for the files; `sequence`
    counts how often what partners were told has changed, `modified` is when. `quarters` are all in
    which it ever was; `former` is the day that partners had, where it has none any more.
    """

    id: str
    campaign: Campaign
    medium: str
    partner: str
    title: str
    slot: Slot
    units: int
    quarters: frozenset[Quarter]
    modified: datetime
    piece: Deliverable | None = None
    release: int = 0
    sequence: int = 0
    cancelled: bool = False
    former: Slot | None = None

    @property
    def is_proposed(self) -> bool:
        """Whether its day is only our proposal."""
        return self.slot.basis == "proposed" and not self.release
