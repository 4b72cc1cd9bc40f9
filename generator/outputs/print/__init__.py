"""Artwork for the print shop with its preflight report, run lists, and proofs for the site."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from generator.model.artifact import Artifact
from generator.outputs import Context, Output
from generator.outputs.print.choice import refuse_unknown
from generator.outputs.print.order_artifacts import artifacts
from generator.outputs.print.piece_files import PieceFiles
from generator.outputs.print.run_list_files import run_list_artifacts
from generator.press.orders import orders

_TOGETHER = 8
"""Orders whose files are made turn by turn: else all threads wait for the files of one order, and
one worker sets type; more would hold the files of many orders at once."""


def build(context: Context) -> Iterator[Artifact]:
    """Of each ready piece what the printer needs; of each visible one a proof and a PDF for all."""
    found = orders(context.plan, context.typesetter.digest)
    every = [PieceFiles(context, ordered) for ordered in found]
    refuse_unknown(context, every)
    yield from _by_turns([piece for piece in every if piece.is_chosen])
    if not context.choice:
        yield from run_list_artifacts(context, every)


def _by_turns(pieces: Sequence[PieceFiles]) -> Iterator[Artifact]:
    for first in range(0, len(pieces), _TOGETHER):
        files = (artifacts(piece) for piece in pieces[first : first + _TOGETHER])
        yield from (each for turn in zip_longest(*files) for each in turn if each)


OUTPUT = Output("print", "Print artwork", build, apart=True)
