"""Artwork for the print shop with its preflight report, run lists, and proofs for the site."""

from collections.abc import Callable, Iterator

from generator.model.artifact import Artifact
from generator.outputs import Context, Output
from generator.outputs.print.choice import refuse_unknown
from generator.outputs.print.files import artifacts
from generator.outputs.print.piece import PieceFiles
from generator.outputs.print.runlist import run_lists
from generator.press.orders import orders

MAKING = "Made {number} of at most {count}: {name}"
_LINES = 40


def build(context: Context) -> Iterator[Artifact]:
    """Of each ready piece what the printer needs; of each visible one a proof and a PDF for all."""
    found = orders(context.plan, context.typesetter.digest)
    every = [PieceFiles(context, ordered) for ordered in found]
    refuse_unknown(context, every)
    tell = _told(context, sum(piece.is_chosen for piece in every))
    for piece in every:
        if piece.is_chosen:
            piece.told = tell
            yield from artifacts(piece)
    if not context.choice:
        yield from run_lists(context, every)


def _told(context: Context, count: int) -> Callable[[str], None]:
    """Say which file is made: of many, one in so many, so that nobody reads four hundred lines."""
    each, told = max(1, count // _LINES), set[str]()

    def tell(name: str) -> None:
        if name in told:
            return  # a file of it was missing from the cache and is made once more
        told.add(name)
        if len(told) % each == 0:
            context.progress.step(MAKING, number=len(told), count=count, name=name)

    return tell


OUTPUT = Output("print", "Print artwork", build, apart=True)
