"""Where a link of an author leads."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal
from urllib.parse import unquote, urlsplit

from generator.media import media
from generator.model import addresses
from generator.model.piece import Deliverable, Piece
from generator.model.plan import Plan
from generator.planning.taking_part import taking_part
from generator.text.published_files import published_files
from generator.vietnamese.slugs import slugify
from generator.vietnamese.text import nfc

Kind = Literal["external", "anchor", "piece", "hidden", "page", "broken", "unsafe", "unknown"]

SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_FROM_PLANS = tuple(
    posixpath.dirname(page) + "/"
    for page in (addresses.CALENDAR, addresses.CAMPAIGNS, addresses.PARTNERS)
)
_IGNORED = re.compile(r"[\0-\x20\x7f-\xa0\u200b-\u200f\ufeff]")  # browsers drop them in a scheme


@dataclass(frozen=True, slots=True)
class Target:
    """What a link leads to: `path` is a page of the staged site or an address of another site."""

    kind: Kind
    path: str = ""
    fragment: str = ""
    piece: Piece | None = None


@dataclass(frozen=True, slots=True)
class Links:
    """All that a link can lead to: pieces by their file, pages that the site makes by itself.

    `files` lie beside those pages: calendars, sheets, feeds. `unsure` are folders of such pages
    that come from a file which could not be read.
    """

    pieces: Mapping[str, Piece]
    pages: Mapping[str, str]
    visible: frozenset[str]
    result_paths: frozenset[str]
    broken_files: frozenset[str] = frozenset()
    unsure: tuple[str, ...] = ()
    files: frozenset[str] = frozenset()

    def resolve(self, file: str, href: str) -> Target:
        """Where `href`, written in `file`, leads."""
        bare = _IGNORED.sub("", unquote(href))
        scheme = re.match(r"([a-zA-Z][a-zA-Z0-9+.-]*):", bare)
        if scheme and scheme[1].casefold() not in SAFE_SCHEMES:
            return Target("unsafe", href)
        if bare.startswith(("//", "/\\", "\\")):
            return Target("unsafe", href)
        try:
            parts = urlsplit(href)
        except ValueError:  # http://[
            return Target("unknown")
        if scheme:
            return Target("external", href)
        if not parts.path:
            return Target("anchor", "", parts.fragment)
        return self._inside(file, unquote(parts.path), parts.fragment)

    def _inside(self, file: str, path: str, fragment: str) -> Target:
        wanted = _joined(file, path)
        if piece := self.pieces.get(wanted):
            kind: Kind = "piece" if piece.id in self.visible else "hidden"
            return Target(kind, self.pages[piece.id], fragment, piece)
        page = wanted.removeprefix("content/").removeprefix("/")  # a slash: from the site's root
        if wanted in self.broken_files or page.startswith(self.unsure):
            return Target("broken")
        made = self.result(page)
        return Target("page", made, fragment) if made else Target("unknown")

    def result(self, page: str) -> str:
        """Where a page or file lies that the site makes by itself; nothing if it makes none such.

        An author names a page as a file (`theo-doi.md`) or by its address (`theo-doi/`).
        """
        folder = page.removesuffix("index.html").removesuffix(".md")
        named = (page, posixpath.join(folder, addresses.PAGE))
        return next((n for n in named if n in self.result_paths or n in self.files), "")


def asset_path(file: str, source: str) -> str:
    """The path below `assets/` of a picture that `file` shows: written from there, or relative."""
    path = unquote(source)
    return _joined("" if path.startswith("assets/") else file, path)


def _joined(file: str, path: str) -> str:
    """A path written in a file, from the workspace; file systems differ in their normal form."""
    return nfc(posixpath.normpath(posixpath.join(posixpath.dirname(file), path)))


def links_of(plan: Plan) -> Links:
    """Everything that can be linked to in a plan."""
    pieces = {nfc(piece.file): piece for piece in plan.workspace.pieces.values()}
    broken = frozenset(map(nfc, plan.workspace.broken_files))
    plans_broken = any(path.startswith("campaigns/") for path in broken) or _lacks_plan(plan)
    return Links(
        pieces,
        {p.id: addresses.page(media()[p.medium], p) for p in plan.workspace.pieces.values()},
        frozenset(plan.visible),
        frozenset(made_pages(plan)),
        broken,
        _FROM_PLANS if plans_broken else (),
        frozenset(published_files(plan)),
    )


def _lacks_plan(plan: Plan) -> bool:
    """Whether pieces name a plan that is not there, which is told already."""
    workspace = plan.workspace
    named = (p.campaign for p in workspace.pieces.values() if isinstance(p, Deliverable))
    return not set(named) <= workspace.campaigns.keys()


def made_pages(plan: Plan) -> Iterator[str]:
    """The pages that the site makes by itself and that authors may link to."""
    yield from (addresses.CALENDAR, addresses.CAMPAIGNS, addresses.FEEDS)
    yield from (addresses.GUIDE, addresses.PARTNERS)
    yield from (addresses.SEARCH, addresses.SEARCH_IN_ENGLISH)
    yield from (addresses.partner(partner.id) for partner in taking_part(plan))
    labels = {label for piece in plan.visible.values() for label in piece.labels}
    yield from (addresses.label(slugify(label)) for label in labels)
    yield from (addresses.quarter(quarter) for quarter in plan.quarters)
    yield from (addresses.year(number) for number in {quarter.year for quarter in plan.quarters})
    yield from (addresses.campaign(identity) for identity in plan.workspace.campaigns)
    yield from (addresses.section(medium) for medium in media().values() if medium.section)
