"""How the site speaks of a slot: day, hour or quarter, and on whose word."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from generator.model.plan_line import Entry, Item
from generator.model.slot import Slot
from generator.outputs.site.page import badge

ALL_OURS = (
    "All days and hours here are proposals of ours, not yet the schedule of any station, newspaper "
    "or printer. The plan states quarters only."
)
MARKED_OURS = (
    "Days and hours marked “proposed” are ours, not yet the schedule of any station, newspaper "
    "or printer. The plan states quarters only."
)


@dataclass(frozen=True, slots=True)
class When:
    """A slot in words; `iso` for machines, and the badge that says how sure it is."""

    text: str
    iso: str
    badge: Mapping[str, str] | None


def when(entry: Entry) -> When:
    """The slot of an entry; of a draft readers are told only the quarter, its editors all."""
    is_hidden = entry.piece.status == "draft" and not entry.is_visible
    return _when(replace(entry.slot, start=None) if is_hidden else entry.slot)


def wording(event: Item) -> When:
    """The slot of a line of the calendar; what a release tells bears no mark."""
    return _when(replace(event.slot, basis="source") if event.release else event.slot)


def disclaimer(events: Iterable[Item]) -> str:
    """What a page says once of the days and hours on it; a msgid, nothing where none is ours."""
    days = [event for event in events if event.slot.start is not None and not event.is_cancelled]
    ours = [event for event in days if _is_ours(event)]
    if not ours:
        return ""
    return ALL_OURS if len(ours) == len(days) else MARKED_OURS


def without_mark(slot_words: When, note: str) -> When:
    """A slot without the mark of a proposal, where the page says that all of them are."""
    return replace(slot_words, badge=None) if note == ALL_OURS else slot_words


def _is_ours(event: Item) -> bool:
    badge_of = wording(event).badge
    return badge_of is not None and badge_of["kind"] == "proposed"


def _when(slot: Slot) -> When:
    """«đề xuất» for what we propose, nothing for what the plan says, «dự kiến» for the rest."""
    marks = {"proposed": badge("proposed", "proposed"), "source": None}
    mark = marks.get(slot.basis or "", badge("expected", "planned date"))
    return When(slot.in_words(), slot.start.isoformat() if slot.start else "", mark)
