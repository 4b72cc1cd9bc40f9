"""What goes to a print shop: one ZIP a campaign, quarter and printer, with a slip and digests.

What it holds is made before it is: when one of its files may not be delivered, there is no ZIP.
"""

import posixpath
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from generator.diagnostics import Location
from generator.model import addresses
from generator.model.artifact import Artifact, Audience, Kind, ResultSubject
from generator.model.grouping import groups_of
from generator.model.inputs import Digest, Input, made_from
from generator.model.palette import look
from generator.model.ziparchive import archive
from generator.outputs import Context, Output
from generator.outputs.printer_packs.delivery_slip import NAME, delivery_slip
from generator.outputs.printer_packs.print_job import PrintJob
from generator.press import office
from generator.press.making import ENDINGS
from generator.press.orders import PRINTERS, Rendering, orders
from generator.text.word.paper_document import document

TEMPLATE, PAPER, FORM = "form", "delivery slip", "1"
FOR_THE_PRESS = ("pdf", "outlines", "reduced", "tiles", "tiff", "imposed")
"""Kinds of files that a machine prints from; others are for designers."""
CHECK_SHEET = "_kiem-tra.html"


@dataclass(frozen=True, slots=True)
class PackedFile:
    """A file of a pack: its name in it, what its bytes depend on, and they themselves."""

    name: str
    digest: str
    bytes: Callable[[], bytes]


def build(context: Context) -> Iterator[Artifact]:
    """The pack of each printer and order; none where only some pieces are built."""
    if not context.choice:
        yield from (_artifact(context, job) for job in print_jobs(context))


def print_jobs(context: Context) -> Iterator[PrintJob]:
    """The orders by campaign, quarter and printer."""
    found = orders(context.plan, context.typesetter.digest)
    keys = (((o.entry.campaign.id, o.entry.slot.quarter, o.order.printer.id), o) for o in found)
    for (_, quarter, _), mine in groups_of(keys).items():
        files = {each.order.name: _files_of(context, each) for each in mine}
        yield PrintJob(context.plan, quarter, tuple(mine), files)


def _files_of(context: Context, rendering: Rendering) -> Mapping[str, Artifact]:
    """What was made of an order, by kind, and its check sheet."""
    endings = {kind: ENDINGS[kind] for kind in FOR_THE_PRESS} | {CHECK_SHEET: CHECK_SHEET}
    name, campaign = rendering.order.name, rendering.entry.campaign.id
    kinds = {addresses.print_file(campaign, name + e): kind for kind, e in endings.items()}
    made = ((kinds.get(each.path), each) for each in context.artifacts["print"])
    return {kind: artifact for kind, artifact in made if kind}


def _artifact(context: Context, job: PrintJob) -> Artifact:
    path = addresses.print_file(job.campaign.id, f"{job.name}.zip")
    held = list(_parts(context, job))
    digest = made_from({Input.FORM: f"{FORM} {path}"} | {part.name: part.digest for part in held})
    of = ResultSubject(Kind.PRINTER_PACK, campaign=job.campaign.id, quarter=job.quarter)
    return Artifact(path, Audience.INTERNAL, digest, partial(_chunks, job.name, held), of)


def _chunks(folder: str, held: list[PackedFile]) -> Iterator[bytes]:
    yield archive(folder, {part.name: part.bytes() for part in held})


def _parts(context: Context, job: PrintJob) -> Iterator[PackedFile]:
    """Every file but the digests."""
    for made in job.files.values():
        for kind, artifact in made.items():
            folder = "kiem-tra" if kind == CHECK_SHEET else "tep-in"
            name = f"{folder}/{posixpath.basename(artifact.path)}"
            yield PackedFile(name, artifact.digest, partial(context.bytes_of, artifact))
    yield from _slip(context, job)


def _slip(context: Context, job: PrintJob) -> Iterator[PackedFile]:
    """The slip as PDF and in Word."""
    paper = delivery_slip(job)
    data = paper.data | {"look": look(context.workspace.brand)}
    named: Digest = office.digest(context.typesetter, TEMPLATE, data)
    where = partial(_place, job)
    pdf = partial(office.page, context.typesetter, context.workers, TEMPLATE, data, where)
    makers = ((".pdf", named, pdf), (".docx", named.of(FORM), partial(document, paper)))
    for ending, digest, make in makers:
        yield PackedFile(NAME + ending, digest, partial(context.memory.bytes, PAPER, digest, make))


def _place(job: PrintJob, characters: tuple[str, ...]) -> Location:
    """The title that holds a character, else the printers."""
    pieces = (rendering.entry.piece for rendering in job.renderings)
    titled = (piece for piece in pieces if set(characters) & set(piece.title))
    piece = next(titled, None)
    return piece.where("title") if piece else Location(PRINTERS)


OUTPUT = Output(
    "printer_packs",
    "Packs for print shops",
    build,
    needs=("print",),
    apart=True,
    within="print",
)
