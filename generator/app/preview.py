"""The site as an editor sees it while writing: all is shown, what readers do not see is marked.

One saved piece is put into the last plan at once; what follows from it for other pages, and all
checks, come with the next whole look.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from generator.app.build import nav_of, timestamp_of
from generator.app.check import Checked, check
from generator.catalogue import words
from generator.diagnostics import Diagnostic
from generator.media import media
from generator.media.newspaper import Story
from generator.model import addresses
from generator.model.artifact import Artifact, Audience
from generator.model.file import File
from generator.model.piece import Deliverable, Piece
from generator.model.plan import Entry, Plan
from generator.outputs import Context, outputs
from generator.outputs.site.pieces import page_of
from generator.outputs.site.shelf import Shelf, shelf_of
from generator.planning.channels import space_of
from generator.ports import NavEntry, World
from generator.source.load import load
from generator.text.copy import parts_of
from generator.text.links import Links, links_of
from generator.text.script import read_script
from generator.vietnamese.dates import format_datetime, format_timecode


@dataclass(frozen=True)
class Look:
    """The workspace as of one look at its files.

    `plan` shows every piece, with its mark in its title; `found` are all problems. `truth` holds
    the plan as readers would see it.
    """

    world: World
    plan: Plan
    truth: Plan
    links: Links
    found: list[Diagnostic]
    made: Mapping[str, list[Artifact]]
    artifacts: dict[str, Artifact]

    @cached_property
    def shelf(self) -> Shelf:
        """What the pages look up."""
        return shelf_of(_context(self.world, self.plan, self.links, self.made))

    @cached_property
    def pieces(self) -> Mapping[str, Piece]:
        """The pieces by the staged path of their page."""
        pages = self.links.pages
        return {pages[piece.id]: piece for piece in self.plan.visible.values() if piece.id in pages}

    @property
    def nav(self) -> list[NavEntry]:
        """The index pages of the navigation."""
        return nav_of(self.plan)

    @property
    def timestamp(self) -> int:
        """What pages show as “now”."""
        return timestamp_of(self.truth)

    def page(self, path: str) -> Artifact | None:
        """A staged file; the page of a piece is made from what was saved last."""
        piece = self.pieces.get(path)
        if piece is None or path == addresses.HOME:  # that lists others
            return self.artifacts.get(path)
        return page_of(self.shelf, piece)

    def problems(self, path: str) -> tuple[list[Diagnostic], list[Diagnostic]]:
        """What is wrong with the piece of this page, and every other error."""
        piece = self.pieces.get(path)
        file = piece.file if piece else ""
        own = [each for each in self.found if each.where.path == file]
        return own, [each for each in self.found if each.is_error and each.where.path != file]

    def notes(self, path: str) -> list[str]:
        """How long a script takes, or how much of a paper's space a story fills; who sees it."""
        piece = self.pieces.get(path)
        if piece is None:
            return []
        real = self.truth.workspace.pieces[piece.id]
        return [*filter(None, [_mark(self.truth, real)]), *_lengths(self.truth, real)]


def look(world: World, now: datetime, last: Look | None = None) -> Look:
    """Look at all files; while one cannot be read, all is shown as it was, with what is wrong."""
    checked = check(world.files, now)
    if last and checked.plan.workspace.broken_files:
        return replace(last, found=checked.diagnostics)
    return _look(world, checked)


def _look(world: World, checked: Checked) -> Look:
    plan = everything_shown(checked.plan)
    links = links_of(plan)
    made: dict[str, list[Artifact]] = {}
    for name in ("calendars", "print", "site"):
        made[name] = list(outputs()[name].build(_context(world, plan, links, made)))
    public = (each for each in made["site"] if each.audience is Audience.PUBLIC)
    shown = {artifact.path: artifact for artifact in public}
    for name in ("calendars", "print"):
        shown |= {each.path: each for each in made[name] if each.audience is Audience.PUBLIC}
    return Look(world, plan, checked.plan, links, checked.diagnostics, made, shown)


