"""How the site speaks of a slot: day, hour or quarter, and on whose word."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from generator.model.event import Event
from generator.model.plan import Entry
from generator.outputs.site.page import badge
from generator.vietnamese.dates import format_date, format_quarter, format_time


@dataclass(frozen=True, slots=True)
class When:
    """A slot in words; `iso` for machines, and the badge that says how sure it is."""

    text: str
    iso: str
    badge: Mapping[str, str] | None


def when(entry: Entry) -> When:
    """The slot of an entry; of a draft only the quarter is told."""
    quarter = entry.slot.quarter
    if entry.slot.start is not None and entry.piece.status != "draft":
        return When(moment(entry.slot.start), entry.slot.start.isoformat(), mark(entry))
    text = format_quarter(quarter.year, quarter.number) if quarter else ""
    return When(text, "", mark(entry))


def told(event: Event) -> When:
    """The slot of a line of the calendar; what a release tells bears no mark."""
    slot = event.slot
    badged = None if event.release or slot.basis == "source" else _badge(event)
    if slot.start is None:
        quarter = slot.quarter
        return When(format_quarter(quarter.year, quarter.number) if quarter else "", "", badged)
    last = f" – {format_date(slot.until)}" if slot.until and slot.until != slot.start else ""
    return When(moment(slot.start) + last, slot.start.isoformat(), badged)


def _badge(event: Event) -> Mapping[str, str]:
    return badge("proposed", "proposed") if event.is_proposed else badge("expected", "planned date")


def mark(entry: Entry) -> Mapping[str, str] | None:
    """«đề xuất» for what we propose, nothing for what the plan says, «dự kiến» for the rest."""
    if entry.slot.basis == "proposed":
        return badge("proposed", "proposed")
    return None if entry.slot.basis == "source" else badge("expected", "planned date")


def moment(start: date | datetime) -> str:
    """«12/5/2021, 6 giờ 30»."""
    if isinstance(start, datetime):
        return f"{format_date(start.date())}, {format_time(start.time())}"
    return format_date(start)
