"""What all printed deliverables say in their front matter, beside their words."""

from collections.abc import Mapping
from typing import ClassVar, Literal

from generator.model.fields import Code, Distance, Foreign, Percent, PrintSize, Ref, Text
from generator.model.piece import Deliverable
from generator.model.placement import ANYWHERE, INDOORS, Placement
from generator.model.printer import ANY_PAPER_PRINTER, ANY_PRINTER, Printer
from generator.model.record import Record
from generator.model.sizes import LEAST, MOST, sheet_of_paper
from generator.vietnamese.numbers import format_number

_SMALL = sheet_of_paper(4).height
"""What is no longer is printed on paper, in millimetres."""


class Sponsor(Record):
    """Sponsor: whoever paid and is named on the piece."""

    name: Text
    """Name: what stands in the strip.
    Example: Đơn vị tài trợ
    Effect: in print."""
    share: Percent
    """Share: how much of the area the strip takes, in per cent.
    Example: 15
    Effect: the width of the strip; loa check tells what is more than the law allows."""
    at: Literal["left", "right", "top", "bottom"]
    """Side: where the strip is: left, right, top or bottom.
    Example: bottom
    Effect: the side of the artwork that the strip takes."""
    logo: Code = ""
    """Emblem: a picture or an SVG of plain shapes below assets/.
    Example: assets/anh/bieu-trung.svg
    Effect: stands in the strip beside the name."""


class PrintedPiece(Deliverable):
    """Printed piece: a deliverable that is printed.

    Its words may hold {place}, {district}, {distance} and {arrow}: then each place gets a file of
    its own. `most_days` is how long the law lets it hang, 0 without a limit;
    `slot_keys` which key fills a slot of a template that is called otherwise; `sides` the shortest
    and the longest that such a piece has, in millimetres, `usual_sizes` some to choose from;
    `leaves` of how many sections of its Markdown each is printed on a leaf of a folded sheet;
    `is_for_outdoors` where such pieces hang as long as nothing says it; `is_bound` says
    that its pages lie between covers.
    """

    form_keys: ClassVar[tuple[str, ...]] = (
        *("title", "summary", "slot", "quarter", "topics", "size", "sources"),
    )
    most_days: ClassVar[int] = 0
    sides: ClassVar[tuple[float, float]] = (LEAST, MOST)
    usual_sizes: ClassVar[str] = "6 x 0,8 m, 3 x 2 m"
    leaves: ClassVar[int] = 0
    is_for_outdoors: ClassVar[bool] = True
    is_bound: ClassVar[bool] = False
    slot_keys: ClassVar[Mapping[str, str]] = {"place": "place_line"}

    size: PrintSize
    """Size: width x height of the finished piece, or a sheet: A2, A2 ngang.
    Example: 6 x 0,8 m
    Effect: the artwork is made at this size; it stands on the page, in the run list and in names of
    files."""
    layout: Code = ""
    """Layout: how words, figure and drawing stand; without it the first that takes them.
    Example: words
    Effect: how the artwork is laid out; loa check tells what does not fit, and what would."""
    viewed_from: Distance | None = None
    """Seen from: how far away whoever reads it is; usually 20 times the shorter side of a panel,
    40 m at most, 15 m of a signboard; 30 m of a banner of 0.8 m in height, 3 m of a poster, 0.5 m
    of a leaflet or a handbook, 1 m of a placard.
    Example: 30 m
    Effect: the least height of all letters that are no small print, 1/250 of it."""
    template: Code = ""
    """Template: the name of a print template of your own in assets/print/, instead of a layout.
    Example: khung-rieng
    Effect: how the artwork is drawn."""
    artwork: Code = ""
    """Artwork of a studio: a PDF/X-4 that somebody else has laid out, below assets/in/.
    Example: assets/in/bang-ron-1.pdf
    Effect: it is printed instead of a layout, byte for byte as it came, once preflight lets it
    pass; loa check tells what the studio has to mend."""
    studio: Text = ""
    """Studio: who has laid out that file, and answers for what loa cannot measure.
    Example: Xưởng thiết kế Mẫu
    Effect: in the check sheet and on the delivery slip."""
    printer: Ref | None = None
    """Print shop: the id of the print shop, where it is another than that of the medium.
    Example: kho-lon-bat
    Effect: bleed, eyelets, inks and forms of files follow its conditions."""
    place_line: Text = ""
    """Line of the place: a line of its own about the place.
    Example: "{place} {arrow} {distance}"
    Effect: in print; {place}, {district}, {distance} and {arrow} are filled for each place."""
    foreign: Foreign = ""
    """Foreign words: the same in another language, which stands below in smaller letters.
    Example: Save water, save money
    Effect: in print; loa check holds it to the Law on Advertising, article 18."""
    sponsor: Sponsor | None = None
    """Sponsor: whoever paid and is named on the piece.
    Effect: a strip of the artwork with name and emblem."""

    @property
    def any_printer(self) -> Printer:
        """What is assumed of a printer that nobody has named."""
        is_small = max(self.size.width, self.size.height) <= _SMALL
        is_paper = bool(self.leaves) or self.is_bound or is_small
        return ANY_PAPER_PRINTER if is_paper else ANY_PRINTER

    @property
    def copies_placed(self) -> int:
        """How many copies have a place."""
        return sum(placement.copies for placement in self.placements)

    @property
    def is_counted(self) -> bool:
        """Whether anything says how many are printed."""
        return bool(self.placements)

    @property
    def hangs_outdoors(self) -> bool:
        """Whether any of it does, or such pieces do and no place is named."""
        placed = [self.is_outdoors_at(placement) for placement in self.placements]
        return any(placed) if placed else self.is_for_outdoors

    def is_outdoors_at(self, placement: Placement) -> bool:
        """Whether copies at a place hang outdoors, by what they are fixed to."""
        if placement.fixing in ANYWHERE:
            return self.is_for_outdoors
        return placement.fixing != INDOORS

    @property
    def facts(self) -> Mapping[str, str]:
        """How large it is, and how many there are, if that is known."""
        copies = {"Copies": format_number(self.units)} if self.is_counted else {}
        return {"Size": str(self.size), **copies}

    def template_of(self, medium: str) -> str:
        """The template that the author names, by itself or by a layout; none named, nothing."""
        return self.template or (f"{medium}-{self.layout}" if self.layout else "")

    @property
    def lines(self) -> tuple[tuple[str, str], ...]:
        """The slots beside the main words, which every template has."""
        sponsor = self.sponsor.name if self.sponsor else ""
        return (("foreign", self.foreign), ("place", self.place_line), ("sponsor", sponsor))

    @property
    def sponsor_side(self) -> Literal["right", "bottom"]:
        """Where a sponsor may stand (Luật Quảng cáo 2012, điều 27)."""
        return "bottom"
