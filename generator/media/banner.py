"""Banner: a slogan on cloth, hung for some days."""

from typing import ClassVar, Literal

from generator.model.artwork import Artwork, Imprint
from generator.model.fields import Text
from generator.model.medium import Medium
from generator.model.piece import Piece
from generator.model.printed_piece import PrintedPiece


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

    @property
    def sponsor_side(self) -> Literal["right", "bottom"]:
        """On the right of one that lies, at the foot of one that stands."""
        return "right" if self.size.width > self.size.height else "bottom"


def artwork(piece: Piece, imprint: Imprint) -> Artwork:
    """The banner as it is printed; a letter is at least 1/250 of the viewing distance of 30 m."""
    if not isinstance(piece, Banner):
        raise TypeError(type(piece))
    upright = piece.size.height > piece.size.width
    return Artwork(
        piece=piece.id,
        template=piece.template or ("banner-vertical" if upright else "banner-horizontal"),
        trim=piece.size,
        texts=(("slogan", piece.slogan), *piece.lines, *imprint.texts),
        title=piece.title,
        letter=40 if upright else 120,
        capitals=True,
        link=imprint.link,
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
    templates=("banner-horizontal", "banner-vertical"),
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
