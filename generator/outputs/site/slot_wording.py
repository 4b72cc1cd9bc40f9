"""How the site speaks of a slot: day, hour or quarter, and on whose word."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator.model.plan_line import Entry, Item
from generator.model.slot import Slot
from generator.outputs.site.page import badge


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


def _when(slot: Slot) -> When:
    """«đề xuất» for what we propose, nothing for what the plan says, «dự kiến» for the rest."""
    marks = {"proposed": badge("proposed", "proposed"), "source": None}
    mark = marks.get(slot.basis or "", badge("expected", "planned date"))
    return When(slot.in_words(), slot.start.isoformat() if slot.start else "", mark)
