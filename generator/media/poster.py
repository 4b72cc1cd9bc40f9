"""Poster: a sheet on a wall, read from some steps away."""

from typing import ClassVar

from generator.model.artwork import Artwork, Imprint
from generator.model.headline_piece import HeadlinePiece
from generator.model.medium import Medium
from generator.model.piece import Piece
from generator.model.sizes import sheet_of_paper
from generator.model.viewing import AT_A_WALL


class Poster(HeadlinePiece):
    """Poster: a sheet on a wall, with a headline, a drawing and one figure."""

    sides: ClassVar = (sheet_of_paper(3).width, sheet_of_paper(1).height)
    usual_sizes: ClassVar = "A3, A2, A1 ngang"
    is_for_outdoors: ClassVar = False


def artwork(piece: Piece, imprint: Imprint) -> Artwork:
    """The poster as it is printed."""
    if not isinstance(piece, Poster):
        raise TypeError(type(piece))
    return piece.artwork_of("poster", imprint, AT_A_WALL)


MEDIUM = Medium(
    name="poster",
    schema="Poster",
    record=Poster,
    singular="Poster",
    plural="Posters",
    order=45,
    section="ap-phich",
    unit="tờ",
    placing="period",
    listing="gallery.html",
    artwork=artwork,
    other_names=("ap phich", "tranh co dong", "to tranh"),
    tone="nuoc",
    shape="bar",
    starter="""\
---
id: {id}
medium: poster
campaign: {campaign}
activity: {activity}
title: {title}
summary: {summary}
headline: {title}
size: A2
quarter: {quarter}
basis: proposed
status: draft
---

{body}
""",
)
