"""Artwork at true size for the print shop, and its proof for the gallery."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.diagnostics import Diagnostic, Location, Rule
from generator.media import media
from generator.model import addresses
from generator.model.artifact import Artifact, Audience, NotMadeError, digest_of
from generator.model.artwork import Artwork, Imprint
from generator.model.brand import Brand
from generator.model.medium import Medium
from generator.model.piece import Deliverable
from generator.model.plan import Entry
from generator.model.typesetting import TypesetError
from generator.outputs import Context, Output
from generator.press.finish import finish
from generator.press.geometry import Sheet
from generator.press.job import job
from generator.press.metadata import Facts
from generator.press.proof import pixels, proof

PROOF_WIDTH = 1600  # pixels
READY = frozenset({"ready", "approved"})

OVERSET = Rule(
    "text-too-long",
    "The text does not fit: its letters would be {fits} mm high, and {least} mm is the least.",
    "Shorten it (now {characters} characters), break it with | or choose a larger size.",
)
NO_GLYPH = Rule(
    "missing-glyph",
    "The font has no glyph for {characters}.",
    "Write the text with letters, digits and common signs only.",
)
BAD_TEMPLATE = Rule(
    "template-error",
    "The print template cannot be set: {problem}.",
    "Mend the template at this line, or remove it to use the default one.",
)


def build(context: Context) -> Iterator[Artifact]:
    """Of each ready piece the PDF for the printer; of each visible one a proof and PDF for all."""
    brand = context.plan.workspace.brand
    for entry in context.plan.timetable:
        medium = media()[entry.piece.medium]
        if medium.artwork and entry.piece.status in READY and brand:
            yield from _artifacts(context, entry, medium, brand)


def _artifacts(context: Context, entry: Entry, medium: Medium, brand: Brand) -> Iterator[Artifact]:
    piece = entry.piece
    sheet = _Setting(context, entry, _artwork(context, entry, medium), brand)
    size = sheet.artwork.trim
    path = addresses.print_file(entry.campaign.id, piece, size, "pdf")
    yield Artifact(path, Audience.INTERNAL, sheet.digest, sheet.pdf)
    name = addresses.print_file(entry.campaign.id, piece, size, "png")
    digest = digest_of(sheet.digest, str(PROOF_WIDTH))
    shape = pixels(size, PROOF_WIDTH)
    yield Artifact(name, Audience.INTERNAL, digest, sheet.proof, shape)
    if entry.visible:
        public = addresses.download(medium, piece, size)
        yield Artifact(public, Audience.PUBLIC, sheet.digest, sheet.pdf)
        yield Artifact(addresses.proof(medium, piece), Audience.PUBLIC, digest, sheet.proof, shape)


def _artwork(context: Context, entry: Entry, medium: Medium) -> Artwork:
    plan = context.plan
    partner = plan.workspace.partners.get(entry.activity.responsible or entry.campaign.owner or "")
    day = _day(entry)
    imprint = Imprint(
        body=partner.name_on(day).name if partner else plan.workspace.site.name,
        address=partner.address if partner else "",
        contact=_bare(partner.website) if partner else "",
        link=plan.workspace.site.url + addresses.url(addresses.page(medium, entry.piece)),
    )
    if medium.artwork is None:
        raise TypeError(medium.name)
    return medium.artwork(entry.piece, imprint)


def _bare(website: str) -> str:
    """An address as people write it on a wall."""
    return re.sub(r"^https?://(?:www\.)?|/$", "", website)


def _day(entry: Entry) -> date:
    quarter = entry.slot.quarter
    return quarter.first_day if quarter else date(entry.campaign.period, 1, 1)


@dataclass(frozen=True)
class _Setting:
    """One artwork on its way to a PDF and a proof, each made once."""

    context: Context
    entry: Entry
    artwork: Artwork
    brand: Brand

    @property
    def sheet(self) -> Sheet:
        return Sheet(self.artwork.trim, self.artwork.bleed)

    @cached_property
    def job(self) -> str:
        inks = {name: colour.cmyk for name, colour in self.brand.colours.items()}
        return job(self.artwork, inks, self.brand.type.family)

    @property
    def facts(self) -> Facts:
        piece = self.entry.piece
        revised = piece.revised_on or piece.approved_on or _day(self.entry)
        return Facts(self.artwork.title, dict(self.artwork.texts)["body"], revised)

    @property
    def digest(self) -> str:
        return digest_of(
            self.context.typesetter.digest(), self.artwork.template, self.job, str(self.facts)
        )

    @cached_property
    def _bytes(self) -> bytes:
        try:
            set_ = self.context.typesetter.pdf(self.artwork.template, {"job": self.job})
        except TypesetError as error:
            raise NotMadeError(_diagnostic(self.entry.piece, error)) from None
        return finish(set_, self.sheet, self.facts)

    def pdf(self) -> Iterator[bytes]:
        yield self._bytes

    def proof(self) -> Iterator[bytes]:
        yield proof(self._bytes, self.sheet, PROOF_WIDTH)


def _diagnostic(piece: Deliverable, error: TypesetError) -> Diagnostic:
    """What the author or the designer can do about it, at the line to change."""
    if error.overset:
        worst = error.overset[0]
        slot = worst.slot if worst.slot in type(piece).model_fields else "headline"
        where = piece.where(slot)
        return OVERSET.at(
            where, fits=f"{worst.fits:g}", least=f"{worst.least:g}", characters=worst.characters
        )
    if error.missing:
        return NO_GLYPH.at(piece.where("slogan"), characters=" ".join(error.missing))
    where = Location(f"assets/print/{error.template}", error.line, error.column)
    return BAD_TEMPLATE.at(where, problem=error.message)


OUTPUT = Output("print", "Print artwork", build, apart=True)
