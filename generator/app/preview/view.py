"""The site as an editor sees it while writing: all is shown, what readers do not see is marked.

What was saved is put into the last look at once (`preview_slip`); all checks, and what follows
from other files than pieces, come with the next whole look. Nothing is made before it is asked for.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property

from generator.app.check import check
from generator.app.preview.on_demand import Gradually, Later
from generator.app.preview.visibility_marks import everything_shown, mark_of, measures
from generator.diagnostics import Diagnostic
from generator.model import addresses
from generator.model.artifact import Artifact, Audience
from generator.model.file import AuthoredFile
from generator.model.piece import Piece
from generator.model.plan import Plan
from generator.outputs import Context, outputs
from generator.outputs.site import files, listings
from generator.outputs.site.frame import Frame
from generator.outputs.site.navigation import nav_of
from generator.outputs.site.picture_files import pages as pictures
from generator.outputs.site.pieces import page_of
from generator.outputs.site.shelf import Shelf, shelf_of
from generator.planning.expand import expand
from generator.ports import World
from generator.text.links import Links, links_of

PIECES = "content/"
_SEARCH = frozenset({addresses.SEARCH, addresses.SEARCH_IN_ENGLISH})


@dataclass(frozen=True)
class EditorView:
    """The workspace as of one look at its files.

    `plan` shows every piece, with its mark in its title; `findings` are all problems. `truth` holds
    the plan as readers would see it. `pictures` are those that pages showed until now.
    """

    world: World
    plan: Plan
    truth: Plan
    links: Links
    findings: list[Diagnostic]
    files: Mapping[str, AuthoredFile]
    artifacts: Mapping[str, Sequence[Artifact]]
    pictures: set[str] = field(default_factory=set)

    @cached_property
    def shelf(self) -> Shelf:
        """What the pages look up."""
        context = _context(self.world, self.plan, self.links, self.artifacts)
        return replace(shelf_of(context), page_pictures=self.pictures)

    @cached_property
    def pieces(self) -> Mapping[str, Piece]:
        """The pieces by the staged path of their page."""
        pages = self.links.pages
        return {pages[piece.id]: piece for piece in self.plan.visible.values() if piece.id in pages}

    @cached_property
    def _listings(self) -> Gradually:
        return Gradually(listings(self.shelf))

    @cached_property
    def _files(self) -> Mapping[str, Artifact]:
        return {made.path: made for made in (*self.artifacts["print"], *files(self.shelf))}

    @cached_property
    def _search(self) -> Mapping[str, Artifact]:
        pieces = [page_of(self.shelf, piece) for piece in self.pieces.values()]
        made = {"site": [*pieces, *self._listings.all()]}
        context = _context(self.world, self.plan, self.links, made)
        return {made.path: made for made in outputs()["search"].build(context)}

    @property
    def frame(self) -> Frame:
        """What stands around every page."""
        return Frame(self.plan.workspace.site, nav_of(self.plan))

    @property
    def style(self) -> str:
        """Names the colours and the type, which a page does not load again by itself."""
        made = self._files.get(addresses.BRAND_STYLE)
        return made.digest if made else ""

    def page(self, path: str) -> Artifact | None:
        """The page staged at a path; that of a piece from what was saved last."""
        if piece := self.pieces.get(path):
            return page_of(self.shelf, piece)
        return self._search.get(path) if path in _SEARCH else self._listings.get(path)

    def file(self, path: str) -> Artifact | None:
        """A picture, style sheet, proof or calendar of the site."""
        if path.startswith(addresses.SEARCH_INDEX):
            return self._search.get(path)
        found = self._files.get(path)
        if found is None:
            more = (*pictures(self.shelf), *self.artifacts["calendars"])
            found = next((made for made in more if made.path == path), None)
        return found if found and found.audience is Audience.PUBLIC else None

    def proof(self, path: str) -> str:
        """Names the proof of the artwork on this page; nothing if it has none."""
        piece = self.pieces.get(path)
        made = self.shelf.proofs.get(piece.id) if piece else None
        return made.digest if made else ""

    def problems(self, path: str) -> tuple[list[Diagnostic], list[Diagnostic]]:
        """What is wrong with the piece of this page, and every other error."""
        piece = self.pieces.get(path)
        file = piece.file if piece else ""
        own = [each for each in self.findings if each.where.path == file]
        return own, [each for each in self.findings if each.is_error and each.where.path != file]

    def notes(self, path: str) -> list[str]:
        """Who sees a piece, how long a script takes, how much of its space a story fills."""
        piece = self.pieces.get(path)
        if piece is None:
            return []
        real = self.truth.workspace.pieces[piece.id]
        return [*filter(None, [mark_of(self.truth, real)]), *measures(self.truth, real)]


def look(world: World, now: datetime, last: EditorView | None = None) -> EditorView:
    """Look at all files; what cannot be read now is shown as it was, with what is wrong."""
    files = {file.path: file for file in world.files.files()}
    checked = check(world.files, now, world.memory)
    truth, found = checked.plan, checked.diagnostics
    broken = truth.workspace.broken_files
    if last and not all(path.startswith(PIECES) for path in broken):
        return replace(last, findings=found, files=files)
    known = last.truth.workspace.pieces.values() if last else ()
    pieces = truth.workspace.pieces
    lost = [piece for piece in known if piece.file in broken and piece.id not in pieces]
    if lost:
        truth = with_pieces(truth, [*pieces.values(), *lost])
    return look_at(world, truth, found, files, last)


def look_at(
    world: World,
    truth: Plan,
    findings: list[Diagnostic],
    files: Mapping[str, AuthoredFile],
    last: EditorView | None = None,
) -> EditorView:
    """A plan as editors see it."""
    plan = everything_shown(truth)
    links = links_of(plan)
    made = lists_of(world, plan, links)
    return EditorView(
        world, plan, truth, links, findings, files, made, last.pictures if last else set()
    )


def lists_of(world: World, plan: Plan, links: Links) -> Mapping[str, Sequence[Artifact]]:
    """The artifacts that pages show or lead to."""

    def make(name: str) -> Later:
        context = _context(world, plan, links, {})
        return Later(lambda: list(outputs()[name].build(context)))

    return {name: make(name) for name in ("calendars", "print")}


def with_pieces(truth: Plan, pieces: Sequence[Piece]) -> Plan:
    """The same plan with these pieces, in the order of their files."""
    ordered = {piece.id: piece for piece in sorted(pieces, key=lambda piece: piece.file)}
    return expand(replace(truth.workspace, pieces=ordered), truth.as_of)


def _context(
    world: World, plan: Plan, links: Links, made: Mapping[str, Sequence[Artifact]]
) -> Context:
    return Context(plan, links, world.typesetter, world.workers, made, memory=world.memory)
