"""What holds for a piece that says nothing of its own: its slot, its quarter, its partner."""

from collections.abc import Iterator

from generator.catalogue import words
from generator.model.draft import Draft
from generator.model.piece import Deliverable
from generator.model.plan import Plan
from generator.model.plan_line import Item
from generator.vietnamese.dates import moment_in_words


def plan_values(draft: Draft, plan: Plan) -> dict[str, str]:
    """What the plan says instead of fields of a draft that are empty, in words, by their keys."""
    pieces = plan.workspace.pieces.values()
    piece = next((each for each in pieces if each.file == draft.path), None)
    item = plan.items.get(piece.id) if piece else None
    if not isinstance(piece, Deliverable) or item is None:
        return {}
    own = {"slot": piece.slot, "quarter": piece.quarter or piece.slot, "partner": piece.partner}
    found = {key: told for key, told in _told(item, plan) if told and not own[key]}
    return {key: words("As the plan says: {what}").format(what=each) for key, each in found.items()}


def _told(item: Item, plan: Plan) -> Iterator[tuple[str, str]]:
    slot, partner = item.slot, plan.workspace.partners.get(item.partner)
    if slot.origin == "plan":
        yield "slot", moment_in_words(slot.start, slot.until) if slot.start else ""
        yield "quarter", slot.quarter.name if slot.quarter else ""
    if partner:
        yield "partner", partner.name_on(plan.today).name
