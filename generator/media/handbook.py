"""Handbook: pages between covers, with contents, drawings, notes and an imprint."""

from dataclasses import replace
from typing import ClassVar

from generator.model.artwork import Artwork, BoundPages, Imprint
from generator.model.bound_piece import BoundPiece
from generator.model.medium import Medium
from generator.model.piece import Piece
from generator.model.sizes import sheet_of_paper
from generator.model.viewing import IN_A_HAND


class Handbook(BoundPiece):
    """Handbook: pages A5 between covers; each section of its text is a chapter."""

    sides: ClassVar = (sheet_of_paper(5).width, sheet_of_paper(4).width)
    usual_sizes: ClassVar = "A5, B5"


def artwork(piece: Piece, imprint: Imprint) -> Artwork:
    """The cover as it is printed; its pages follow from its text (`press/binding.py`)."""
    if not isinstance(piece, Handbook):
        raise TypeError(type(piece))
    made = piece.artwork_of("handbook", imprint, IN_A_HAND)
    own = (
        *(("series", piece.series), ("back", piece.summary)),
        *(("licence", piece.licence_line), ("sender", imprint.programme)),
    )
    book = BoundPages(piece.size, piece.pages, is_glued=piece.binding == "glued")
    return replace(made, texts=(*made.texts, *own), book=book, trim=book.cover)


MEDIUM = Medium(
    name="handbook",
    schema="Book",
    record=Handbook,
    singular="Special issue",
    plural="Special issues",
    order=48,
    section="chuyen-san",
    unit="cuốn",
    placing="period",
    listing="gallery.html",
    artwork=artwork,
    other_names=("chuyen san", "so tay", "cam nang in", "booklet"),
    tone="nuoc",
    shape="square",
    starter="""\
---
id: {id}
medium: handbook
campaign: {campaign}
activity: {activity}
title: {title}
summary: {summary}
headline: {title}
size: A5
pages: 8
quarter: {quarter}
basis: proposed
status: draft
---

{body}

## Chương một

## Chương hai
""",
)
