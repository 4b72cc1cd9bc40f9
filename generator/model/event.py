"""What is to happen as the files have it, and as readers and partners may know it."""

from dataclasses import dataclass
from datetime import date, datetime

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
    `release` names the number of the release that it comes from, 0 for the files; `sequence` grows
    with every change of what partners were told, `modified_at` is when that was. `quarters` and
    `partners` are all that it ever had, so that nobody's calendar loses it without a word.
    """

    id: str
    campaign: Campaign
    medium: str
    partner: str
    title: str
    slot: Slot
    units: int
    quarters: frozenset[Quarter]
    modified_at: datetime
    piece: Deliverable | None = None
    release: int = 0
    sequence: int = 0
    is_cancelled: bool = False
    partners: frozenset[str] = frozenset()

    @property
    def first_day(self) -> datetime | date | None:
        """Its moment or day, or the first day of the quarter that is all that is known."""
        quarter = self.slot.quarter
        return self.slot.start or (quarter.first_day if quarter else None)

    @property
    def last_day(self) -> date | None:
        """The last of its days; None where it has a moment."""
        if isinstance(self.slot.start, datetime):
            return None
        quarter = self.slot.quarter
        if self.slot.start is None:
            return quarter.last_day if quarter else None
        return self.slot.until or self.slot.start

    @property
    def is_proposed(self) -> bool:
        """Whether its day is only our proposal."""
        return self.slot.basis == "proposed" and not self.release
