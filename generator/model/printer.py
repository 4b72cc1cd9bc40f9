"""Print shops: what their machines and their finishing ask of a file. `campaigns/printers.yml`."""

from typing import Literal

from pydantic import Field

from generator.model.artwork import DEFAULT_BLEED, DEFAULT_SAFE
from generator.model.fields import (
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
from generator.model.piece import Basis
from generator.model.record import Record

Format = Literal["pdf", "tiff"]
Letters = Literal["live", "outlines"]


class Eyelets(Record):
    """Metal rings (khoen) along the edges: one at each corner, then about every so many mm.

    `inset` is the way from the trimmed edge to the middle of a ring, `diameter` its outer width.
    """

    every: Length
    inset: Length = 25.0
    diameter: Length = 20.0
    sides: tuple[Literal["top", "bottom", "left", "right"], ...] = ("top", "bottom")


class Printer(Record):
    """A print shop's conditions for some media (nhà in); lengths in millimetres.

    `hem` is turned over on every side, `pocket` sewn at top and bottom for a pole. `safe` is kept
    free of words. `ink_limit` is per cent of all inks together, `resolution` dots per inch on the
    finished piece. Pieces wider than `roll` are cut into panels that share `overlap`.
    `lead` counts days from the order to the delivery. Without `profile` no printing condition is
    claimed. `text: outlines` asks for a second PDF whose letters are paths.
    `basis: proposed` marks what is our assumption.
    """

    id: Id
    name: Text
    media: tuple[Ref, ...] = ()
    basis: Basis = "proposed"
    material: Text = ""
    bleed: Length = DEFAULT_BLEED
    safe: Length = DEFAULT_SAFE
    hem: Length = 0.0
    pocket: Length = 0.0
    eyelets: Eyelets | None = None
    slug: Length = 40.0
    ink_limit: InkLimit = 300
    resolution: Resolution = 72
    formats: tuple[Format, ...] = Field(default=("pdf",), min_length=1)
    text: Letters = "live"
    roll: Length = 3200.0
    overlap: Length = 20.0
    lead: Days | None = None
    profile: Text = ""
    condition: Text = ""
    condition_name: Text = ""
    spots: tuple[Label, ...] = ()
    source: SourceRef | None = None
    note: Text = ""


class PrinterFile(Record):
    """`campaigns/printers.yml`."""

    printers: tuple[Printer, ...] = ()


ANY_PRINTER = Printer(id="chua-chon", name="–")
"""What is assumed where a workspace names no printer for a medium."""
