"""Every staged page and file is there; every internal link and fragment leads somewhere."""

import posixpath
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

from generator.diagnostics import Diagnostic, Location, Rule
from generator.model import addresses
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
_ATTRIBUTES = {
    "a": "href",
    "link": "href",
    "img": "src",
    "script": "src",
    "source": "src",
    "use": "href",
}


def verify(produced: Produced) -> Iterable[Diagnostic]:
    """Pages, then links."""
    for path in produced.staged:
        wanted = posixpath.join(addresses.url(path), "index.html") if path.endswith(".md") else path
        if wanted not in produced.files:
            yield PAGE_MISSING.at(Location(path))
    pages = {path: _read(produced, path) for path in produced.files if path.endswith(".html")}
    root = urlsplit(produced.plan.workspace.site.url).path
    for path, page in pages.items():
        yield from _links(produced, pages, path, page, root)


class _Page(HTMLParser):
    """The links and ids of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.links: set[str] = set()
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if identity := values.get("id"):
            self.ids.add(identity)
        href = values.get(_ATTRIBUTES.get(tag, ""))
        if href:
            self.links.add(href)


def _read(produced: Produced, path: str) -> _Page:
    page = _Page()
    page.feed(produced.files[path]().decode())
    return page


def _links(
    produced: Produced, pages: dict[str, _Page], path: str, page: _Page, root: str
) -> Iterator[Diagnostic]:
    for href in sorted(page.links):
        parts = urlsplit(href)
        if parts.scheme or parts.netloc:
            continue
        target = _target(path, unquote(parts.path), root)
        anchored = pages.get(target)
        lost = target not in produced.files or (
            parts.fragment and anchored and unquote(parts.fragment) not in anchored.ids
        )
        if lost:
            yield LINK_MISSING.at(Location(path), href=href)


def _target(path: str, href: str, root: str) -> str:
    if not href:
        return path
    if href.startswith("/"):
        joined = href.removeprefix(root)
    else:
        joined = posixpath.join(posixpath.dirname(path), href)
    target = posixpath.normpath(joined) if joined else "."
    if href.endswith("/") or target == "." or href in {".", ".."} or href.endswith(("/.", "/..")):
        return posixpath.normpath(posixpath.join(target, "index.html"))
    return target
