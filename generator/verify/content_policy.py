"""The policy that servers are told (`_headers`) lets every script and style of the pages run.

What it forbids a browser does not run: the page would look right to us and fail for its readers.
"""

import base64
import hashlib
import re
from collections.abc import Callable, Iterable, Iterator

from generator.diagnostics import Diagnostic, Location, Rule
from generator.model import addresses
from generator.text.html_page import HtmlPage
from generator.verify import NextSite

FORBIDDEN = Rule(
    "policy-forbids",
    "Browsers will not run this of the page, since the site's policy forbids it: {what}",
    "Put it into a file below assets/theme/ and load that; attributes like onclick do not work.",
)
NO_POLICY = Rule(
    "policy-missing",
    "The site has no Content-Security-Policy for servers to send.",
    "Report it: this is a fault of loa, the last good site stays.",
)
_POLICY = re.compile(r"^\s*Content-Security-Policy: (.*)$", re.MULTILINE)
_SHOWN = 60  # characters


def verify(site: NextSite) -> Iterable[Diagnostic]:
    """Each script or style once, at the first page that has it."""
    read = site.files.get(addresses.HEADERS)
    said = _POLICY.search(read().decode()) if read else None
    if said is None:
        yield NO_POLICY.at(Location(addresses.HEADERS))
        return
    scripts, styles = (_directive(said[1], name) for name in ("script-src", "style-src"))
    yield from _refused(site, lambda page: page.scripts, scripts)
    yield from _refused(site, lambda page: page.styles, styles)
    yield from _refused(site, lambda page: page.handlers, frozenset())


def _directive(policy: str, name: str) -> frozenset[str]:
    found = re.search(rf"(?:^|;)\s*{name} ([^;]*)", policy)
    return frozenset(found[1].split() if found else ())


def _refused(
    site: NextSite, of: Callable[[HtmlPage], frozenset[str]], allowed: frozenset[str]
) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for path, page in site.pages.items():
        for text in sorted(of(page) - seen):
            seen.add(text)
            if _hash(text) not in allowed:
                yield FORBIDDEN.at(Location(path), what=" ".join(text.split())[:_SHOWN])


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
