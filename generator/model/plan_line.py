"""What is to happen: as the files have it, as releases hold it, as readers and partners know it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, Literal, TypeAlias, TypeVar, cast

from generator.model.campaign import Activity, Campaign
from generator.model.piece import Deliverable
from generator.model.planned_slot import Session
from generator.model.quarter import Quarter
from generator.model.slot import Slot

State = Literal["handed", "unapproved", "draft", "unwritten", "cancelled"]
P_co = TypeVar("P_co", bound=Deliverable | None, covariant=True)
D = TypeVar("D", bound=Deliverable)


@dataclass(frozen=True, slots=True)
class PlanLine(Generic[P_co]):
    """A line of the plan (dòng kế hoạch): a slot with its partner, and the piece that fills it.

    It is the same type for whoever sees it. `Plan.items` are as the files have them;
    `Plan.timetable` are those with a piece, in the slots that hold. `Plan.events` hold public facts
    only: `piece` is None until readers may see it, and `title` is the activity's. The lines of a
    pack have the piece whatever its state, and its title once it is handed on.

    `release` names the number of the release that it comes from, 0 for the files; `sequence` grows
    with every change of what partners were told, `modified_at` is when that was. `quarters` and
    `partners` are all that it ever had, so that nobody's calendar loses it without a word.
    `medium` is the form in which it happens, a medium or what publishes nothing
    (`planning/activity_forms.py`); `session` says more of the latter where people come to it, and
    `is_recorded` whether something in the workspace tells that it was done.
    """

    id: str
    campaign: Campaign
    activity: Activity
    slot: Slot
    units: int
    partner: str
    piece: P_co
    medium: str
    title: str
    modified_at: datetime
    quarters: frozenset[Quarter] = frozenset()
    partners: frozenset[str] = frozenset()
    release: int = 0
    sequence: int = 0
    is_cancelled: bool = False
    is_visible: bool = False
    session: Session | None = None
    is_recorded: bool = False

    def of(self, kind: type[D]) -> "PlanLine[D] | None":
        """The same line, if its piece is of that kind."""
        return cast("PlanLine[D]", self) if isinstance(self.piece, kind) else None

    @property
    def first_day(self) -> datetime | date | None:
        """Its moment or day, or the first day of the quarter that is all that is known."""
        quarter = self.slot.quarter
        return self.slot.start or (quarter.first_day if quarter else None)

    @property
    def last_day(self) -> date | None:
        """The last of its days; None where it has a moment."""
        return None if isinstance(self.slot.start, datetime) else self.slot.last_day

    @property
    def is_proposed(self) -> bool:
        """Whether its day is only our proposal."""
        return self.slot.basis == "proposed" and not self.release

    @property
    def state(self) -> State:
        """How far it is for whom it is handed to."""
        if self.is_cancelled:
            return "cancelled"
        if self.piece is None:
            return "unwritten" if self.activity.medium else "handed"  # nothing is to be written
        states: dict[str, State] = {"approved": "handed", "ready": "unapproved"}
        return states.get(self.piece.status, "draft")

    @property
    def is_ready(self) -> bool:
        """Whether its piece is written to its end, approved or not."""
        return self.state in {"handed", "unapproved"}


Item: TypeAlias = PlanLine[Deliverable | None]
"""A line whether or not a piece is written for it (hạng mục)."""
Entry: TypeAlias = PlanLine[Deliverable]
"""A line with its piece (dòng lịch)."""
