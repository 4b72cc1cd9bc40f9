"""Everything that the authors wrote, read once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from generator.model.abbreviations import AbbreviationFile
from generator.model.asset import Asset
from generator.model.attachment import Attachment
from generator.model.brand import Brand
from generator.model.campaign import Campaign
from generator.model.column import ColumnFile
from generator.model.evidence import Evidence
from generator.model.holidays import HolidayFile
from generator.model.partner import Partner
from generator.model.piece import Piece
from generator.model.place import Place
from generator.model.printer import ANY_PRINTER, Printer
from generator.model.quotations import QuotationFile
from generator.model.release import Release
from generator.model.site import Site
from generator.model.source_document import SourceDocument

ANYTHING = "*"
_PRINTERS = "campaigns/printers.yml"


@dataclass(frozen=True, slots=True)
class Workspace:
    """Records by id.

    `broken_ids` holds the ids of files that could not be read, so that one mistake in a file does
    not make every reference to it a second one; `broken_files` holds the paths of those files,
    `broken_drafts` of those among them that still say that they are drafts. `absent` are lists of
    `campaigns/` that are not there at all. `faces` names all that was read but the texts of pieces.
    """

    site: Site = field(default_factory=Site)
    campaigns: Mapping[str, Campaign] = field(default_factory=dict)
    partners: Mapping[str, Partner] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    documents: Mapping[str, SourceDocument] = field(default_factory=dict)
    pieces: Mapping[str, Piece] = field(default_factory=dict)
    assets: Mapping[str, Asset] = field(default_factory=dict)
    printers: Mapping[str, Printer] = field(default_factory=dict)
    releases: tuple[Release, ...] = ()
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    attachments: Mapping[str, Attachment] = field(default_factory=dict)
    holidays: HolidayFile = field(default_factory=HolidayFile)
    abbreviations: AbbreviationFile = field(default_factory=AbbreviationFile)
    quotations: QuotationFile | None = None
    columns: ColumnFile = field(default_factory=ColumnFile)
    brand: Brand | None = None
    broken_ids: frozenset[str] = frozenset()
    broken_files: frozenset[str] = frozenset()
    broken_drafts: frozenset[str] = frozenset()
    absent: frozenset[str] = frozenset()
    faces: str = ""

    def knows(self, kind: str, identity: str) -> bool:
        """Whether an id exists, or belongs to a file whose own problem is told already."""
        return identity in self.records_of(kind) or identity in self.broken_ids or self.lacks(kind)

    def lacks(self, kind: str) -> bool:
        """Whether the list of a kind is not read, which is told already."""
        return ANYTHING + kind in self.broken_ids

    @property
    def unread(self) -> frozenset[str]:
        """Files of `content/` that hold a piece which could not be read, as is told already."""
        read = {piece.file for piece in self.pieces.values()}
        return frozenset(path for path in self.broken_files - read if path.startswith("content/"))

    def is_closed(self, path: str) -> bool:
        """Whether a file, or a folder above it, could not be opened, which is told already."""
        return not self.broken_files.isdisjoint((path, *map(str, PurePosixPath(path).parents)))

    @property
    def has_unread_printers(self) -> bool:
        """Whether what printers ask for is not read, as is told already: no size is held to it."""
        return self.lacks("printer") or self.is_closed(_PRINTERS)

    def printer_of(
        self, medium: str, choice: str | None = None, otherwise: Printer = ANY_PRINTER
    ) -> Printer:
        """The chosen printer; else the first one for a medium; else one that we assume."""
        for_medium = (printer for printer in self.printers.values() if medium in printer.media)
        return self.printers.get(choice or "") or next(for_medium, otherwise)

    def records_of(self, kind: str) -> Mapping[str, object]:
        """The records of a kind that others name: campaign, partner, place or document."""
        known: Mapping[str, Mapping[str, object]] = {
            "campaign": self.campaigns,
            "partner": self.partners,
            "place": self.places,
            "document": self.documents,
            "printer": self.printers,
        }
        return known[kind]
