"""What papers and sheets of ours set in letters beside the bodies: names, titles, questions."""

from collections.abc import Iterator

from generator.media import media
from generator.model.article import Article
from generator.model.feature import Feature
from generator.model.piece import Deliverable, Piece
from generator.model.record import Path, Record
from generator.model.scripted_piece import Scripted
from generator.model.segment import Segment
from generator.model.workspace import Workspace

PrintedNames = tuple[Record, Path, str]
"""A record, the keys that lead to a text of it, and that text."""


_RIGHTS = "credit", "source", "consent"


def printed_names(workspace: Workspace) -> Iterator[PrintedNames]:
    """Every such text, in the order of the files."""
    if workspace.site.file.site_name:
        yield _of(workspace.site.file, "site_name")
    for partner in workspace.partners.values():
        yield from (_of(name, key) for name in partner.names for key in ("name", "short"))
        yield from (_of(channel, "name") for channel in partner.channels)
    yield from (_of(name, "name") for place in workspace.places.values() for name in place.names)
    for printer in workspace.printers.values():
        yield from (_of(printer, key) for key in ("name", "material"))
    for plan in workspace.campaigns.values():
        yield from (_of(each, "title") for each in (plan, *plan.activities))
    for piece in workspace.pieces.values():
        yield from _of_piece(piece)


def _of_piece(piece: Piece) -> Iterator[PrintedNames]:
    if isinstance(piece, Deliverable):
        is_told = media()[piece.medium].body == "script"  # with its text
        yield from (_of(piece, key) for key in ("title", "approved_by")[is_told:])
        yield from (_of(gap, key) for gap in piece.to_fill for key in ("under", "ask"))
        yield from (
            _of(each, key) for each in piece.rights for key in ("credit", "source", "consent")
        )
    if isinstance(piece, Scripted):
        yield from ((piece, ("speakers", at), name) for at, name in enumerate(piece.speakers))
    if isinstance(piece, Segment):
        yield from (_of(person, "name") for person in piece.persons)
    if isinstance(piece, Feature):
        yield from ((piece, ("locations", at), name) for at, name in enumerate(piece.locations))
    if isinstance(piece, Article) and piece.assessment:
        yield _of(piece, "title")
        yield from _asked(piece)


def _asked(piece: Article) -> Iterator[PrintedNames]:
    for group in piece.assessment:
        yield _of(group, "title")
        yield from (_of(each, key) for each in group.questions for key in ("ask", "advice"))


def _of(record: Record, key: str) -> PrintedNames:
    return record, (key,), getattr(record, key) or ""
