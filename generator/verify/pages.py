"""Every page and file is there; every internal link and fragment leads somewhere."""

import posixpath
from collections.abc import Iterable
from functools import partial
from urllib.parse import unquote, urlsplit

from generator.diagnostics import Diagnostic, Location, Rule
from generator.text.html_page import is_elsewhere
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
    for path, page in site.pages.items():
        written = sorted(page.links | page.loads)
        known, find = repr((root, path, written)), partial(_targets, path, written, root)
        for href, target, fragment in site.memory.read("links", known, find):
            if _is_lost(site, target, fragment):
                yield LINK_MISSING.at(Location(path), href=href)


def _targets(path: str, written: Iterable[str], root: str) -> list[tuple[str, str, str]]:
    """What the links of a page ask for: each with the file and the place in it."""
    return [
        (href, _target(path, unquote(named.partition("?")[0]), root), unquote(fragment))
        for href in written
        if not is_elsewhere(href)
        for named, _, fragment in [href.partition("#")]
    ]


def _is_lost(site: NextSite, target: str, fragment: str) -> bool:
    anchored = site.pages.get(target) if fragment else None
    return target not in site.files or bool(anchored and fragment not in anchored.ids)


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
