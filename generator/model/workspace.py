"""Everything that the authors wrote, read once."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model.asset import Asset
from generator.model.brand import Brand
from generator.model.campaign import Campaign
from generator.model.document import SourceDocument
from generator.model.partner import Partner
from generator.model.piece import Piece
from generator.model.place import Place

ANYTHING = "*"


@dataclass(frozen=True, slots=True)
class Site:
    """What `mkdocs.yml` says of the site: its name and its absolute address, ending in a slash."""

    name: str = ""
    url: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class Workspace:
    """Records by id.

    `broken` holds the ids of files that could not be read, so that one mistake in a file does not
    make every reference to it a second one; `broken_files` holds the paths of those files.
    """

    site: Site = field(default_factory=Site)
    campaigns: Mapping[str, Campaign] = field(default_factory=dict)
    partners: Mapping[str, Partner] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    documents: Mapping[str, SourceDocument] = field(default_factory=dict)
    pieces: Mapping[str, Piece] = field(default_factory=dict)
    assets: Mapping[str, Asset] = field(default_factory=dict)
    brand: Brand | None = None
    broken: frozenset[str] = frozenset()
    broken_files: frozenset[str] = frozenset()

    def knows(self, identity: str, known: Mapping[str, object]) -> bool:
        """Whether an id exists, or belongs to a file whose own problem is told already."""
        return identity in known or identity in self.broken or ANYTHING in self.broken
