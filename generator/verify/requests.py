"""No page sends its reader to another server: only a link that is followed may leave the site."""

from collections.abc import Iterable

from generator.diagnostics import Diagnostic, Location, Rule
from generator.text.html_page import is_elsewhere, style_addresses
from generator.verify import NextSite

OUTSIDE_REQUEST = Rule(
    "outside-request",
    "This page would load “{address}” from another server, which then knows its readers.",
    "Put the file into assets/ and name it from there, or remove it from the theme.",
)


def verify(site: NextSite) -> Iterable[Diagnostic]:
    """Pages and style sheets; the site's own whole address is no other server."""
    own = site.plan.workspace.site.url
    loads = {path: page.loads for path, page in site.pages.items()}
    for path, read in site.files.items():
        if path.endswith(".css"):
            loads[path] = frozenset(style_addresses(read().decode("utf-8", "replace")))
    for path, named in loads.items():
        for address in sorted(named):
            if is_elsewhere(address) and not (own and address.startswith(own)):
                yield OUTSIDE_REQUEST.at(Location(path), address=address)
