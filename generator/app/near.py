"""What is looked at when only some files are checked: they, and what they are connected with."""

import posixpath
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from generator.diagnostics import Diagnostic
from generator.model.piece import Deliverable, Piece
from generator.model.workspace import Workspace

_REGISTERS = (
    "campaigns/partners.yml",
    "campaigns/places.yml",
    "campaigns/sources.yml",
    "campaigns/printers.yml",
)


@dataclass(frozen=True, slots=True)
class Near:
    """Some files, by their paths, and the others that are connected with them.

    `around` are files that they name, or whose ids hang on them; `mentioning` are the pieces that
    mention them by `names`, such as links to them; `close` are the ids of those pieces whose texts
    are read again.
    """

    files: frozenset[str]
    around: frozenset[str]
    mentioning: frozenset[str]
    names: frozenset[str]
    close: frozenset[str]

    def tells(self, diagnostic: Diagnostic) -> bool:
        """Whether a diagnostic is of these files, or of their connection with others."""
        where = diagnostic.where
        if where.path in self.files or where.path in self.around:
            return True
        return where.path in self.mentioning and any(name in where.text for name in self.names)


def near(workspace: Workspace, files: Collection[str]) -> Near:
    """What is connected with some files."""
    pieces = workspace.pieces.values()
    names = frozenset(map(posixpath.basename, files))
    mine = [piece for piece in pieces if piece.file in files]
    others = (piece for piece in pieces if piece.file not in files)
    mentioning = [piece for piece in others if _mentions(piece, names)]
    return Near(
        frozenset(files),
        frozenset({*_above(workspace, mine), *_below(workspace, files)}),
        frozenset(piece.file for piece in mentioning),
        names,
        frozenset(piece.id for piece in (*mine, *mentioning)),
    )


def _mentions(piece: Piece, names: Collection[str]) -> bool:
    """Whether a piece names one of the files: a link to it, its picture, its recording."""
    shown = (piece.picture.file if piece.picture else "", getattr(piece, "audio", ""))
    return any(name in text for text in (piece.body.text, *shown) for name in names)


def _above(workspace: Workspace, pieces: Collection[Piece]) -> Iterator[str]:
    """The files that hold what pieces name."""
    for piece in pieces:
        yield from _REGISTERS
        campaign = workspace.campaigns.get(getattr(piece, "campaign", ""))
        if campaign:
            yield campaign.where().path


def _below(workspace: Workspace, files: Collection[str]) -> Iterator[str]:
    """The pieces that hang on plans, partners, places and other lists."""
    plans = {c.id for c in workspace.campaigns.values() if c.where().path in files}
    lists = any(file.startswith("campaigns/") and file.count("/") == 1 for file in files)
    for piece in workspace.pieces.values():
        if isinstance(piece, Deliverable) and (lists or piece.campaign in plans):
            yield piece.file
    if lists:
        yield from (campaign.where().path for campaign in workspace.campaigns.values())
