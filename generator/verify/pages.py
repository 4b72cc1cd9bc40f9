"""Every staged page and file is there; every internal link and fragment leads somewhere."""

import posixpath
from collections.abc import Iterable, Iterator
from urllib.parse import unquote, urlsplit

from generator.diagnostics import Diagnostic, Location, Rule
from generator.model import addresses
from generator.text.page import Page, is_elsewhere
from generator.verify import Produced

PAGE_MISSING = Rule(
    "page-missing",
    "The site lacks this page although it was prepared.",
    "Report it: this is a fault of loa, the last good site stays.",
)
LINK_MISSING = Rule(
    "site-link",
    "The link “{href}” on this page of the site leads nowhere.",
    "Check the link in the text or in the theme's templates.",
)
MADE_BY_THEME = (addresses.NOT_FOUND, "sitemap.xml")


def verify(produced: Produced) -> Iterable[Diagnostic]:
    """Pages, then links."""
    for path in (*produced.staged, *MADE_BY_THEME):
        wanted = posixpath.join(addresses.url(path), "index.html") if path.endswith(".md") else path
        if wanted not in produced.files:
            yield PAGE_MISSING.at(Location(path))
    root = urlsplit(produced.plan.workspace.site.url).path or "/"
    for path, page in produced.pages.items():
        yield from _links(produced, path, page, root)


def _links(produced: Produced, path: str, page: Page, root: str) -> Iterator[Diagnostic]:
    for href in sorted(page.links | page.loads):
        if is_elsewhere(href):
            continue
        parts = urlsplit(href)
        target = _target(path, unquote(parts.path), root)
        anchored = produced.pages.get(target)
        lost = target not in produced.files or (
            parts.fragment and anchored and unquote(parts.fragment) not in anchored.ids
        )
        if lost:
            yield LINK_MISSING.at(Location(path), href=href)


def _target(path: str, href: str, root: str) -> str:
    """The file that a link of the page `path` asks for; `root` is the path of the address."""
    if not href:
        return path
    if href.startswith("/"):
        if not href.startswith(root):
            return href  # of the same host, but not of this site
        joined = href.removeprefix(root)
    else:
        joined = posixpath.join(posixpath.dirname(path), href)
    target = posixpath.normpath(joined) if joined else "."
    if href.endswith("/") or target == "." or posixpath.basename(href) in {".", ".."}:
        return posixpath.normpath(posixpath.join(target, "index.html"))
    return target
