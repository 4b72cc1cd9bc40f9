"""Which piece a person means: by its id, its file, or what is nearly so."""

import posixpath
from dataclasses import dataclass
from difflib import get_close_matches

from generator.app.check import CheckReport
from generator.source.twice import DUPLICATE_ID
from generator.vietnamese.slugs import slugify
from generator.vietnamese.text import nfc


@dataclass(frozen=True, slots=True)
class PieceTarget:
    """The file of a piece; or none, and what could be meant.

    `several` are files that have the name, `near` ids that are written like it.
    """

    path: str = ""
    several: tuple[str, ...] = ()
    near: tuple[str, ...] = ()


def target(report: CheckReport, name: str) -> PieceTarget:
    """The piece of a name; a path is one from the workspace, with forward slashes."""
    workspace = report.plan.workspace
    files = {nfc(p.file) for p in workspace.pieces.values()} | set(workspace.unread)
    copies = {
        nfc(d.where.path): d.details["id"]
        for d in report.diagnostics
        if d.rule.code == DUPLICATE_ID.code and d.where.path.startswith("content/")
    }
    wanted = posixpath.normpath(nfc(name)).removeprefix("./")
    for path in (wanted, f"content/{wanted}"):
        if path in files or path in copies:
            return PieceTarget(path)
    piece = workspace.pieces.get(name)
    same = tuple(path for path, identity in sorted(copies.items()) if identity == name)
    if piece and same:
        return PieceTarget(several=(piece.file, *same))
    if piece:
        return PieceTarget(piece.file)
    return _nearly(report, name, sorted(files | copies.keys()))


def _nearly(report: CheckReport, name: str, files: list[str]) -> PieceTarget:
    """By the name of its file or by its title; else those that are written like it."""
    pieces = report.plan.workspace.pieces
    stem = posixpath.basename(name).removesuffix(".md")
    titled = {
        piece.file for piece in pieces.values() if nfc(name).casefold() == piece.title.casefold()
    }
    named = {path for path in files if posixpath.basename(path).removesuffix(".md") == stem}
    if len(found := sorted(titled | named)) == 1:
        return PieceTarget(found[0])
    if found:
        return PieceTarget(several=tuple(found))
    return PieceTarget(near=tuple(get_close_matches(slugify(name), sorted(pieces), 3, 0.6)))
