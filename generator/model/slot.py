"""When something is due."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from generator.model.fields import Basis
from generator.model.piece import day_of
from generator.model.quarter import Quarter
from generator.vietnamese.dates import moment_in_words

Origin = Literal["piece", "plan", "release"]


@dataclass(frozen=True, slots=True)
class Slot:
    """When a deliverable is due: a moment, a day or only a quarter; `until` is its last day.

    `basis` says who says so, `origin` where it is written: in the piece, in the plan or in a
    release, whose word stands above both.
    """

    quarter: Quarter | None
    start: datetime | date | None
    basis: Basis | None
    until: date | None = None
    origin: Origin = "piece"

    def in_words(self, *, weekday: bool = False) -> str:
        """Its moment, its day or days, or its quarter; nothing where not even that is known."""
        if self.start is not None:
            return moment_in_words(self.start, self.until, weekday=weekday)
        return self.quarter.name if self.quarter else ""

    @property
    def last_day(self) -> date | None:
        """The day after which it is over; the last of its quarter where that is all we know."""
        if self.start is not None:
            return self.until or day_of(self.start)
        return self.quarter.last_day if self.quarter else None
