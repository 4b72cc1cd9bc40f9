"""Banner: a slogan on cloth, hung for some days."""

from typing import ClassVar, Literal

from generator.model.artwork import Artwork, Imprint
from generator.model.fields import Code, Text
from generator.model.medium import Medium
from generator.model.piece import Piece
from generator.model.printed_piece import PrintedPiece
from generator.model.viewing import of_a_banner


class Banner(PrintedPiece):
    """Banner: words on cloth."""

    read_keys: ClassVar = (*PrintedPiece.read_keys, "slogan")
    form_keys: ClassVar = (*PrintedPiece.form_keys, "slogan", "foreign")
    most_days: ClassVar[int] = 15  # Luật Quảng cáo 2012, điều 27

    slogan: Text
    """Slogan: the words of the banner; | is where a line must break.
    Example: Khóa vòi giữa ca | bớt một khoản tiền
    Effect: in print and on the page of the banner; loa check holds it to the rules of outdoor
    advertising."""

    illustration: Code = ""
    """Drawing: the one thing at the end of the words: a drawing of loa, or an SVG or picture below
    assets/.
    Example: assets/anh/cai-voi.svg
    Effect: stands at the end of the words, cut by the lower edge."""

    @property
    def sponsor_side(self) -> Literal["right", "bottom"]:
        """On the right of one that lies, at the foot of one that stands."""
        return "right" if self.size.width > self.size.height else "bottom"


def artwork(piece: Piece, imprint: Imprint) -> Artwork:
    """The banner as it is printed: all of its words in capitals."""
    if not isinstance(piece, Banner):
        raise TypeError(type(piece))
    return Artwork(
        piece=piece.id,
        template=piece.template_of("banner"),
        trim=piece.size,
        texts=(("slogan", piece.slogan), *piece.lines, *imprint.texts),
        title=piece.title,
        viewed_from=piece.viewed_from or of_a_banner(piece.size),
        capitals=True,
        link=imprint.link,
        illustration=piece.illustration,
        copies=piece.units,
    )


MEDIUM = Medium(
    name="banner",
    schema="Poster",
    record=Banner,
    singular="Banner",
    plural="Banners",
    order=30,
    section="bang-ron",
    unit="băng rôn",
    placing="period",
    listing="gallery.html",
    artwork=artwork,
    other_names=("bang ron", "bang treo", "banderole"),
    shape="bar",
    starter="""\
---
id: {id}
medium: banner
campaign: {campaign}
activity: {activity}
title: {title}
summary: {summary}
slogan: {title}
size: 6 x 0,8 m
quarter: {quarter}
basis: proposed
status: draft
---

{body}
""",
)
