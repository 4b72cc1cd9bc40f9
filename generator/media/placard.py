"""Placard: a small sheet that stands where one pays, or lies on a table."""

from typing import ClassVar

from generator.model.artwork import Artwork, Imprint
from generator.model.headline_piece import HeadlinePiece
from generator.model.medium import Medium
from generator.model.piece import Piece
from generator.model.sizes import sheet_of_paper
from generator.model.viewing import AT_A_TILL


class Placard(HeadlinePiece):
    """Placard: a small sheet that stands at a till or on a table."""

    sides: ClassVar = (sheet_of_paper(6).width, sheet_of_paper(5).height)
    usual_sizes: ClassVar = "A6, A6 ngang, A5 ngang"


def artwork(piece: Piece, imprint: Imprint) -> Artwork:
    """The placard as it is printed."""
    if not isinstance(piece, Placard):
        raise TypeError(type(piece))
    return piece.artwork_of("placard", imprint, AT_A_TILL)


MEDIUM = Medium(
    name="placard",
    schema="Poster",
    record=Placard,
    singular="Placard",
    plural="Placards",
    order=49,
    section="the-quay",
    unit="cái",
    placing="period",
    menu="foot",
    listing="gallery.html",
    artwork=artwork,
    other_names=("the", "the quay", "the de ban", "bang de ban"),
    tone="mam",
    shape="bar",
    starter="""\
---
id: {id}
medium: placard
campaign: {campaign}
activity: {activity}
title: {title}
summary: {summary}
headline: {title}
size: A6 ngang
quarter: {quarter}
basis: proposed
status: draft
---

{body}
""",
)
