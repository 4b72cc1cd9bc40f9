"""What was ordered of one file: all that it is made from, and all that preflight holds it to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from generator.model.artifact import digest_of
from generator.model.artwork import Artwork
from generator.model.inputs import Digest, Input, made_from
from generator.model.printer import Printer
from generator.press.faults import Fault
from generator.press.geometry import PressSheet
from generator.press.intent import Intent
from generator.press.job import Palette, drawn_text, job
from generator.press.metadata import Facts
from generator.press.slug import slug_line
from generator.press.stand_ins import StandIn
from generator.press.studio_file import StudioFile


@dataclass(frozen=True)
class Order:
    """One distinct rendering for one printer.

    `name` is that of its files, without ending; `engine` names the templates, fonts and programs.
    `stand_ins` are the pictures that the template shows for what no typesetter sets in inks,
    `drawing` and `logo` shapes; `rules` what the
    piece says against the rules for outdoor publicity, `day` the day whose law counts. `preview`
    says why it is only to be looked at, and must bear a stamp; nothing if it may be printed.
    Rules for outdoors hold as long as some of it `is_outdoors`. What a `studio` has delivered is
    printed as it is.
    `whole` is the digest of that of which it is a page, `cover` that of the pages of a bound piece.
    """

    name: str
    artwork: Artwork
    printer: Printer
    facts: Facts
    palette: Palette = field(repr=False)
    family: str
    engine: str = ""
    intent: Intent | None = None
    stand_ins: tuple[StandIn, ...] = ()
    drawing: Mapping[str, object] | None = field(default=None, repr=False)
    logo: Mapping[str, object] | None = field(default=None, repr=False)
    rules: tuple[Fault, ...] = ()
    preview: tuple[Fault, ...] = ()
    day: date | None = None
    is_outdoors: bool = True
    whole: Digest | None = None
    cover: "Order | None" = field(default=None, repr=False)
    studio: StudioFile | None = None

    @property
    def sheet(self) -> PressSheet:
        """The delivered sheet, with its margin for marks and slug."""
        return PressSheet(self.artwork.trim, self.artwork.bleed, self.printer.slug)

    @property
    def plain_sheet(self) -> PressSheet:
        """The sheet without margin."""
        return PressSheet(self.artwork.trim, self.artwork.bleed, drawn_at=self.sheet.scale)

    @cached_property
    def job(self) -> str:
        """What the template draws from."""
        drawn = (self.drawing, self.logo)
        return job(self.artwork, self.palette, self.family, self.printer.slug, *drawn)

    @property
    def slug(self) -> str:
        """The line in the margin of a file of true size, also where `UserUnit` makes it so."""
        return self.slug_at(1)

    def slug_at(self, scale: int) -> str:
        """The line in the margin of a file at another scale."""
        return slug_line(self.artwork, scale, self.facts.revised_on, self.digest)

    @cached_property
    def digest(self) -> Digest:
        """Names everything that the file depends on; it is printed, shortened, in the slug."""
        if self.whole:
            return self.whole
        cover = self.cover.digest if self.cover else ""
        intent = digest_of(self.intent.icc, self.intent.condition) if self.intent else ""
        asked = self.printer.model_dump_json(exclude={"name", "note", "source", "media"})
        return made_from(
            {
                Input.TEMPLATE: digest_of(self.engine, self.artwork.template),
                Input.WORDS: digest_of(
                    *(self.job, str(self.facts), str(self.day)),
                    "stamped" if self.preview else "",
                    ("" if self.is_outdoors else "indoors") + cover,
                ),
                Input.PRINTER: digest_of(asked, intent),
                Input.PICTURES: digest_of(*self._pictures),
            }
        )

    @property
    def short_digest(self) -> str:
        """By which a file is known on paper: it stands in its margin, or is the studio's own."""
        of_file = self.digest if self.preview or not self.studio else self.studio.digest
        return of_file[:8]

    @property
    def _pictures(self) -> list[str]:
        """Names of all that stand-ins and a studio's file are made from."""
        studio = [self.studio.key] if self.studio else []
        return [*(each.name for each in self.stand_ins), *studio]

    @property
    def pictures(self) -> dict[str, bytes]:
        """Files that the template draws, by name."""
        return {each.name: each.stand_in for each in self.stand_ins}

    @property
    def words(self) -> dict[str, str]:
        """The texts as they must stand on the piece, by slot."""
        texts = self.artwork.texts
        return {name: drawn_text(self.artwork, name, text) for name, text in texts if text}
