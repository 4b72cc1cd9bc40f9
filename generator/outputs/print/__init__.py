"""Artwork for the print shop with its preflight report, run lists, and proofs for the site."""

from collections.abc import Iterator

from generator.model.artifact import Artifact
from generator.outputs import Context, Output
from generator.outputs.print.choice import refuse_unknown
from generator.outputs.print.files import artifacts
from generator.outputs.print.lists import run_lists
from generator.outputs.print.piece import PieceFiles
from generator.press.orders import orders


def build(context: Context) -> Iterator[Artifact]:
    """Of each ready piece what the printer needs; of each visible one a proof and a PDF for all."""
    found = orders(context.plan, context.typesetter.digest)
    every = [PieceFiles(context, ordered) for ordered in found]
    refuse_unknown(context, every)
    for piece in every:
        if piece.is_chosen:
            yield from artifacts(piece)
    if not context.choice:
        yield from run_lists(context, every)


OUTPUT = Output("print", "Print artwork", build, apart=True)
