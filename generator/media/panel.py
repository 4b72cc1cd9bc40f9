"""Panel: a large board with a picture, a headline and one fact."""

from generator.model.artwork import Artwork, Imprint
from generator.model.fields import SourceRef, Text
from generator.model.medium import Medium
from generator.model.piece import Piece
from generator.model.printed import PrintedPiece


class Panel(PrintedPiece):
    """A panel (pano).

    `fact` is one sentence; a figure in it needs `fact_source`, and `fact_credit` prints that
    source in a few words.
    """

    headline: Text
    fact: Text = ""
    fact_source: SourceRef | None = None
    fact_credit: Text = ""
    illustration: Text = ""


def artwork(piece: Piece, imprint: Imprint) -> Artwork:
    """The panel as it is printed; small letters stay readable from the pavement."""
    if not isinstance(piece, Panel):
        raise TypeError(type(piece))
    words = "headline" if piece.illustration else "slogan"
    return Artwork(
        piece=piece.id,
        template=piece.template or ("panel-illustrated" if piece.illustration else "panel-text"),
        trim=piece.size,
        texts=(
            (words, piece.headline),
            ("fact", piece.fact),
            ("source", piece.fact_credit),
            *piece.lines,
            *imprint.texts,
        ),
        title=piece.title,
        letter=60,
        link=imprint.link,
        illustration=piece.illustration,
        copies=piece.units,
    )


MEDIUM = Medium(
    name="panel",
    schema="Poster",
    record=Panel,
    singular="Panel",
    plural="Panels",
    order=40,
    section="pano",
    placing="period",
    listing="gallery.html",
    artwork=artwork,
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
