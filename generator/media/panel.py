"""Panel: a large board with a picture, a headline and one fact."""

from generator.model.artwork import Artwork, Imprint
from generator.model.headline_piece import HeadlinePiece
from generator.model.medium import Medium
from generator.model.piece import Piece
from generator.model.viewing import of_a_board


class Panel(HeadlinePiece):
    """Panel: a large board with a picture, a headline and one fact."""


def artwork(piece: Piece, imprint: Imprint) -> Artwork:
    """The panel as it is printed."""
    if not isinstance(piece, Panel):
        raise TypeError(type(piece))
    return piece.artwork_of("panel", imprint, of_a_board(piece.size))


MEDIUM = Medium(
    name="panel",
    schema="Poster",
    record=Panel,
    singular="Panel",
    plural="Panels",
    order=40,
    section="pano",
    unit="pano",
    placing="period",
    listing="gallery.html",
    artwork=artwork,
    other_names=("bien", "bien quang cao", "pa no", "pano"),
    tone="mam",
    shape="bar",
    starter="""\
---
id: {id}
medium: panel
campaign: {campaign}
activity: {activity}
title: {title}
summary: {summary}
headline: {title}
size: 3 x 2 m
quarter: {quarter}
basis: proposed
status: draft
---

{body}
""",
)
