"""Every page leads to the home page: a site without one is not built, and that is told at once."""

from collections.abc import Iterable

from generator.checks import Subject
from generator.diagnostics import Diagnostic, Location, Rule
from generator.model import addresses
from generator.model.piece import Piece
from generator.source.replacement_lines import instead, with_key

HOME_MISSING = Rule(
    "home-missing",
    "The site has no home page, to which every page leads.",
    "Write content/index.md with medium: article, slug: index and status: approved; its publish_on "
    "and embargo must have come.",
)
HOME_ELSEWHERE = HOME_MISSING.with_hint(
    "This file is the home page only with slug: index. Type:\n{typed}"
)
FILE = "content/index.md"


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Whether it can be seen; where its file cannot be read, that is told already."""
    workspace, visible = subject.workspace, subject.plan.visible
    homes = _homes(subject)
    if workspace.is_closed(FILE) or any(piece.id in visible for piece in homes):
        return
    here = next((piece for piece in workspace.pieces.values() if piece.file == FILE), None)
    if homes or here is None:
        yield HOME_MISSING.at(homes[0].where("status") if homes else Location(FILE))
    elif here.slug:
        where = here.where("slug")
        yield HOME_ELSEWHERE.at(where, typed=instead(where, "index"))
    else:
        yield HOME_ELSEWHERE.at(here.where("id"), typed=with_key(here, "id", "slug: index"))


def is_gone(subject: Subject) -> bool:
    """Whether no piece is the home page: links to it lead nowhere for that reason alone."""
    return not _homes(subject)


def _homes(subject: Subject) -> list[Piece]:
    pieces = subject.workspace.pieces.values()
    return [piece for piece in pieces if subject.links.pages[piece.id] == addresses.HOME]
