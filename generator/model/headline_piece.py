"""What printed deliverables say that have a headline: panels, posters, signs."""

from typing import ClassVar

from generator.model.artwork import Artwork, Imprint
from generator.model.fields import Code, SourceRef, Text
from generator.model.printed_piece import PrintedPiece


class HeadlinePiece(PrintedPiece):
    """Piece with a headline: a picture, a headline and one fact, printed."""

    read_keys: ClassVar = (*PrintedPiece.read_keys, "headline", "numeral", "fact", "fact_credit")
    form_keys: ClassVar = (*PrintedPiece.form_keys, "headline", "fact", "fact_source")
    slot_keys: ClassVar = {
        **PrintedPiece.slot_keys,
        "figure": "numeral",
        "unit": "numeral",
        "source": "fact_credit",
    }

    headline: Text
    """Headline: the large words of the piece; | is where a line must break.
    Example: Sản xuất sạch hơn | bớt chi phí
    Effect: in print and on the page of the piece."""
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
    Effect: in small letters below the fact."""
    illustration: Code = ""
    """Drawing: the name of a drawing of loa, or an SVG or picture below assets/.
    Example: assets/anh/hinh.svg
    Effect: stands below or beside the headline; without it the piece is words alone."""

    def artwork_of(self, medium: str, imprint: Imprint, viewed_from: float) -> Artwork:
        """The piece as it is printed by layouts of a medium; small print is read close by.

        `viewed_from` is from where such a piece is met, in millimetres, where it does not say so.
        """
        figure, _, unit = (part.strip() for part in self.numeral.partition("|"))
        return Artwork(
            piece=self.id,
            template=self.template_of(medium),
            trim=self.size,
            texts=(
                ("headline", self.headline),
                ("figure", figure),
                ("unit", unit),
                ("fact", self.fact),
                ("source", self.fact_credit),
                *self.lines,
                *imprint.texts,
            ),
            title=self.title,
            viewed_from=self.viewed_from or viewed_from,
            link=imprint.link,
            illustration=self.illustration,
            copies=self.units,
        )
