"""Print shops: what their machines and their finishing ask of a file. `campaigns/printers.yml`."""

from typing import Literal

from pydantic import Field

from generator.model.artwork import DEFAULT_BLEED, DEFAULT_SAFE
from generator.model.fields import (
    Basis,
    Code,
    Days,
    Id,
    InkLimit,
    Label,
    Length,
    Ref,
    Resolution,
    SourceRef,
    Text,
)
from generator.model.record import Record

Format = Literal["pdf", "tiff"]
Letters = Literal["live", "outlines"]


class Eyelets(Record):
    """Eyelets: metal rings along the edges, one at each corner, then evenly."""

    every: Length
    """Distance: how far they are apart, about.
    Example: 50 cm
    Effect: how many are marked in the artwork."""
    inset: Length = 25.0
    """From the edge: the way from the trimmed edge to the middle of a ring.
    Example: 15 mm
    Effect: where they are marked; loa check tells rings over the edge."""
    diameter: Length = 20.0
    """Diameter: the outer width of a ring.
    Example: 20 mm
    Effect: how far words keep clear of them."""
    sides: tuple[Literal["top", "bottom", "left", "right"], ...] = ("top", "bottom")
    """Sides: the sides that have them.
    Example: [top, bottom]
    Effect: which sides are marked."""


class PaperStock(Record):
    """Paper: what the pages of a bound piece are printed on."""

    name: Text
    """Name: what the paper is called, with its weight.
    Example: Giấy couché mờ 100 g/m²
    Effect: in run lists."""
    thickness: Length
    """Thickness: that of one sheet, as the maker of the paper or the print shop says it.
    Example: 0,09 mm
    Effect: how thick the spine of a glued piece is, and how far inner pages are pushed out of a
    stapled one."""
    source: SourceRef | None = None
    """Source: the document and the line, or the page, that say it.
    Example: https://example.org/phieu-ky-thuat
    Effect: kept in the file, for whoever checks it."""


class Printer(Record):
    """Print shop: a print shop's conditions for some media."""

    id: Id
    """Id: the name of the print shop.
    Example: kho-lon-bat
    Effect: pieces choose it with printer."""
    name: Text
    """Name: what the print shop is called.
    Example: In bạt khổ lớn (giả định)
    Effect: in run lists."""
    media: tuple[Ref, ...] = ()
    """Media: what it prints.
    Example: [banner, panel]
    Effect: pieces of these media follow its conditions."""
    basis: Basis = "proposed"
    """Basis: whether the print shop says it (source) or we assume it (proposed).
    Example: proposed
    Effect: kept in the file, for whoever checks it."""
    material: Text = ""
    """Material: what it prints on.
    Example: Bạt hiflex
    Effect: in run lists."""
    pages: PaperStock | None = None
    """Paper of the pages: what the pages of a bound piece are printed on.
    Effect: in run lists; the thickness of the spine follows from it."""
    bleed: Length = DEFAULT_BLEED
    """Bleed: how far colour runs over the edge.
    Example: 20 mm
    Effect: the artwork is so much larger on every side."""
    safe: Length = DEFAULT_SAFE
    """Safe distance: how far words stay from the edge.
    Example: 50 mm
    Effect: no words lie there; hem and pocket count where they are wider."""
    hem: Length = 0.0
    """Hem: how much is turned over on every side.
    Example: 30 mm
    Effect: words and eyelets keep clear of it."""
    pocket: Length = 0.0
    """Pocket: how much is sewn at top and bottom for a pole.
    Example: 80 mm
    Effect: words and eyelets keep clear of it."""
    eyelets: Eyelets | None = None
    """Eyelets: metal rings along the edges.
    Effect: marked in the artwork; words keep clear of them."""
    slug: Length = 40.0
    """Outer margin: the margin beyond the bleed.
    Example: 40 mm
    Effect: holds crop marks and the line that names the file."""
    ink_limit: InkLimit = 300
    """Ink limit: the most of all inks together, in per cent.
    Example: 280
    Effect: what has more is not delivered."""
    resolution: Resolution = 72
    """Resolution: dots per inch on the finished piece.
    Example: 100
    Effect: how fine TIFF files are and pictures must be."""
    formats: tuple[Format, ...] = Field(default=("pdf",), min_length=1)
    """Formats: which files it takes: pdf, tiff.
    Example: [pdf, tiff]
    Effect: which files are made."""
    text: Letters = "live"
    """Letters: as text (live), or as paths in a second file (outlines).
    Example: live
    Effect: with outlines there is a second PDF without fonts."""
    roll: Length = 3200.0
    """Roll: how wide the machine prints.
    Example: 3,2 m
    Effect: what is wider is cut into panels."""
    overlap: Length = 20.0
    """Overlap: what neighbouring panels share.
    Example: 20 mm
    Effect: how panels are cut; loa check tells an overlap as wide as the roll."""
    lead: Days | None = None
    """Days of printing: days from the order to the delivery.
    Example: 7
    Effect: the deadline of the order."""
    profile: Code = ""
    """Colour profile: an ICC profile below assets/.
    Example: assets/icc/FOGRA39-derived.icc
    Effect: print files claim its printing condition; without it they claim none."""
    condition: Code = ""
    """Printing condition: its short name, as registered.
    Example: FOGRA39
    Effect: in the output intent of the PDF."""
    condition_name: Code = ""
    """Name of the condition: what it stands for, in words.
    Example: In offset trên giấy tráng phủ
    Effect: in the output intent of the PDF."""
    spots: tuple[Label, ...] = ()
    """Spot colours: names of spot colours that it prints.
    Example: [PANTONE 347 C]
    Effect: any other spot colour is refused before delivery."""
    source: SourceRef | None = None
    """Source: the document and the line, or the page, that say it.
    Example: https://example.org/phieu-ky-thuat
    Effect: kept in the file, for whoever checks it."""
    note: Code = ""
    """Note: what whoever edits this file should know.
    Example: Chưa chọn nhà in.
    Effect: kept in the file only."""

    @property
    def is_assumed(self) -> bool:
        """Whether nobody has named a printer."""
        return self.id == ANY_PRINTER.id


class PrinterFile(Record):
    """Print shops: what the print shops ask for."""

    printers: tuple[Printer, ...] = ()
    """Print shops: a group for each.
    Effect: the first one that names a medium is used for it."""


ANY_PRINTER = Printer(id="chua-chon", name="–")
"""What is assumed where a workspace names no printer for a medium."""

ANY_PAPER_PRINTER = ANY_PRINTER.model_copy(update={"bleed": 3.0, "safe": 5.0, "slug": 14.0})
"""The same for sheets of paper."""