def slipped_in(last: Look, file: File) -> Look | None:
    """The last look with one file read again; None if it changes more than its own page.

    A file with a mistake changes nothing but the problems that are told.
    """
    workspace = last.truth.workspace
    old = next((each for each in workspace.pieces.values() if each.file == file.path), None)
    read, problems = load([file], (), workspace.site)
    problems = [each for each in problems if each.where.path == file.path]
    found = [each for each in last.found if each.where.path != file.path] + problems
    if read.broken_files and old:
        return replace(last, found=found)
    new = next(iter(read.pieces.values()), None)
    if old is None or new is None or not _stays(old, new):
        return None
    truth = _with(last.truth, new)
    return replace(last, truth=truth, plan=_with(last.plan, _shown(truth, new)), found=found)


def _stays(old: Piece, new: Piece) -> bool:
    """Whether a piece is still listed in the same place by the same name."""
    names = ("id", "medium", "title", "status", "publish_on", "embargo", "slot", "quarter", "lang")
    return all(getattr(old, name, None) == getattr(new, name, None) for name in names)


def _with(plan: Plan, piece: Piece) -> Plan:
    workspace = replace(plan.workspace, pieces={**plan.workspace.pieces, piece.id: piece})
    visible = {**plan.visible}
    if piece.id in visible:
        visible[piece.id] = piece
    entries = tuple(
        replace(entry, piece=piece)
        if entry.piece.id == piece.id and isinstance(piece, Deliverable)
        else entry
        for entry in plan.timetable
    )
    return replace(plan, workspace=workspace, visible=visible, timetable=entries)


def everything_shown(plan: Plan) -> Plan:
    """The same plan, but every piece that is not withdrawn can be seen, with its mark."""
    known = plan.workspace.pieces.values()
    pieces = {piece.id: _shown(plan, piece) for piece in known}
    visible = {key: piece for key, piece in pieces.items() if piece.status != "withdrawn"}
    entries = tuple(_entries(plan, pieces))
    workspace = replace(plan.workspace, pieces=pieces)
    appears = dict.fromkeys(visible, plan.as_of) | dict(plan.appears)
    return replace(plan, workspace=workspace, visible=visible, timetable=entries, appears=appears)


def _entries(plan: Plan, pieces: Mapping[str, Piece]) -> Iterator[Entry]:
    for entry in plan.timetable:
        piece = pieces[entry.piece.id]
        if isinstance(piece, Deliverable):
            yield replace(entry, piece=piece, visible=piece.status != "withdrawn")


def _shown(plan: Plan, piece: Piece) -> Piece:
    mark = _mark(plan, piece)
    return piece.model_copy(update={"title": f"[{mark}] {piece.title}"}) if mark else piece


def _mark(plan: Plan, piece: Piece) -> str:
    """Why readers do not see a piece now; nothing if they do."""
    if piece.id in plan.visible or piece.status == "withdrawn":
        return ""
    if piece.status != "approved":
        return words("Draft") if piece.status == "draft" else words("Not approved yet")
    moment = plan.appears.get(piece.id)
    if moment is None:
        return words("Has no day yet")
    return words("From {moment}").format(moment=format_datetime(moment))


def _lengths(plan: Plan, piece: Piece) -> Iterator[str]:
    if media()[piece.medium].body == "script" and piece.body.text.strip():
        estimate = read_script(piece.body.text).estimate(plan.workspace.abbreviations.readings)
        took = [format_timecode(each) for each in (estimate.usual, estimate.fast, estimate.slow)]
        text = words("Reading takes about {usual} ({fast} to {slow})")
        yield text.format(usual=took[0], fast=took[1], slow=took[2])
    item = plan.items.get(piece.id)
    if isinstance(piece, Story) and item:
        for part in parts_of(piece, space_of(plan.workspace, item.activity, item.partner)):
            unit = part.extent.unit if part.extent else ""
            most = f" / {part.extent.most}" if part.extent and part.extent.most else ""
            yield f"{words(part.what)}: {part.number}{most} {words(unit) if unit else ''}".strip()


def _context(
    world: World, plan: Plan, links: Links, made: Mapping[str, Iterable[Artifact]]
) -> Context:
    lists = {name: list(artifacts) for name, artifacts in made.items()}
    return Context(plan, links, world.typesetter, world.workers, lists)
