"""The page of each visible piece."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.catalogue import words
from generator.media import media
from generator.model import addresses
from generator.model.artifact import Artifact
from generator.model.medium import Medium
from generator.model.piece import Deliverable, Piece
from generator.model.plan import Entry
from generator.outputs import Context
from generator.outputs.site.artworks import artwork_meta
from generator.outputs.site.page import Link, body, crumbs, link, page
from generator.outputs.site.recordings import player
from generator.outputs.site.script import script
from generator.outputs.site.slots import when
from generator.outputs.site.sources import source_list
from generator.text.links import asset_path
from generator.text.script import read_script
from generator.text.staged import stage
from generator.text.tree import tree
from generator.vietnamese.dates import format_date, format_length


def pages(context: Context) -> Iterator[Artifact]:
    """A page for each visible piece, in the order of the section's listing."""
    for medium in media().values():
        mine = in_order(context, medium)
        for index, piece in enumerate(mine):
            yield _page(context, _Place(medium, piece, mine, index))


def in_order(context: Context, medium: Medium) -> list[Piece]:
    """The visible pieces of a medium as listings show them: the newest slot first."""
    rank = {entry.piece.id: number for number, entry in enumerate(context.plan.timetable)}
    mine = [piece for piece in context.plan.visible.values() if piece.medium == medium.name]
    return sorted(mine, key=lambda piece: (-rank.get(piece.id, -1), piece.id))


@dataclass(frozen=True, slots=True)
class _Place:
    """A piece among its neighbours."""

    medium: Medium
    piece: Piece
    mine: list[Piece]
    index: int

    @property
    def path(self) -> str:
        return addresses.page(self.medium, self.piece)

    def neighbour(self, step: int) -> Link | None:
        index = self.index + step
        if not self.medium.section or not 0 <= index < len(self.mine):
            return None
        other = self.mine[index]
        return link(other.title, addresses.page(self.medium, other))


def _page(context: Context, place: _Place) -> Artifact:
    piece, medium = place.piece, place.medium
    entry = next((e for e in context.plan.timetable if e.piece is piece), None)
    text = body(
        "piece.html",
        text=_body(context, piece),
        sources=source_list(context.plan.workspace, piece.sources),
    )
    section = [link(words(medium.plural), addresses.section(medium))] if medium.section else []
    template = "home.html" if place.path == addresses.HOME else medium.page
    return page(
        place.path,
        template,
        piece.title,
        text,
        description=piece.summary,
        lead=getattr(piece, "standfirst", "") or piece.summary,
        kicker=_kicker(medium, entry),
        revised=_revised(piece),
        facts=_facts(context, piece, entry),
        corrections=_corrections(context, piece),
        breadcrumbs=crumbs(*section, {"title": piece.title})
        if place.path != addresses.HOME
        else (),
        previous=place.neighbour(-1),
        next=place.neighbour(1),
        doors=_doors(context, piece),
        **{**_picture(context, piece), **artwork_meta(context, medium, piece)},
        **player(context, piece),
    )


def _body(context: Context, piece: Piece) -> str:
    path = context.links.pages[piece.id]

    def to_link(href: str) -> str | None:
        target = context.links.resolve(piece.file, href)
        fragment = f"#{target.fragment}" if target.fragment else ""
        if target.kind == "external":
            return href
        if target.kind == "anchor":
            return fragment
        if target.kind in {"piece", "page"}:
            return _from(path, target.path) + fragment
        return None

    def to_picture(source: str) -> str | None:
        picture = asset_path(piece.file, source)
        known = picture in context.plan.workspace.assets
        return _from(path, addresses.picture(picture)) if known else None

    root = tree(piece.body.text)
    write = script if media()[piece.medium].body == "script" else stage
    return write(root.children, to_link, to_picture)


def _from(page_path: str, target: str) -> str:
    """A relative path between two files of the staged folder."""
    return posixpath.relpath(target, posixpath.dirname(page_path) or ".")


def _kicker(medium: Medium, entry: Entry | None) -> str:
    if entry is None:
        return ""
    quarter = entry.slot.quarter
    return f"{words(medium.plural)} · Quý {quarter}" if quarter else words(medium.plural)


def _facts(context: Context, piece: Piece, entry: Entry | None) -> list[dict[str, Any]]:
    if entry is None or not isinstance(piece, Deliverable):
        return []
    slot = when(entry)
    facts: list[dict[str, Any]] = []
    if slot.text:
        facts.append({"label": words("When"), "value": slot.text, "badge": slot.badge})
    if duration := getattr(piece, "duration", None):
        length = [format_length(duration), *_reading(context, piece)]
        facts.append({"label": words("Duration"), "value": ", ".join(length)})
    if name := _partner(context, entry):
        facts.append({"label": words("Partner"), "value": name})
    return facts


def _reading(context: Context, piece: Piece) -> Iterator[str]:
    """How long a script without a recording takes to read, in tens of seconds."""
    if media()[piece.medium].body == "script" and not getattr(piece, "audio", ""):
        readings = context.plan.workspace.abbreviations.readings
        seconds = read_script(piece.body.text).estimate(readings).usual
        length = format_length(max(10, round(seconds, -1)))
        yield words("read aloud in about {length}").format(length=length)


def _partner(context: Context, entry: Entry) -> str:
    identity = entry.piece.partner or entry.activity.partner
    partner = context.plan.workspace.partners.get(identity or "")
    quarter = entry.slot.quarter
    if partner is None or quarter is None:
        return ""
    return partner.name_on(quarter.first_day).name


def _corrections(context: Context, piece: Piece) -> list[dict[str, str]]:
    shown = [c for c in piece.corrections if c.on <= context.plan.as_of.date()]
    return [
        {"date": c.on.isoformat(), "day": format_date(c.on), "text": c.text}
        for c in sorted(shown, key=lambda c: c.on, reverse=True)
    ]


def _revised(piece: Piece) -> str:
    day = piece.revised_on or piece.approved_on
    return day.isoformat() if day else ""


def _doors(context: Context, piece: Piece) -> list[Link]:
    doors = getattr(piece, "doors", ())
    found = []
    for door in doors:
        target = context.links.resolve(piece.file, door.to)
        if target.kind in {"piece", "page"}:
            found.append(link(door.title, target.path, kind=door.kind, text=door.text))
    return found


def _picture(context: Context, piece: Piece) -> dict[str, object]:
    if piece.picture is None:
        return {}
    asset = context.plan.workspace.assets.get(piece.picture.file)
    if asset is None:
        return {}
    width, height = asset.pixels()
    caption = " ".join(part for part in (piece.picture.caption, piece.picture.credit) if part)
    return {
        "picture": {
            "url": addresses.picture(piece.picture.file),
            "alt": piece.picture.alt,
            "width": width,
            "height": height,
            "caption": caption,
        }
    }
