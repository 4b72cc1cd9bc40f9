"""Where a link of an author leads."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal
from urllib.parse import unquote, urlsplit

from generator.media import media
from generator.model import addresses
from generator.model.piece import Piece
from generator.model.plan import Plan

Kind = Literal["external", "anchor", "piece", "hidden", "page", "broken", "unsafe", "unknown"]

SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})


@dataclass(frozen=True, slots=True)
class Target:
    """What a link leads to: `path` is a page of the staged site or an address of another site."""

    kind: Kind
    path: str = ""
    fragment: str = ""
    piece: Piece | None = None


@dataclass(frozen=True, slots=True)
class Links:
    """All that a link can lead to: pieces by their file, pages that the site makes by itself."""

    pieces: Mapping[str, Piece]
    pages: Mapping[str, str]
    visible: frozenset[str]
    made: frozenset[str]
    broken_files: frozenset[str] = frozenset()

    def resolve(self, file: str, href: str) -> Target:
        """Where `href`, written in `file`, leads."""
        scheme = re.match(r"\s*([a-zA-Z][a-zA-Z0-9+.-]*):", unquote(href))
        if scheme or href.startswith("//"):
            safe = scheme and scheme[1].casefold() in SAFE_SCHEMES
            return Target("external" if safe else "unsafe", href)
        parts = urlsplit(href)
        if not parts.path:
            return Target("anchor", "", parts.fragment)
        return self._inside(file, unquote(parts.path), parts.fragment)

    def _inside(self, file: str, path: str, fragment: str) -> Target:
        wanted = posixpath.normpath(posixpath.join(posixpath.dirname(file), path))
        if piece := self.pieces.get(wanted):
            kind: Kind = "piece" if piece.id in self.visible else "hidden"
            return Target(kind, self.pages[piece.id], fragment, piece)
        if wanted in self.broken_files:
            return Target("broken")
        page = wanted.removeprefix("content/")
        return Target("page", page, fragment) if page in self.made else Target("unknown")


def asset_path(file: str, source: str) -> str:
    """The path below `assets/` of a picture that `file` shows: written from there, or relative."""
    path = unquote(source)
    if path.startswith("assets/"):
        return path
    return posixpath.normpath(posixpath.join(posixpath.dirname(file), path))


def links_of(plan: Plan) -> Links:
    """Everything that can be linked to in a plan."""
    pieces = {piece.file: piece for piece in plan.workspace.pieces.values()}
    return Links(
        pieces,
        {piece.id: addresses.page(media()[piece.medium], piece) for piece in pieces.values()},
        frozenset(plan.visible),
        frozenset(made_pages(plan)),
        plan.workspace.broken_files,
    )


def made_pages(plan: Plan) -> Iterator[str]:
    """The pages that the site makes by itself and that authors may link to."""
    yield from (addresses.CALENDAR, addresses.CAMPAIGNS, addresses.FEEDS)
    yield from (addresses.quarter(quarter) for quarter in plan.quarters)
    yield from (addresses.campaign(identity) for identity in plan.workspace.campaigns)
    yield from (addresses.section(medium) for medium in media().values() if medium.section)
