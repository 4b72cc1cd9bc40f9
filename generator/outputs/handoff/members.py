"""The files of a pack: those that other outputs made for the partner, and its papers."""

import posixpath
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from generator.diagnostics import Location
from generator.model import addresses
from generator.model.artifact import Artifact, Audience, Kind, ResultSubject, digest_of
from generator.model.palette import look
from generator.model.segment import Segment
from generator.outputs import Context
from generator.outputs.handoff import letter
from generator.outputs.handoff.calendar_excerpt import only
from generator.outputs.handoff.checklist import checklist
from generator.outputs.handoff.papers import (
    PAPERS,
    PackContents,
    has_pictures,
    rights,
    slip,
    timetable,
)
from generator.outputs.handoff.safe_names import safe
from generator.planning.packs import Pack
from generator.press import office
from generator.source.audio import measure
from generator.source.sound import FORM_OF_SOUND, sound_of
from generator.text.ics_reader import EVENT
from generator.text.paper import Paper
from generator.text.rates import rates_of
from generator.text.word.paper_document import document

FORM, PAPER = "form", "paper"
WORD = "4"
"""Raised when the same papers are to be written otherwise in Word."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file of a pack; `of` says what it is of, `digest` names all that its bytes depend on."""

    name: str
    of: ResultSubject
    digest: str
    bytes: Callable[[], bytes]


def members(context: Context, pack: Pack) -> Iterator[Member]:
    """Every file but the digests."""
    made = [*_made(context, pack), *_calendars(context, pack)]
    made += [*_recordings(context, pack), *_artwork(context, pack)]
    files = {each.name: each.of for each in made}
    held = PackContents(context.workspace, pack, files, rates_of(context.plan))
    yield from made
    yield from _letter(context, pack, held)
    papers = {
        Kind.TIMETABLE: timetable(held),
        Kind.SLIP: slip(held),
        Kind.CHECKLIST: checklist(held),
    }
    if has_pictures(held):
        papers[Kind.RIGHTS] = rights(held)
    for kind, paper in papers.items():
        yield from _paper(context, pack, kind, paper)


def _made(context: Context, pack: Pack) -> Iterator[Member]:
    """What was made for this partner and quarter, in the folders in which it lies."""
    folder, mine = addresses.handoff(pack.partner.id, pack.quarter), (pack.partner.id, pack.quarter)
    for artifacts in context.artifacts.values():
        for artifact in artifacts:
            of, is_approved = artifact.of, artifact.audience is Audience.PARTNER
            if is_approved and (of.partner, of.quarter) == mine:
                yield _member(context, posixpath.relpath(artifact.path, folder), artifact)


def _member(context: Context, name: str, artifact: Artifact) -> Member:
    return Member(safe(name), artifact.of, artifact.digest, partial(context.bytes_of, artifact))


def _calendars(context: Context, pack: Pack) -> Iterator[Member]:
    """The partner's calendar and its deadlines, of this quarter only.

    Of another quarter or partner is only what was this one's: a calendar that has it must hear so.
    """
    campaigns = {campaign.id for campaign in pack.campaigns}
    for artifact in context.artifacts["calendars"]:
        of = artifact.of
        if of.partner == pack.partner.id and of.kind in {Kind.CALENDAR, Kind.DEADLINES}:
            data = only(context.bytes_of(artifact), pack.calendar_ids)
            if not of.campaign or of.campaign in campaigns or EVENT.search(data):
                name = f"han-{of.campaign}.ics" if of.campaign else "lich.ics"
                yield Member(safe(name), of, digest_of(data), partial(bytes, data))


def _recordings(context: Context, pack: Pack) -> Iterator[Member]:
    for piece in pack.handover:
        audio = piece.audio if isinstance(piece, Segment) else ""
        asset = context.workspace.assets.get(audio)
        if asset is not None:
            name = f"am-thanh/{piece.address}{measure(asset).ending}"
            of = ResultSubject(Kind.RECORDING, piece.id)
            digest = digest_of(FORM_OF_SOUND, asset.read())
            yield Member(safe(name), of, digest, partial(sound_of, asset))


def _artwork(context: Context, pack: Pack) -> Iterator[Member]:
    """What the printer receives, for a partner that hangs it."""
    hung = {piece.id for piece in pack.handover}
    for artifact in context.artifacts["print"]:
        if artifact.of.kind is Kind.ARTWORK and artifact.of.piece in hung:
            yield _member(context, f"ma-ket/{posixpath.basename(artifact.path)}", artifact)


def _letter(context: Context, pack: Pack, contents: PackContents) -> Iterator[Member]:
    written = letter.letter_of(contents)
    yield from _both(
        context, Kind.LETTER, letter.TEMPLATE, written.data, partial(letter.document, written), pack
    )


def _paper(context: Context, pack: Pack, kind: Kind, paper: Paper) -> Iterator[Member]:
    data = paper.data | {"look": look(context.workspace.brand)}
    return _both(context, kind, FORM, data, partial(document, paper), pack)


def _both(  # noqa: PLR0913, PLR0917 - a paper in both forms
    context: Context,
    kind: Kind,
    template: str,
    data: office.Data,
    word: Callable[[], bytes],
    pack: Pack,
) -> Iterator[Member]:
    setter, digest = context.typesetter, office.digest(context.typesetter, template, data)
    pdf = partial(office.page, setter, context.workers, template, data, partial(_place, pack))
    in_word = digest.of(WORD)
    for ending, named, make in ((".pdf", digest, pdf), (".docx", in_word, word)):
        data_of = partial(context.memory.bytes, PAPER, named, make)
        yield Member(PAPERS[kind] + ending, ResultSubject(kind), named, data_of)


def _place(pack: Pack, characters: tuple[str, ...]) -> Location:
    """The title that holds a character, else the plan."""
    titled = (piece for piece in pack.handover if set(characters) & set(piece.title))
    piece = next(titled, None)
    return piece.where("title") if piece else pack.campaigns[0].where("title")
