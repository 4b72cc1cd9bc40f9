"""Panel: a large board with a picture, a headline and one fact."""

from typing import ClassVar

from generator.model.artwork import Artwork, Imprint
from generator.model.fields import Code, SourceRef, Text
from generator.model.medium import Medium
from generator.model.piece import Piece
from generator.model.printed_piece import PrintedPiece
from generator.model.viewing import of_a_board


class Panel(PrintedPiece):
    """Panel: a large board with a picture, a headline and one fact."""

    read_keys: ClassVar = (*PrintedPiece.read_keys, "headline", "numeral", "fact", "fact_credit")
    form_keys: ClassVar = (*PrintedPiece.form_keys, "headline", "fact", "fact_source")
    slot_keys: ClassVar = {
        **PrintedPiece.slot_keys,
        "figure": "numeral",
        "unit": "numeral",
        "source": "fact_credit",
    }

    headline: Text
    """Headline: the large words of the panel; | is where a line must break.
    Example: Sản xuất sạch hơn | bớt chi phí
    Effect: in print and on the page of the panel."""
    numeral: Text = ""
    """Figure: one figure with its unit, which belongs to the headline; what follows | stands below.
    Example: 9 tấn | dầu mỗi năm
    Effect: in print as large as the headline or larger; it needs fact_source, and a fact that says
    of what it is."""
    fact: Text = ""
    """Fact: one sentence, in small print at the foot.
    Example: Nước rò một đêm đầy một bể.
    Effect: in print; a figure in it needs fact_source."""
    fact_source: SourceRef | None = None
    """Source of the fact: the document and the line, or the page, that say it.
    Example: https://example.org/bao-cao
    Effect: loa check holds the figure against it; it is not printed."""
    fact_credit: Text = ""
    """Source as printed: the source in a few words.
    Example: "Nguồn: báo cáo của ngành"
    Effect: in small letters on the panel."""
    illustration: Code = ""
    """Drawing: the name of a drawing of loa, or an SVG or picture below assets/.
    Example: assets/anh/hinh.svg
    Effect: stands below or beside the headline; without it the panel is words alone."""


def artwork(piece: Piece, imprint: Imprint) -> Artwork:
    """The panel as it is printed; small print is for whoever stands before it."""
    if not isinstance(piece, Panel):
        raise TypeError(type(piece))
    figure, _, unit = (part.strip() for part in piece.numeral.partition("|"))
    return Artwork(
        piece=piece.id,
        template=piece.template_of("panel"),
        trim=piece.size,
        texts=(
            ("headline", piece.headline),
            ("figure", figure),
            ("unit", unit),
            ("fact", piece.fact),
            ("source", piece.fact_credit),
            *piece.lines,
            *imprint.texts,
        ),
        title=piece.title,
        viewed_from=piece.viewed_from or of_a_board(piece.size),
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
