"""What a build would refuse of a piece, seen from its words and its size before a page is set.

Only what is certain is told here; what takes the typesetter to know, such as a word that its face
kerns into a slot, makes a piece doubtful, and its page is set on trial (`app/trial.py`).
"""

from collections.abc import Collection, Iterator
from functools import cache, lru_cache

from generator.diagnostics import Rule
from generator.model.artwork import Artwork
from generator.model.brand import Brand
from generator.model.colours import contrast, of_inks
from generator.model.palette import KEYS, PAIRS
from generator.model.printer import Printer
from generator.press.book_length import most_pages
from generator.press.characters import DRAWABLE
from generator.press.faults import Fault, fault, figure
from generator.press.fit import plain
from generator.press.folds import folds_of, rooms_on_folds
from generator.press.job import drawn_text
from generator.press.layout_choice import other_layouts
from generator.press.layouts import MAIN, lacking, layout_of, layouts_of
from generator.press.page_rooms import kept_clear, text_in, text_slots
from generator.press.rooms import is_ours
from generator.press.templates import FOLDER, default_names
from generator.press.typesetting_faults import (
    LEAST_ROOM,
    NO_DRAWING,
    missing_glyphs,
    nearest,
    overset_fault,
)
from generator.press.variants import UNFILLED_FIELD, unfilled_fields
from generator.press.widths import is_close, overset, tallest

NO_SHAPE = Rule(
    "size-without-layout",
    "No layout is made for {size}: it is {times} times as long on one side as on the other.",
    "Correct size:, make it a banner (medium: banner), or write a template of your own and name "
    "it at template:.",
)
NO_SHAPE_AT_ALL = NO_SHAPE.with_hint(
    "Correct size:, or write a template of your own and name it at template:."
)
OTHER_SHAPE = Rule(
    "layout-unfit",
    "The layout {layout} is not made for this piece: {problem}.",
    "Leave layout: out, or write one that takes it: {known}.",
)
NO_OTHER = OTHER_SHAPE.with_hint("Give it what it needs, or leave layout: out and see what fits.")
LACKING = {
    "picture": "it needs a drawing or a picture (illustration:)",
    "figure": "it needs one figure (numeral:)",
    "no figure": "it has no room for a figure (numeral:)",
    "two figures": "it sets two figures of the slogan against each other",
    "two lines": "it sets two halves apart, with | between them",
    "a scene": "it needs a picture below assets/, or a drawing that fills a page",
    "two states": "it needs a drawing that shows before and after",
    "leaves": "it needs a drawing that goes on from leaf to leaf",
    "another size": "it is not made for pages of this proportion",
}
"""Why a layout does not take a piece, by what the piece lacks (msgids)."""
LONGEST_BANNER = 15.0
"""Times as long as high, beyond which a banner is set on trial: its code is small there."""

ENOUGH = 2.5
"""The contrast of two inks that nobody doubts: preflight refuses less than 2, measured."""
_SMALL = "muc"  # the ink of small letters
_DRAWING = "drawing-"
_MANY = 1024
"""Artworks of which it is known what is wrong: those of the desk are looked at after each key."""


def foreseen(artwork: Artwork, files: Collection[str]) -> Iterator[Fault]:
    """What can be known of an artwork; `files` are those of `assets/`."""
    yield from _whatever_draws_it(artwork)
    if is_ours(artwork, files):
        yield from _drawing(artwork, files)
        yield from _by_our_template(artwork)


@lru_cache(maxsize=_MANY)
def _whatever_draws_it(artwork: Artwork) -> tuple[Fault, ...]:
    """Signs that no face has, fields that no place fills, words on a fold."""
    return tuple(_signs_and_folds(artwork))


@lru_cache(maxsize=_MANY)
def _by_our_template(artwork: Artwork) -> tuple[Fault, ...]:
    """What is wrong with the layout, else with how long the words are."""
    return tuple(_layout(artwork)) or tuple(_words(artwork))


def _signs_and_folds(artwork: Artwork) -> Iterator[Fault]:
    drawn = {artwork.title}
    drawn |= {drawn_text(artwork, name, text) for name, text in artwork.texts}
    if lacking := {char for text in drawn for char in text} - DRAWABLE:
        yield missing_glyphs(artwork, lacking)
    for slot, name in unfilled_fields(artwork.texts):
        yield fault(UNFILLED_FIELD, "piece", slot, field=name)
    yield from rooms_on_folds(artwork)


