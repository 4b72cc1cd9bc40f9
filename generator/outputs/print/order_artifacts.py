"""The artifacts of one order: for the printer, for the site, and the report of preflight."""

from collections.abc import Callable, Iterator
from functools import partial

from generator.model import addresses
from generator.model.artifact import Artifact, Audience, Kind, ResultSubject
from generator.outputs.print.piece_files import PieceFiles
from generator.outputs.print.preflight_report import facts_of, report_json, report_page
from generator.press.making import ENDINGS
from generator.press.proof_pictures import PROOF_WIDTH, pixels, pixels_of_pages

_ARTWORK = frozenset({"pdf", "outlines", "reduced", "tiles", "imposed"})
"""What people can look at and hand on; the rest is for machines."""


def artifacts(piece: PieceFiles) -> Iterator[Artifact]:
    """Everything that is made of an order."""
    entry, name = piece.rendering.entry, piece.rendering.order.name
    path = partial(addresses.print_file, entry.campaign.id)
    for kind, ending in ENDINGS.items():
        if kind in piece.kinds:
            of = ResultSubject(Kind.ARTWORK if kind in _ARTWORK else Kind.MACHINE, piece.piece.id)
            digest, chunks = piece.digest.of(kind), _file(piece, kind)
            yield Artifact(path(name + ending), Audience.INTERNAL, digest, chunks, of)
    for ending, render in (("_kiem-tra.json", report_json), ("_kiem-tra.html", report_page)):
        digest = piece.digest.of("report", facts_of(piece))
        yield Artifact(path(name + ending), Audience.INTERNAL, digest, _report(piece, render))
    if piece.is_public:
        yield from _public(piece)


def _public(piece: PieceFiles) -> Iterator[Artifact]:
    medium, artwork = piece.rendering.medium, piece.rendering.order.artwork
    size, side = artwork.known_size, artwork.side
    shown = pixels(artwork.trim, PROOF_WIDTH)
    if artwork.pages > 1:
        shown = pixels_of_pages(size, PROOF_WIDTH, artwork.pages)
    digest = piece.digest.of("plain")
    path = addresses.download(medium, piece.piece, size, side)
    yield Artifact(path, Audience.PUBLIC, digest, _file(piece, "plain"))
    yield Artifact(
        addresses.proof(medium, piece.piece, side),
        Audience.PUBLIC,
        piece.digest.of("proof"),
        _file(piece, "proof"),
        ResultSubject(Kind.BACK if side > 1 else Kind.PROOF, piece.piece.id),
        shown,
    )


def _file(piece: PieceFiles, kind: str) -> Callable[[], Iterator[bytes]]:
    return lambda: piece.chunks(kind)


def _report(
    piece: PieceFiles, render: Callable[[PieceFiles], str]
) -> Callable[[], Iterator[bytes]]:
    def chunks() -> Iterator[bytes]:
        yield render(piece).encode()

    return chunks
