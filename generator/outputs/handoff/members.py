"""The files of a pack: those that other outputs made for the partner, and its papers."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from generator.diagnostics import Location
from generator.model import addresses
from generator.model.artifact import Artifact, Audience, digest_of
from generator.model.asset import Asset
from generator.model.palette import look
from generator.model.piece import Deliverable
from generator.model.segment import Segment
from generator.outputs import Context
from generator.outputs.handoff import letter
from generator.outputs.handoff.archive import safe
from generator.outputs.handoff.calendars import only
from generator.outputs.handoff.papers import (
    RIGHTS,
    Held,
    checklist,
    has_pictures,
    rights,
    slip,
    timetable,
)
from generator.planning.packs import Pack
from generator.press import office
from generator.source.recordings import measure
from generator.text.paper import Paper
from generator.text.rates import rates_of
from generator.text.word.papers import document

FORM, PAPER = "form", "paper"
WORD = "4"
"""Raised when the same papers are to be written otherwise in Word."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file of a pack; `digest` names all that its bytes depend on."""

    name: str
    digest: str
    bytes: Callable[[], bytes]


def members(context: Context, pack: Pack) -> Iterator[Member]:
    """Every file but the digests."""
    made = [*_made(context, pack), *_calendars(context, pack)]
    made += [*_recordings(context, pack), *_artwork(context, pack)]
    names = tuple(sorted(each.name for each in made))
    held = Held(context.plan.workspace, pack, names, rates_of(context.plan))
    yield from made
    yield from _letter(context, pack, held)
    papers = {
        "lich": timetable(held),
        "phieu-xac-nhan": slip(held),
        "danh-muc": checklist(held),
    }
    if has_pictures(held):
        papers[RIGHTS] = rights(held)
    for name, paper in papers.items():
        yield from _paper(context, pack, name, paper)


def _made(context: Context, pack: Pack) -> Iterator[Member]:
    """What was made for this partner and quarter, in the folders in which it lies."""
    folder = addresses.handoff(pack.partner.id, pack.quarter) + "/"
    for artifacts in context.made.values():
        for artifact in artifacts:
            mine = artifact.audience is Audience.PARTNER and artifact.partner == pack.partner.id
            if mine and artifact.path.startswith(folder):
                yield _member(context, artifact.path.removeprefix(folder), artifact)


def _member(context: Context, name: str, artifact: Artifact) -> Member:
    return Member(safe(name), artifact.digest, partial(context.bytes_of, artifact))


def _calendars(context: Context, pack: Pack) -> Iterator[Member]:
    """The partner's calendar and its deadlines, of this quarter only."""
    partner, campaigns = pack.partner.id, pack.campaigns
    names = {addresses.partner_calendar(partner): "lich.ics"}
    names |= {addresses.deadlines(partner, c.id): f"han-{c.id}.ics" for c in campaigns}
    kinds = {f"{d.item}#{d.kind}" for d in pack.deadlines}
    ids = {line.event.id for line in pack.lines} | kinds
    for artifact in context.made["calendars"]:
        if name := names.get(artifact.path):
            data = only(context.bytes_of(artifact), ids)
            yield Member(safe(name), digest_of(data), partial(bytes, data))


def _recordings(context: Context, pack: Pack) -> Iterator[Member]:
    for piece in pack.handed:
        audio = piece.audio if isinstance(piece, Segment) else ""
        asset = context.plan.workspace.assets.get(audio)
        if asset is not None:
            name = f"am-thanh/{piece.address}{measure(asset).ending}"
            yield Member(safe(name), digest_of(_content(asset)), partial(_content, asset))


def _content(asset: Asset) -> bytes:
    with asset.open() as stream:
        return stream.read()


def _artwork(context: Context, pack: Pack) -> Iterator[Member]:
    """What the printer receives, for a partner that hangs it."""
    for piece in pack.handed:
        for artifact in context.made["print"]:
            if artifact.audience is Audience.INTERNAL and _is_of(artifact.path, piece):
                yield _member(context, "ma-ket/" + artifact.path.rpartition("/")[2], artifact)


def _is_of(path: str, piece: Deliverable) -> bool:
    name = path.rpartition("/")[2]
    return name.startswith(f"{piece.campaign}_{piece.address}_") and name.endswith(".pdf")


def _letter(context: Context, pack: Pack, held: Held) -> Iterator[Member]:
    written = letter.letter_of(held)
    yield from _both(
        context, "cong-van", letter.TEMPLATE, written.data, partial(letter.document, written), pack
    )


def _paper(context: Context, pack: Pack, name: str, paper: Paper) -> Iterator[Member]:
    data = paper.data | {"look": look(context.plan.workspace.brand)}
    return _both(context, name, FORM, data, partial(document, paper), pack)


def _both(  # noqa: PLR0913, PLR0917 - a paper in both forms
    context: Context,
    name: str,
    template: str,
    data: office.Data,
    word: Callable[[], bytes],
    pack: Pack,
) -> Iterator[Member]:
    setter, digest = context.typesetter, office.digest(context.typesetter, template, data)
    pdf = partial(office.page, setter, context.workers, template, data, partial(_place, pack))
    in_word = digest.of(WORD)
    yield Member(f"{name}.pdf", digest, partial(context.memory.bytes, PAPER, digest, pdf))
    yield Member(f"{name}.docx", in_word, partial(context.memory.bytes, PAPER, in_word, word))


def _place(pack: Pack, characters: tuple[str, ...]) -> Location:
    """The title that holds a character, else the plan."""
    titled = (piece for piece in pack.handed if set(characters) & set(piece.title))
    piece = next(titled, None)
    return piece.where("title") if piece else pack.campaigns[0].where("title")
