"""Artwork that a studio outside delivers as PDF: read once, held to the order, never rewritten.

It goes to the print shop byte for byte as it came: what somebody rewrites, nobody answers for, and
its digest is the one that the studio can tell. Only what must not be printed yet is a stamped copy.
"""

from dataclasses import dataclass, field
from functools import cached_property

from generator.diagnostics import Refusal, Rule
from generator.model.artifact import digest_of
from generator.model.bound_piece import BoundPiece
from generator.model.plan import Plan
from generator.model.printed_piece import PrintedPiece

BAD_ARTWORK = Rule(
    "artwork-file",
    "The artwork “{file}” cannot be used: {problem}.",
    "Put the PDF of the studio into assets/in/ and correct the path here, or remove artwork:.",
)
NOT_THERE = "there is no such file"
NO_PDF = "it is no PDF"
TOO_LARGE = "it has more than 200 MB"
OF_SIDES = "what is folded or bound is laid out here, since it has more than one page"
NO_PAGE = "it does not open, or does not say where it is cut"
SIDEWAYS = "its page is turned; the studio must export it upright"

MOST_BYTES = 200_000_000
_HEAD = b"%PDF-"
_SEARCHED = 1024  # bytes in which a PDF must say what it is (ISO 32000-1, annex H)


@dataclass(frozen=True)
class StudioFile:
    """The bytes of a file as it was delivered, and its path below the workspace."""

    path: str
    data: bytes = field(repr=False)
    studio: str = ""

    @cached_property
    def digest(self) -> str:
        """Of all bytes (SHA-256), as the studio can count it, too."""
        from hashlib import sha256

        return sha256(self.data).hexdigest()

    @property
    def key(self) -> str:
        """Names all that is made of it."""
        return digest_of(self.path, self.digest, self.studio)


def studio_file(plan: Plan, piece: PrintedPiece) -> StudioFile | Refusal | None:
    """What a piece names at `artwork:`; None where it names nothing, or what is told already."""
    if not piece.artwork:
        return None
    if piece.leaves or isinstance(piece, BoundPiece):
        return unfit(OF_SIDES, piece.artwork)
    asset = plan.workspace.assets.get(piece.artwork)
    if asset is None:
        return None if plan.workspace.is_closed(piece.artwork) else unfit(NOT_THERE, piece.artwork)
    if asset.size > MOST_BYTES:
        return unfit(TOO_LARGE, piece.artwork)
    with asset.open() as stream:
        data = stream.read(MOST_BYTES + 1)
    if _HEAD not in data[:_SEARCHED]:
        return unfit(NO_PDF, piece.artwork)
    return StudioFile(piece.artwork, data, piece.studio)


def unfit(problem: str, file: str) -> Refusal:
    """Why a file is of no use; `problem` is a message of ours."""
    return Refusal(BAD_ARTWORK, {"problem": problem, "file": file})
