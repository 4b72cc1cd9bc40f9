"""Which piece a person means: by its id, its file, or what is nearly so."""

import posixpath
from dataclasses import dataclass
from difflib import get_close_matches

from generator.app.check import Checked
from generator.source.twice import DUPLICATE_ID
from generator.vietnamese.slugs import slugify
from generator.vietnamese.text import nfc


@dataclass(frozen=True, slots=True)
class Target:
    """The file of a piece; or none, and what could be meant.

    `several` are files that have the name, `near` ids that are written like it.
    """

    path: str = ""
    several: tuple[str, ...] = ()
    near: tuple[str, ...] = ()


def target(checked: Checked, name: str) -> Target:
    """The piece of a name; a path is one from the workspace, with forward slashes."""
    workspace = checked.plan.workspace
    files = {nfc(p.file) for p in workspace.pieces.values()} | set(workspace.unread)
    copies = {
        nfc(d.where.path): d.details["id"]
        for d in checked.diagnostics
        if d.rule.code == DUPLICATE_ID.code and d.where.path.startswith("content/")
    }
    wanted = posixpath.normpath(nfc(name)).removeprefix("./")
    for path in (wanted, f"content/{wanted}"):
        if path in files or path in copies:
            return Target(path)
    piece = workspace.pieces.get(name)
    same = tuple(path for path, identity in sorted(copies.items()) if identity == name)
    if piece and same:
        return Target(several=(piece.file, *same))
    if piece:
        return Target(piece.file)
    return _nearly(checked, name, sorted(files | copies.keys()))


def _nearly(checked: Checked, name: str, files: list[str]) -> Target:
    """By the name of its file or by its title; else those that are written like it."""
    pieces = checked.plan.workspace.pieces
    stem = posixpath.basename(name).removesuffix(".md")
    titled = {
        piece.file for piece in pieces.values() if nfc(name).casefold() == piece.title.casefold()
    }
    named = {path for path in files if posixpath.basename(path).removesuffix(".md") == stem}
    if len(found := sorted(titled | named)) == 1:
        return Target(found[0])
    if found:
        return Target(several=tuple(found))
    return Target(near=tuple(get_close_matches(slugify(name), sorted(pieces), 3, 0.6)))
