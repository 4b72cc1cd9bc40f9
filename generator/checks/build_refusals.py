"""What a build would refuse of artwork and of scripts, told before anything is set."""

import re
from collections.abc import Collection, Iterable, Iterator
from html import unescape
from itertools import islice
from unicodedata import category

from generator.checks import MOST, Subject
from generator.diagnostics import Diagnostic, Location
from generator.media import media
from generator.model.artwork import Artwork
from generator.model.brand import FAMILY, WEIGHTS, Weights
from generator.model.piece import Deliverable
from generator.model.plan import Plan
from generator.model.plan_line import Entry
from generator.model.printer import ANY_PRINTER
from generator.model.record import Record
from generator.model.segment import Segment
from generator.model.workspace import Workspace
from generator.press.characters import DRAWABLE
from generator.press.faults import Fault
from generator.press.foreseen import foreseen
from generator.press.impossible import impossible, too_much_ink
from generator.press.orders import READY, artwork_of, printed_pieces, variants_of, where_written
from generator.press.templates import is_there, names_for
from generator.press.typesetting_faults import NO_FONT, NO_GLYPH, NO_TEMPLATE, NO_WEIGHT, nearest
from generator.press.variants import UNFILLED_FIELD
from generator.text.piece_texts import ReadText
from generator.text.prose import BLANK
from generator.vietnamese.text import lookalikes

_NAMED_SIGN = re.compile(r"&(?:[A-Za-z]\w{1,31}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});")
"""A sign by its name or number, as Markdown takes it: `&rarr;`."""


def check(subject: Subject) -> Iterable[Diagnostic]:
    """The typeface, every printed piece with its printer, and what is drawn of scripts."""
    yield from _brand(subject)
    told = list(_pieces(subject))
    yield from told
    yield from _names(subject.workspace, {(each.rule.code, each.where) for each in told})
    for text in subject.texts:
        if text.is_main and text.medium and text.medium.body == "script":
            yield from islice(_undrawn(text), MOST)


def _brand(subject: Subject) -> Iterator[Diagnostic]:
    """A family and weights that are not there, colours that no printer of ours can print."""
    workspace = subject.workspace
    brand = workspace.brand
    if brand is None:
        return
    if brand.type.family != FAMILY:
        yield NO_FONT.at(brand.where("type", "family"), name=brand.type.family)
    for key, weight in brand.type.weights:
        if key in Weights.model_fields and weight not in WEIGHTS:
            where, known = brand.where("type", "weights", key), ", ".join(map(str, WEIGHTS))
            yield NO_WEIGHT.at(where, weight=weight, known=known)
    strictest = min(workspace.printers.values(), key=lambda one: one.ink_limit, default=ANY_PRINTER)
    for fault in too_much_ink(brand, strictest):
        yield fault.rule.at(brand.where(*fault.change[1:]), **dict(fault.details))


def _pieces(subject: Subject) -> Iterator[Diagnostic]:
    """What is wrong with a printer once, however many pieces it prints."""
    plan = subject.plan
    told: set[tuple[object, object]] = set()
    seen: dict[tuple[str, Location], list[Fault]] = {}
    for entry, medium, piece in printed_pieces(plan):
        if piece.template and not is_there(piece.template, plan.workspace.assets):
            known = names_for(medium.name, plan.workspace.assets)
            said = {"name": piece.template, "known": nearest(piece.template, known)}
            yield NO_TEMPLATE.at(piece.where("template"), **said)
            continue
        printer = plan.workspace.printer_of(medium.name, piece.printer)
        artwork = artwork_of(plan, entry, medium, printer)
        faults = [] if printer is ANY_PRINTER else list(impossible(artwork, printer))
        for fault in faults:
            key = fault.change[1]
            if (printer.id, key) not in told:
                told.add((printer.id, key))
                yield fault.rule.at(printer.where(key), **dict(fault.details))
        for fault in () if faults else _foreseen(plan, entry, artwork):
            seen.setdefault((fault.rule.code, where_written(fault, entry, plan)), []).append(fault)
    for (_, where), faults in seen.items():
        worst = min(faults, key=_room)
        yield worst.rule.at(where, **dict(worst.details))


def _foreseen(plan: Plan, entry: Entry, artwork: Artwork) -> Iterator[Fault]:
    """What a build would refuse of the renderings of a piece.

    A draft is not made: what is written elsewhere is told once it would be; so is what its places
    fill in, as long as it has none.
    """
    piece, files = entry.piece, plan.workspace.assets
    is_made = piece.status in READY
    for variant in variants_of(plan, entry, artwork):
        for fault in foreseen(variant.artwork, files):
            waits = fault.rule is UNFILLED_FIELD and not piece.placements
            elsewhere = where_written(fault, entry, plan).path != piece.file
            if is_made or not (waits or elsewhere):
                yield fault


def _names(workspace: Workspace, told: Collection[tuple[str, Location]]) -> Iterator[Diagnostic]:
    """Signs in the names that stand on sheets of every kind, unless a piece has told them."""
    seen = {where for code, where in told if code == NO_GLYPH.code}
    for record, key in _named(workspace):
        signs = _signs_undrawn(getattr(record, key))
        if signs and (where := record.where(key)) not in seen:
            yield NO_GLYPH.at(where, characters=" ".join(signs))


def _named(workspace: Workspace) -> Iterator[tuple[Record, str]]:
    """What is named on papers: the record and the key."""
    if workspace.site.file.site_name:
        yield workspace.site.file, "site_name"
    for partner in workspace.partners.values():
        yield from ((name, key) for name in partner.names for key in ("name", "short"))
        yield from ((channel, "name") for channel in partner.channels)
    yield from ((name, "name") for place in workspace.places.values() for name in place.names)
    for printer in workspace.printers.values():
        yield from ((printer, key) for key in ("name", "material"))
    for plan in workspace.campaigns.values():
        yield from ((each, "title") for each in (plan, *plan.activities))
    for piece in workspace.pieces.values():
        if isinstance(piece, Deliverable):
            is_told = media()[piece.medium].body == "script"  # with its text
            yield from ((piece, key) for key in ("title", "approved_by")[is_told:])
        if isinstance(piece, Segment):
            yield from ((person, "name") for person in piece.persons)


def _room(fault: Fault) -> float:
    """How many characters may stay, so that of several the least is told."""
    return float(dict(fault.details).get("room", "inf"))


def _undrawn(text: ReadText) -> Iterator[Diagnostic]:
    """Signs in a script that the typeface of its sheet lacks; each of them once.

    What cannot be seen, and letters and digits that only look like ours, are told by other checks.
    """
    for char in _signs_undrawn(text.prose):
        start = text.prose.index(char)
        yield NO_GLYPH.at(text.at(start, start + 1), characters=char)
    for named in _NAMED_SIGN.finditer(text.text):
        if signs := _signs_undrawn(unescape(named[0])):
            yield NO_GLYPH.at(text.at(*named.span()), characters=" ".join(signs))


def _signs_undrawn(prose: str) -> list[str]:
    if not (lacking := set(prose) - DRAWABLE - {BLANK}):
        return []
    signs = sorted(lacking - {each.char for each in lookalikes(prose)})
    return [char for char in signs if category(char)[0] in "SP" or category(char) == "Lo"]
