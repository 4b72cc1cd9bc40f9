"""Pieces that are bound: their pages between covers, the spine, what only a set text can tell."""

import json
from collections.abc import Iterator
from dataclasses import replace

from generator.catalogue import words
from generator.diagnostics import Diagnostic, Rule
from generator.model.artwork import Artwork, BoundPages
from generator.model.bound_piece import BoundPiece
from generator.model.printed_piece import PrintedPiece
from generator.model.printer import Printer
from generator.press.book_text import book_text, chapters
from generator.press.faults import figure
from generator.press.package_drawings import package_drawings
from generator.press.typesetting_faults import NO_DRAWING, nearest

SIGNATURE = 4
"""Pages of a sheet that is folded once: all of a bound piece come in fours."""

NOT_IN_FOURS = Rule(
    "pages-not-in-fours",
    "{count} pages cannot be folded: a sheet that is folded once has four.",
    "Write {less} or {more}: what is left over becomes pages for notes.",
)
NO_THICKNESS = Rule(
    "spine-unknown",
    "The piece {piece} is glued, and nobody says how thick its paper is: its spine is not known.",
    "Add pages: with name: and thickness: of the paper, or write binding: stapled in the piece.",
)
TOO_MANY_PAGES = Rule(
    "pages-over",
    "The text fills {found} pages, and {asked} were ordered.",
    "Shorten it, or write pages: {found}: the spine and the price follow from it.",
)


def with_book(artwork: Artwork, piece: PrintedPiece, printer: Printer) -> Artwork:
    """The artwork with its spine and its pages; as it is where nothing is bound."""
    if artwork.book is None or not isinstance(piece, BoundPiece):
        return artwork
    sheet = printer.pages.thickness if printer.pages else 0.0
    spine = spine_of(piece.pages, sheet) if artwork.book.is_glued else 0.0
    text = json.dumps(book_text(piece), ensure_ascii=False, sort_keys=True)
    pages = replace(artwork.book, spine=spine, sheet=sheet, text=text)
    return replace(artwork, book=pages, trim=pages.cover)


def spine_of(pages: int, sheet: float) -> float:
    """The thickness of so many pages, two a leaf, of sheets `sheet` thick; both in millimetres."""
    return round(pages / 2 * sheet, 1)


def creep_of(pages: int, sheet: float) -> float:
    """How far the innermost of stapled pages are pushed out by all others, in millimetres.

    Each folded sheet lies round those inside it and gives way by its own thickness.
    """
    return round((pages / SIGNATURE - 1) * sheet, 2)


def binding_in_words(book: BoundPages) -> Iterator[str]:
    """How it is bound, for run lists: cover, pages, spine; how far inner pages are pushed out."""
    how = words("glued") if book.is_glued else words("stapled")
    yield words("cover of 4 pages and {count} pages, {how}", count=book.count, how=how)
    if book.spine:
        yield words("spine of {spine} mm", spine=figure(book.spine))
    elif not book.is_glued and (creep := creep_of(book.count, book.sheet)):
        yield words("inner pages are pushed out by {creep} mm", creep=figure(creep))


def binding_faults(piece: PrintedPiece, printer: Printer) -> Iterator[Diagnostic]:
    """Pages that no sheet has, chapters that are more than the pages, a spine nobody knows."""
    if not isinstance(piece, BoundPiece):
        return
    over = piece.pages % SIGNATURE
    if over:
        less, more = max(SIGNATURE, piece.pages - over), piece.pages - over + SIGNATURE
        yield NOT_IN_FOURS.at(piece.where("pages"), count=piece.pages, less=less, more=more)
    elif (least := least_pages(piece)) > piece.pages:
        yield TOO_MANY_PAGES.at(piece.where("pages"), found=least, asked=piece.pages)
    known = tuple(sorted(package_drawings()))
    for number, name in enumerate(piece.drawings):
        if name not in known:
            where, near = piece.where("drawings", number), nearest(name, known)
            yield NO_DRAWING.at(where, name=name, known=near)
    if piece.binding == "glued" and printer.pages is None:
        yield NO_THICKNESS.at(piece.where("binding"), piece=piece.id)


def least_pages(piece: BoundPiece) -> int:
    """How many pages a text takes for certain: each chapter two, or as many as its letters fill."""
    found = [_least(sum(len(words) for words in each.words)) for each in chapters(piece)]
    pages = 2 + sum(found)  # contents in front, imprint at the end
    return pages + -pages % SIGNATURE


_MOST_LETTERS = 3_400
"""No page holds more letters of the size in which pages are set."""


def _least(letters: int) -> int:
    """The pages of a chapter: its opening on the left, its text from the right on."""
    text = max(1, -(-letters // _MOST_LETTERS))
    return 1 + text + (1 + text) % 2
