"""The artifacts of one order: for the printer, for the site, and the report of preflight."""

from collections.abc import Callable, Iterator

from generator.model import addresses
from generator.model.artifact import Artifact, Audience
from generator.outputs.print.piece import PieceFiles
from generator.outputs.print.report import facts_of, report_json, report_page
from generator.press.making import OUTLINED, PROOF_WIDTH, REDUCED, TILED
from generator.press.proof import pixels

_ENDINGS = {
    "pdf": ".pdf",
    "outlines": f"{OUTLINED}.pdf",
    "reduced": f"{REDUCED}.pdf",
    "tiles": f"{TILED}.pdf",
    "tiff": ".tif",
    "lines": ".png",
    "svg": ".svg",
}


def artifacts(piece: PieceFiles) -> Iterator[Artifact]:
    """Everything that is made of an order."""
    stem = f"{piece.folder}/{piece.ordered.order.name}"
    for kind, ending in _ENDINGS.items():
        if kind in piece.kinds:
            digest = piece.digest.of(kind)
            yield Artifact(stem + ending, Audience.INTERNAL, digest, _file(piece, kind))
    for ending, render in (("_kiem-tra.json", report_json), ("_kiem-tra.html", report_page)):
        digest = piece.digest.of("report", facts_of(piece))
        yield Artifact(stem + ending, Audience.INTERNAL, digest, _report(piece, render))
    if piece.is_public:
        yield from _public(piece)


def _public(piece: PieceFiles) -> Iterator[Artifact]:
    medium, size = piece.ordered.medium, piece.ordered.order.artwork.trim
    digest = piece.digest.of("plain")
    path = addresses.download(medium, piece.piece, size)
    yield Artifact(path, Audience.PUBLIC, digest, _file(piece, "plain"))
    yield Artifact(
        addresses.proof(medium, piece.piece),
        Audience.PUBLIC,
        piece.digest.of("proof"),
        _file(piece, "proof"),
        pixels(size, PROOF_WIDTH),
    )


def _file(piece: PieceFiles, kind: str) -> Callable[[], Iterator[bytes]]:
    return lambda: piece.chunks(kind)


def _report(
    piece: PieceFiles, render: Callable[[PieceFiles], str]
) -> Callable[[], Iterator[bytes]]:
    def chunks() -> Iterator[bytes]:
        yield render(piece).encode()

    return chunks
