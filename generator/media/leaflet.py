"""Leaflet: a sheet A4, printed on both sides and folded in three."""

from dataclasses import replace
from typing import ClassVar

from generator.model.artwork import Artwork, Imprint
from generator.model.handed_out import HandedOut
from generator.model.medium import Medium
from generator.model.piece import Piece
from generator.model.sizes import sheet_of_paper
from generator.model.viewing import IN_A_HAND


class Leaflet(HandedOut):
    """Leaflet: a sheet folded in three, a headline on its cover, a section on each other leaf."""

    sides: ClassVar = (sheet_of_paper(4).width, sheet_of_paper(4).height)
    usual_sizes: ClassVar = "A4 ngang"
    leaves: ClassVar = 5


def artwork(piece: Piece, imprint: Imprint) -> Artwork:
    """The leaflet as it is printed, but for the sections of its text (`press/leaf_texts.py`)."""
    if not isinstance(piece, Leaflet):
        raise TypeError(type(piece))
    made = piece.artwork_of("leaflet", imprint, IN_A_HAND)
    own = (("licence", piece.licence_line), ("sender", imprint.programme))
    return replace(made, texts=(*made.texts, *own))


MEDIUM = Medium(
    name="leaflet",
    schema="CreativeWork",
    record=Leaflet,
    singular="Leaflet",
    plural="Leaflets",
    order=46,
    section="to-roi",
    unit="tờ",
    placing="period",
    listing="gallery.html",
    artwork=artwork,
    other_names=("to roi", "to gap", "to buom", "to roi gap ba"),
    tone="mam",
    shape="square",
    starter="""\
---
id: {id}
medium: leaflet
campaign: {campaign}
activity: {activity}
title: {title}
summary: {summary}
headline: {title}
size: A4 ngang
quarter: {quarter}
basis: proposed
status: draft
---

## Vì sao?

{body}

## Tìm

## Đo

## Sửa

## Hỏi ai?
""",
)