def _drawing(artwork: Artwork, files: Collection[str]) -> Iterator[Fault]:
    """A picture below assets/ is looked at by others."""
    name, known = artwork.illustration, tuple(sorted({*_default_drawings(), *_own(files)}))
    if name and not name.startswith("assets/") and name not in known:
        yield fault(NO_DRAWING, "piece", "illustration", name=name, known=nearest(name, known))


def _layout(artwork: Artwork) -> Iterator[Fault]:
    """A layout that is not made for the piece; a size for which there is none."""
    if (layout := layout_of(artwork)) is None:
        return
    lacks = [*lacking(layout, artwork)] + ["another size"] * (layout.shape_of(artwork) is None)
    if not lacks:
        return
    medium, _, name = layout.name.partition("-")
    if known := other_layouts(artwork):
        told = {"layout": name, "problem": LACKING[lacks[0]], "known": ", ".join(known)}
        yield fault(OTHER_SHAPE, "piece", "layout", **told)
    elif not any(each.shape_of(artwork) for each in layouts_of(medium)):
        trim = artwork.trim
        times = max(trim.width, trim.height) / min(trim.width, trim.height)
        is_that = f"(medium: {medium})" in NO_SHAPE.hint  # nothing becomes what it is
        rule = NO_SHAPE_AT_ALL if is_that else NO_SHAPE
        yield fault(rule, "piece", "size", size=trim, times=figure(times))
    else:
        yield fault(NO_OTHER, "piece", "layout", layout=name, problem=LACKING[lacks[0]])


def _words(artwork: Artwork) -> Iterator[Fault]:
    """Texts that are too long."""
    known = [slot for slot in text_slots(artwork) if plain(text_in(artwork, slot))]
    if not known or (known[0].name not in MAIN and artwork.side < 2):  # noqa: PLR2004 - the back
        return
    main = 0.0
    for slot in known:
        if slot.share and slot.least > slot.share * artwork.letter and not main:
            main = tallest(artwork, known[0], text_in(artwork, known[0]))
        if over := overset(artwork, slot, text_in(artwork, slot), main):
            yield overset_fault(artwork, over)
            if over.room < LEAST_ROOM:  # no text is to blame, and no other is told
                return


def in_doubt(artwork: Artwork, printer: Printer, brand: Brand) -> bool:
    """Whether only a page that is set can tell if it may be delivered, for a template of ours.

    Words may stand where the printer asks for margins or punches eyelets, a text may just fit, a
    code may be too small on a strip, an ink too much as a whole field, or faint, or not pure.
    """
    if artwork.book and artwork.pages > 1:  # its words stand where the template says, clear of all
        return most_pages(artwork.book.text) > artwork.pages or _are_inks_odd(brand, printer)
    rings, trim = printer.eyelets, artwork.trim
    asked = max(printer.safe, printer.hem, printer.pocket)
    asked = max(asked, rings.inset + rings.diameter / 2 if rings else 0.0)
    is_strip = max(trim.width, trim.height) > LONGEST_BANNER * min(trim.width, trim.height)
    is_across = artwork.sponsor is not None and bool(folds_of(artwork))  # the name of who pays
    if asked > kept_clear(artwork) or is_strip or is_across or _are_inks_odd(brand, printer):
        return True
    known = (slot for slot in text_slots(artwork) if plain(text_in(artwork, slot)))
    return any(is_close(artwork, slot, text_in(artwork, slot)) for slot in known)


def _are_inks_odd(brand: Brand, printer: Printer) -> bool:
    """Whether a colour may be too wet, a small letter of several inks, or words too faint."""
    inks = {key: colour.cmyk for key, colour in brand.colours.items()}
    if not inks.keys() >= {*KEYS}:  # which is told
        return False
    if any(sum(cmyk) > printer.ink_limit for cmyk in inks.values()) or any(inks[_SMALL][:3]):
        return True
    pairs = ((of_inks(inks[first]), of_inks(inks[ground])) for first, ground, _ in PAIRS)
    return any(contrast(*pair) < ENOUGH for pair in pairs)


def _own(files: Collection[str]) -> Iterator[str]:
    start, end = f"{FOLDER}{_DRAWING}", ".typ"
    for path in files:
        if path.startswith(start) and path.endswith(end):
            yield path[len(start) : -len(end)]


@cache
def _default_drawings() -> tuple[str, ...]:
    names = (name.removesuffix(".typ") for name in default_names())
    return tuple(name.removeprefix(_DRAWING) for name in names if name.startswith(_DRAWING))
