"""What a build would refuse of artwork and of scripts, told before anything is set."""

import re
from collections.abc import Collection, Iterable, Iterator
from html import unescape
from unicodedata import category

from generator.checks import Subject
from generator.diagnostics import Diagnostic, Location
from generator.model.artwork import Artwork
from generator.model.brand import FAMILY, WEIGHTS, Weights
from generator.model.plan import Plan
from generator.model.plan_line import Entry
from generator.model.printer import ANY_PRINTER
from generator.model.workspace import Workspace
from generator.press.characters import DRAWABLE
from generator.press.faults import Fault
from generator.press.foreseen import foreseen
from generator.press.impossible import impossible, too_much_ink
from generator.press.orders import (
    READY,
    printed_pieces,
    variants_of,
    where_written,
)
from generator.press.piece_artwork import artwork_of
from generator.press.templates import is_there, layout_names, names_for
from generator.press.typesetting_faults import (
    NO_FONT,
    NO_GLYPH,
    NO_LAYOUT,
    NO_TEMPLATE,
    NO_WEIGHT,
    nearest,
)
from generator.press.variants import UNFILLED_FIELD
from generator.text.piece_texts import ReadText
from generator.text.printed_names import printed_names
from generator.text.prose import BLANK
from generator.vietnamese.text import lookalikes

_NAMED_SIGN = re.compile(r"&(?:[A-Za-z]\w{1,31}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});")
"""A sign by its name or number, as Markdown takes it: `&rarr;`."""
_UNSEEN = "CZ"
"""Categories of Unicode: other rules tell controls, and a sheet sets a plain space for any."""


def check(subject: Subject) -> Iterable[Diagnostic]:
    """The typeface, and every printed piece with its printer."""
    yield from _brand(subject)
    told = list(_pieces(subject))
    yield from told
    yield from _names(subject.workspace, {(each.rule.code, each.where) for each in told})


def check_text(text: ReadText) -> Iterable[Diagnostic]:
    """What is drawn of scripts."""
    if text.is_main and text.medium and text.medium.body == "script":
        yield from _undrawn(text)


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
    if workspace.has_unread_printers:
        return
    strictest = min(workspace.printers.values(), key=lambda one: one.ink_limit, default=ANY_PRINTER)
    for fault in too_much_ink(brand, strictest):
        yield fault.rule.at(brand.where(*fault.change[1:]), **dict(fault.details))


def _pieces(subject: Subject) -> Iterator[Diagnostic]:
    """What is wrong with a printer once, however many pieces it prints."""
    plan = subject.plan
    told: set[tuple[object, object]] = set()
    seen: dict[tuple[str, Location], list[Fault]] = {}
    for entry, medium, piece in printed_pieces(plan):
        known = names_for(medium.name, plan.workspace.assets)
        if piece.template and piece.template not in known:
            said = {"name": piece.template, "known": nearest(piece.template, known)}
            yield NO_TEMPLATE.at(piece.where("template"), **said)
            continue
        if piece.layout and not is_there(f"{medium.name}-{piece.layout}", plan.workspace.assets):
            known = layout_names(medium.name, plan.workspace.assets)
            said = {"name": piece.layout, "known": nearest(piece.layout, known)}
            yield NO_LAYOUT.at(piece.where("layout"), **said)
            continue
        printer = plan.workspace.printer_of(medium.name, piece.printer, piece.any_printer)
        if printer.is_assumed and plan.workspace.has_unread_printers:
            continue  # what it takes from the piece for margins is not known
        artwork = artwork_of(plan, entry, medium, printer)
        faults = [] if printer.is_assumed else list(impossible(artwork, printer))
        for fault in faults:
            key = fault.change[1]
            if (printer.id, key) not in told:
                told.add((printer.id, key))
                yield fault.rule.at(printer.where(key), **dict(fault.details))
        for fault in () if faults or piece.artwork else _foreseen(plan, entry, artwork):
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
    for record, keys, words in printed_names(workspace):
        signs = _signs_undrawn(words)
        if signs and (where := record.where(*keys)) not in seen:
            yield NO_GLYPH.at(where, characters=" ".join(signs))


def _room(fault: Fault) -> float:
    """How many characters may stay, so that of several the least is told."""
    return float(dict(fault.details).get("room", "inf"))


def _undrawn(text: ReadText) -> Iterator[Diagnostic]:
    """Signs in a script that the typeface of its sheet lacks; each of them once.

    What cannot be seen, and letters and digits that only look like ours, are told by other checks.
    """
    for sign in _signs_undrawn(text.prose):
        start = text.prose.index(sign)
        yield NO_GLYPH.at(text.at(start, start + len(sign)), characters=sign)
    for named in _NAMED_SIGN.finditer(text.text):
        if signs := _signs_undrawn(unescape(named[0])):
            yield NO_GLYPH.at(text.at(*named.span()), characters=" ".join(signs))


def _signs_undrawn(prose: str) -> list[str]:
    """Each once; letters that stand side by side are one: «Φορά»."""
    if not (lacking := set(prose) - DRAWABLE - {BLANK}):
        return []
    lacking -= {each.char for each in lookalikes(prose)}
    seen = re.escape("".join(sorted(c for c in lacking if category(c)[0] not in _UNSEEN)))
    return sorted({*re.findall(rf"(?:(?=[^\W\d_])[{seen}])+|[{seen}]", prose)}) if seen else []
