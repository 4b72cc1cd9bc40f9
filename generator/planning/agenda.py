"""The lines of the calendar in words, for everything that shows them in a table."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from generator.catalogue import words
from generator.model.artifact import digest_of
from generator.model.piece import day_of
from generator.model.placement import Placement
from generator.model.plan_line import Entry, Item
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


@dataclass(frozen=True, slots=True)
class HangingDays:
    """When copies hang at a place, in words; `is_proposed` whether these days are only ours."""

    in_words: str
    is_proposed: bool

    @property
    def timing(self) -> str:
        """«21/9/2021 (đề xuất)»."""
        return with_mark(self.in_words, is_proposed=self.is_proposed)


def hanging_days(entry: Entry, placement: Placement | None = None) -> HangingDays:
    """For whoever prints it: where a place has no day or quarter of its own, when its slot is."""
    slot, quarter = entry.slot, placement.quarter if placement else None
    is_other = quarter and slot.quarter and quarter.number != slot.quarter.number
    if placement and (placement.since or is_other):
        shown = hanging_in_words(placement, slot.quarter)
        return HangingDays(shown, is_place_proposed(entry, placement))
    start = None if is_of_places(entry) else slot.start
    until = placement.until if placement and placement.until else slot.until
    shown = replace(slot, start=start, until=until).in_words()
    return HangingDays(shown or "–", entry.is_proposed)


def is_of_places(entry: Entry) -> bool:
    """Whether its slot is nothing but the days of some of its places, and says none of others."""
    piece, planned = entry.piece, {slot.id for slot in entry.activity.slots}
    has_days = any(placement.since for placement in piece.placements)
    return has_days and piece.slot is None and piece.id not in planned


def is_place_proposed(entry: Entry, placement: Placement) -> bool:
    """Whether we propose a place, and the days that are its own."""
    return (placement.basis or entry.piece.basis) == "proposed"


def with_mark(text: str, *, is_proposed: bool) -> str:
    """«KCN Loteco (đề xuất)»."""
    return f"{text} ({words('proposed')})" if is_proposed else text


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
