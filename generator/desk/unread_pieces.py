"""Files whose piece cannot be read: what they are called, and which slots may be theirs."""

import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass

from generator.app.check import CheckReport
from generator.catalogue import words
from generator.desk.piece_views import handle_of
from generator.desk.title_words import title_in
from generator.vietnamese.slugs import slugify

Data = Callable[[str], bytes | None]
_ID = re.compile(r"^id[ \t]*:(.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class UnreadPiece:
    """A file that can be opened and mended all the same; `names` may be the id of its piece."""

    handle: str
    title: str
    state: str
    problems: int
    names: frozenset[str]


def unread_pieces(report: CheckReport, data: Data) -> list[UnreadPiece]:
    """Those that cannot be read, and those that have the id of another."""
    copies = {d.where.path for d in report.diagnostics if d.rule.code == "duplicate-id"}
    known = {piece.file for piece in report.plan.workspace.pieces.values()}
    doubled = {path for path in copies if path.endswith(".md")} - known
    told = {
        **dict.fromkeys(report.plan.workspace.unread, words("cannot be read")),
        **dict.fromkeys(doubled, words("has the id of another piece")),
    }
    found = ((path, told[path], data(path)) for path in sorted(told))
    return [
        UnreadPiece(
            handle_of(path),
            title_in(path, content),
            state,
            len(report.of([path])),
            _names(path, content),
        )
        for path, state, content in found
    ]


def by_item(unread: list[UnreadPiece]) -> dict[str, UnreadPiece]:
    """The files by the ids of the slots that wait for their pieces."""
    return {name: each for each in unread for name in each.names}


def _names(path: str, content: bytes | None) -> frozenset[str]:
    """The id that stands in it, as far as it is one, and the one by which files are named."""
    found = _ID.search((content or b"").decode("utf-8", "replace"))
    written = slugify(found[1]) if found else ""
    return frozenset({written, posixpath.splitext(posixpath.basename(path))[0]} - {""})
