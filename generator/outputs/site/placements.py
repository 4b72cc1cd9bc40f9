"""Where a printed piece hangs, so many copies at each place."""

from generator.catalogue import words
from generator.model.piece import Deliverable, Piece
from generator.model.place import Place
from generator.model.placement import Placement
from generator.model.quarter import Quarter
from generator.outputs.site.page import badge
from generator.outputs.site.shelf import Shelf
from generator.planning.agenda import hanging_in_words
from generator.vietnamese.collation import sort_key


def placements(shelf: Shelf, piece: Piece) -> list[dict[str, object]]:
    """A row for each place, in Vietnamese order of their names at that time."""
    entry = shelf.entries.get(piece.id)
    quarter = entry.slot.quarter if entry else None
    if not isinstance(piece, Deliverable) or quarter is None:
        return []
    rows = [_row(shelf, placement, quarter) for placement in piece.placements]
    return sorted(rows, key=lambda row: sort_key(str(row["place"])))


def _above(place: Place, parent: str) -> str:
    """What a place lies in, with a mark where nobody is certain of it."""
    return f"{parent} ({words('not certain')})" if place.confidence == "medium" else parent


def _row(shelf: Shelf, placement: Placement, quarter: Quarter) -> dict[str, object]:
    places = shelf.workspace.places
    place, day = places.get(placement.place), placement.since or quarter.first_day
    parent = places.get(place.parent_on(day) or "") if place else None
    return {
        "place": place.name_on(day) if place else placement.place,
        "parent": _above(place, parent.name_on(day)) if place and parent else "",
        "copies": placement.copies,
        "when": hanging_in_words(placement, quarter),
        "badge": badge("proposed", "proposed") if placement.basis == "proposed" else None,
    }
