"""What stands under the title of a piece: when, how long, how large, with whom."""

from collections.abc import Iterator

from generator.catalogue import words
from generator.model import addresses
from generator.model.piece import Deliverable, Piece
from generator.model.plan_line import Entry
from generator.model.scripted_piece import Scripted
from generator.model.segment import Segment
from generator.outputs.site.reading_aloud import reading_seconds
from generator.outputs.site.shelf import Shelf
from generator.outputs.site.slot_wording import when
from generator.vietnamese.dates import format_length

Fact = dict[str, object]


def facts(shelf: Shelf, piece: Piece) -> list[Fact]:
    """The facts of a deliverable; an article has none."""
    entry = shelf.entries.get(piece.id)
    if entry is None or not isinstance(piece, Deliverable):
        return []
    return [*_when(entry), *_of_medium(shelf, piece), *_partner(shelf, entry), *_author(piece)]


def _when(entry: Entry) -> Iterator[Fact]:
    slot, quarter = when(entry), entry.slot.quarter
    if slot.text:
        page = addresses.url(addresses.quarter(quarter)) if quarter else ""
        yield {"label": words("When"), "value": slot.text, "badge": slot.badge, "page": page}


def _of_medium(shelf: Shelf, piece: Deliverable) -> Iterator[Fact]:
    if isinstance(piece, Scripted) and piece.duration:
        length = ", ".join([format_length(piece.duration), *_reading(shelf, piece)])
        yield {"label": words("Duration"), "value": length}
    for label, value in piece.facts.items():
        if value:
            yield {"label": words(label), "value": value}


def _reading(shelf: Shelf, piece: Scripted) -> Iterator[str]:
    """How long a script without a recording takes to read, in tens of seconds."""
    if not (isinstance(piece, Segment) and piece.audio):
        length = format_length(reading_seconds(shelf, piece))
        yield words("read aloud in about {length}", length=length)


def _partner(shelf: Shelf, entry: Entry) -> Iterator[Fact]:
    identity = entry.piece.partner or entry.activity.partner
    partner = shelf.workspace.partners.get(identity or "")
    quarter = entry.slot.quarter
    if partner is not None and quarter is not None:
        name, page = partner.name_on(quarter.first_day).name, addresses.partner(partner.id)
        yield {"label": words("Partner"), "value": name, "page": addresses.url(page)}


def _author(piece: Piece) -> Iterator[Fact]:
    if piece.author:
        yield {"label": words("Author"), "value": piece.author}
