"""Every page and file is there; every internal link and fragment leads somewhere."""

import posixpath
from collections.abc import Iterable, Iterator
from functools import partial
from urllib.parse import unquote, urlsplit

from generator.diagnostics import Diagnostic, Location, Rule
from generator.model.artifact import digest_of
from generator.text.html_page import HtmlPage, is_elsewhere
from generator.verify import NextSite

PAGE_MISSING = Rule(
    "page-missing",
    "The site lacks this page although it was prepared.",
    "Report it: this is a fault of loa, the last good site stays.",
)
LINK_MISSING = Rule(
    "site-link",
    "The link “{href}” on this page of the site leads nowhere.",
    "Check the link in the text, in mkdocs.yml or in the HTML of assets/theme/.",
)


def verify(site: NextSite) -> Iterable[Diagnostic]:
    """Pages, then links."""
    for artifact in site.artifacts:
        if artifact.path not in site.files:
            yield PAGE_MISSING.at(Location(artifact.path))
    root = urlsplit(site.plan.workspace.site.url).path or "/"
    ids = {path: sorted(page.ids) for path, page in site.pages.items()}
    targets = digest_of(root, repr(sorted(site.files)), repr(ids))
    for path, page in site.pages.items():
        known = repr((targets, path, sorted(page.links | page.loads)))
        lost = partial(_listed, site, path, page, root)
        for href in site.memory.read("links", known, lost):
            yield LINK_MISSING.at(Location(path), href=href)


def _listed(site: NextSite, path: str, page: HtmlPage, root: str) -> list[str]:
    return list(_lost(site, path, page, root))


def _lost(site: NextSite, path: str, page: HtmlPage, root: str) -> Iterator[str]:
    """The links of a page that lead nowhere."""
    for href in sorted(page.links | page.loads):
        if is_elsewhere(href):
            continue
        named, _, fragment = href.partition("#")
        target = _target(path, unquote(named.partition("?")[0]), root)
        anchored = site.pages.get(target)
        lost = target not in site.files or (
            fragment and anchored and unquote(fragment) not in anchored.ids
        )
        if lost:
            yield href


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
