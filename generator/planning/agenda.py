"""The lines of the calendar in words, for everything that shows them in a table."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from generator.catalogue import words
from generator.model.artifact import digest_of
from generator.model.piece import day_of
from generator.model.placement import Placement
from generator.model.plan_line import Item
from generator.model.quarter import Quarter
from generator.model.slot import Slot
from generator.model.workspace import Workspace
from generator.planning.activity_forms import form_of
from generator.planning.site_counts import shown_mark
from generator.vietnamese.dates import format_time, moment_in_words

NOTE = "Days marked “proposed” are ours, not yet anybody's schedule; the plan states quarters only."


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """A line in words; `code` tells nothing of a hidden piece and stays when others come and go."""

    code: str
    slot: Slot
    title: str
    medium: str
    medium_name: str
    campaign: str
    partner: str
    mark: str
    units: int
    is_cancelled: bool
    is_proposed: bool = False

    @property
    def when(self) -> str:
        """«thứ Tư, 12/5/2021, 6 giờ 30»."""
        return self.slot.in_words(weekday=True)

    @property
    def timing(self) -> str:
        """«thứ Tư, 12/5/2021, 6 giờ 30 (đề xuất)»."""
        return self.when + (f" ({self.mark})" if self.mark else "")

    @property
    def day(self) -> date | None:
        """The first of its days, for what has a column of its own for days."""
        return day_of(self.slot.start) if self.slot.start else None

    @property
    def days(self) -> str:
        """«thứ Tư, 12/5/2021»: the same without its hour."""
        return replace(self.slot, start=self.day).in_words(weekday=True)

    @property
    def time(self) -> str:
        """«6 giờ 30»; empty for a day."""
        start = self.slot.start
        return format_time(start.time()) if isinstance(start, datetime) else ""


def agenda(workspace: Workspace, events: Iterable[Item]) -> list[AgendaLine]:
    """The lines of some events, in their order."""
    return [line_of(workspace, event) for event in events]


def code_of(event: Item) -> str:
    """What a line is called in tables and anchors."""
    return digest_of(event.id)[:8]


def line_of(workspace: Workspace, event: Item) -> AgendaLine:
    """An event in words."""
    partner = workspace.partners.get(event.partner)
    quarter = event.slot.quarter
    named = partner.name_on(quarter.first_day) if partner and quarter else None
    return AgendaLine(
        code=code_of(event),
        slot=event.slot,
        title=event.title,
        medium=event.medium,
        medium_name=words(form_of(event.medium).plural),
        campaign=event.campaign.title,
        partner=named.name if named else "",
        mark=mark_of(event),
        units=event.units,
        is_cancelled=event.is_cancelled,
        is_proposed=event.is_proposed,
    )


def hanging_in_words(placement: Placement, quarter: Quarter | None) -> str:
    """From when until when copies hang at a place, of a piece of this quarter."""
    if placement.since and placement.until:
        return moment_in_words(placement.since, placement.until)
    if placement.since:
        return words("from {day}", day=moment_in_words(placement.since))
    if quarter and placement.quarter:
        quarter = Quarter(quarter.year, placement.quarter.number)
    return quarter.name if quarter else "–"


def mark_of(event: Item) -> str:
    """How sure it is: cancelled, proposed, planned or released; and whether it is on the site."""
    if event.is_cancelled:
        return words("cancelled")
    if event.is_visible:
        sure = f"{words('proposed')}, " if event.is_proposed else ""
        return f"{sure}{shown_mark(event.medium)}"
    if event.release or event.slot.basis == "source":
        return words("planned")
    return words("proposed") if event.is_proposed else words("planned date")
