"""What an editor sees and readers do not: every piece with its mark, and what it measures."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.catalogue import words
from generator.media import media
from generator.model.piece import Deliverable, Piece
from generator.model.plan import Plan
from generator.model.plan_line import Entry
from generator.model.story import Story
from generator.planning.channels import space_of
from generator.text.copy import parts_of
from generator.text.script import read_script
from generator.vietnamese.dates import format_timecode, moment_in_words


def everything_shown(plan: Plan) -> Plan:
    """The same plan, but every piece that is not withdrawn can be seen, with its mark."""
    known = plan.workspace.pieces.values()
    pieces = {piece.id: with_mark(plan, piece) for piece in known}
    visible = {key: piece for key, piece in pieces.items() if piece.status != "withdrawn"}
    entries = tuple(_entries(plan, pieces))
    workspace = replace(plan.workspace, pieces=pieces)
    appears = dict.fromkeys(visible, plan.as_of) | dict(plan.appears)
    return replace(plan, workspace=workspace, visible=visible, timetable=entries, appears=appears)


def _entries(plan: Plan, pieces: Mapping[str, Piece]) -> Iterator[Entry]:
    for entry in plan.timetable:
        piece = pieces[entry.piece.id]
        if isinstance(piece, Deliverable):
            yield replace(entry, piece=piece, is_visible=piece.status != "withdrawn")


def with_mark(plan: Plan, piece: Piece) -> Piece:
    """A piece with its mark in its title."""
    mark = mark_of(plan, piece)
    return piece.model_copy(update={"title": f"[{mark}] {piece.title}"}) if mark else piece


def mark_of(plan: Plan, piece: Piece) -> str:
    """Why readers do not see a piece now; nothing if they do."""
    if piece.id in plan.visible or piece.status == "withdrawn":
        return ""
    if piece.status != "approved":
        return words("Draft") if piece.status == "draft" else words("Not approved yet")
    moment = plan.appears.get(piece.id)
    if moment is None:
        return words("Has no day yet")
    return words("From {moment}", moment=moment_in_words(moment))


def measures(plan: Plan, piece: Piece) -> Iterator[str]:
    """How long a script takes, or how much of a paper's space a story fills."""
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
