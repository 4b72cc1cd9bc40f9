"""Signboard: a lasting board at a door, a gate, a park of bicycles."""

from typing import ClassVar

from generator.model.artwork import Artwork, Imprint
from generator.model.headline_piece import HeadlinePiece
from generator.model.medium import Medium
from generator.model.piece import Piece
from generator.model.viewing import of_a_sign


class Signboard(HeadlinePiece):
    """Signboard: a lasting board that tells what is here, or what to do here."""

    sides: ClassVar = (300, 4000)
    usual_sizes: ClassVar = "80 x 60 cm, 1,2 x 0,6 m, 0,6 x 0,9 m"


def artwork(piece: Piece, imprint: Imprint) -> Artwork:
    """The signboard as it is printed."""
    if not isinstance(piece, Signboard):
        raise TypeError(type(piece))
    return piece.artwork_of("signboard", imprint, of_a_sign(piece.size))


MEDIUM = Medium(
    name="signboard",
    schema="Poster",
    record=Signboard,
    singular="Signboard",
    plural="Signboards",
    order=47,
    section="bang-hieu",
    unit="cái",
    placing="period",
    menu="foot",
    listing="gallery.html",
    artwork=artwork,
    other_names=("bang hieu", "bang chi dan", "bien chi dan"),
    tone="dat",
    shape="bar",
    starter="""\
---
id: {id}
medium: signboard
campaign: {campaign}
activity: {activity}
title: {title}
summary: {summary}
headline: {title}
size: 80 x 60 cm
quarter: {quarter}
basis: proposed
status: draft
---

{body}
""",
)
