"""What one print shop prints of a campaign's quarter."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from generator.model.artifact import Artifact
from generator.model.campaign import Campaign
from generator.model.piece import day_of
from generator.model.plan import Plan
from generator.model.printer import Printer
from generator.model.quarter import Quarter
from generator.planning.agenda import is_of_places, is_place_proposed
from generator.press.orders import Rendering


@dataclass(frozen=True, slots=True)
class PrintJob:
    """The renderings for one printer, all of one campaign and quarter.

    `files` are what was made of each by the name of its order, then by kind.
    """

    plan: Plan
    quarter: Quarter | None
    renderings: tuple[Rendering, ...]
    files: Mapping[str, Mapping[str, Artifact]]

    @property
    def name(self) -> str:
        """Of its pack: «ban-giao_nha-in_quy-2-2021»."""
        of = self.quarter
        when = f"quy-{of.number}-{of.year}" if of else "chua-ro-quy"
        return f"ban-giao_{self.printer.id}_{when}"

    @property
    def campaign(self) -> Campaign:
        """The plan that it belongs to."""
        return self.renderings[0].entry.campaign

    @property
    def printer(self) -> Printer:
        """Who prints it."""
        return self.renderings[0].order.printer

    @property
    def sender(self) -> str:
        """Who answers for the plan; nothing where nobody is named."""
        owner = self.plan.workspace.partners.get(self.campaign.owner or "")
        day = self.quarter.first_day if self.quarter else None
        return owner.name_on(day).name if owner and day else ""

    @property
    def first_day(self) -> date | None:
        """The first day on which a copy hangs, where one is known."""
        return min((day for day, _ in self._days()), default=None)

    @property
    def is_proposed(self) -> bool:
        """Whether that day is only our proposal: nobody else says it."""
        first = self.first_day
        return all(is_proposed for day, is_proposed in self._days() if day == first)

    def _days(self) -> Iterator[tuple[date, bool]]:
        """Those of slots and of places that have their own, each with whether it is proposed."""
        for each in self.renderings:
            entry = each.entry
            if entry.slot.start and (entry.slot.origin == "release" or not is_of_places(entry)):
                yield day_of(entry.slot.start), entry.is_proposed
            for place in each.placements:
                if place.since:
                    yield place.since, is_place_proposed(entry, place)

    @property
    def order_by(self) -> date | None:
        """The last day on which it can be ordered, where that follows."""
        first, lead = self.first_day, self.printer.lead
        return first - timedelta(days=lead) if first and lead else None
