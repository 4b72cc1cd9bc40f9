"""Every feed can be read, and every address, date and length in it is right."""

import posixpath
from collections.abc import Iterable, Iterator
from functools import partial
from urllib.parse import unquote
from xml.etree.ElementTree import ParseError

from generator.diagnostics import Diagnostic, Location, Rule
from generator.model import addresses
from generator.text.feed import FeedFile, FeedText, ParsedEntry, read_feed
from generator.text.html_page import HtmlPage, is_elsewhere
from generator.verify import NextSite

BAD_FEED = Rule(
    "feed-form",
    "This feed is not right: {problem}.",
    "Report it: this is a fault of loa, the last good site stays.",
)
NOT_ANNOUNCED = Rule(
    "feed-not-announced",
    "This page does not tell feed readers of the feed {feed}.",
    "Report it: this is a fault of loa, the last good site stays.",
)
NAMES = frozenset({addresses.FEED, addresses.ATOM, addresses.JSON_FEED, "podcast.xml"})


def verify(site: NextSite) -> Iterable[Diagnostic]:
    """All feeds of the site, and the pages that announce them."""
    for path, read in site.files.items():
        if posixpath.basename(path) in NAMES:
            for problem in _problems(site, path, read()):
                yield BAD_FEED.at(Location(path), problem=problem)
    if addresses.ATOM in site.files:
        yield from _announced(site)


def _announced(site: NextSite) -> Iterator[Diagnostic]:
    for artifact in site.artifacts:
        if artifact.page:
            path = artifact.path
            page = site.pages.get(path)
            wanted = posixpath.relpath(addresses.FEED, posixpath.dirname(path) or ".")
            if page and wanted not in page.links:
                yield NOT_ANNOUNCED.at(Location(path), feed=addresses.FEED)


def _problems(site: NextSite, path: str, data: bytes) -> Iterator[str]:
    try:
        feed = read_feed(path, data)
    except (ValueError, ParseError) as error:
        yield str(error)
        return
    if feed is None:
        yield "no channel"
        return
    basic = list(_basic(site, feed))
    yield from basic
    if not basic:
        yield from _whole(site, path, feed)


def _basic(site: NextSite, feed: FeedText) -> Iterator[str]:
    """What every reader needs of an entry."""
    for entry in feed.entries:
        yield from (f"an entry without {name}" for name, text in entry.parts.items() if not text)
    known = [entry.id for entry in feed.entries]
    if len(set(known)) < len(known):
        yield "two entries with one guid"
    links = sorted({entry.link for entry in feed.entries} - {""})
    yield from (f"no page at {link}" for link in links if not _leads(site, link))


def _whole(site: NextSite, path: str, feed: FeedText) -> Iterator[str]:
    url = site.plan.workspace.site.url
    if feed.address != addresses.absolute(url, path):
        yield f"it calls itself {feed.address or '–'}"
    yield from (f"no archive at {other}" for other in feed.others if not _leads(site, other))
    for entry in feed.entries:
        if entry.published_at is None:
            yield f"the date of {entry.id} cannot be read"
        elif entry.published_at > site.plan.as_of:
            yield f"{entry.id} is of the future"
        yield from _addresses(site, entry)
        yield from (problem for file in entry.files for problem in _file(site, file))


def _addresses(site: NextSite, entry: ParsedEntry) -> Iterator[str]:
    """A reader shows the text elsewhere: only whole addresses lead anywhere."""
    if not entry.html:
        return
    url = site.plan.workspace.site.url
    for address in site.memory.read("addresses", entry.html, partial(_named, entry.html)):
        own = address.startswith(url)
        if not is_elsewhere(address) or (own and not _leads(site, address)):
            yield f"{entry.id} leads to {address}"


def _named(html: str) -> tuple[str, ...]:
    """Every address in a text, which may stand in several feeds."""
    page = HtmlPage.read(html)
    return tuple(sorted(page.links | page.loads))


def _file(site: NextSite, file: FeedFile) -> Iterator[str]:
    url = site.plan.workspace.site.url
    read = site.files.get(unquote(file.url.removeprefix(url)))
    if read is None or not file.url.startswith(url):
        yield f"no file at {file.url}"
    elif len(read()) != file.length:
        yield f"{file.url} has {len(read())} bytes, not {file.length}"
    elif "/" not in file.type:
        yield f"{file.url} is of no type"


def _leads(site: NextSite, link: str) -> bool:
    """Whether the site has what a whole address names."""
    url = site.plan.workspace.site.url
    path = unquote(link.partition("#")[0].removeprefix(url))
    return link.startswith(url) and (
        path in site.files or posixpath.join(path, "index.html") in site.files
    )
