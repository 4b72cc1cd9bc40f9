"""Every feed can be read, and every address, date and length in it is right."""

import posixpath
from collections.abc import Iterable, Iterator
from functools import partial
from urllib.parse import unquote
from xml.etree.ElementTree import ParseError

from generator.diagnostics import Diagnostic, Location, Rule
from generator.model import addresses
from generator.text.feed import FeedText, File, Told, read_feed
from generator.text.page import Page, is_elsewhere
from generator.verify import Produced

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


def verify(produced: Produced) -> Iterable[Diagnostic]:
    """All feeds of the site, and the pages that announce them."""
    for path, read in produced.files.items():
        if posixpath.basename(path) in NAMES:
            for problem in _problems(produced, path, read()):
                yield BAD_FEED.at(Location(path), problem=problem)
    if addresses.ATOM in produced.files:
        yield from _announced(produced)


def _announced(produced: Produced) -> Iterator[Diagnostic]:
    for artifact in produced.wanted:
        if artifact.page:
            path = artifact.path
            page = produced.pages.get(path)
            wanted = posixpath.relpath(addresses.FEED, posixpath.dirname(path) or ".")
            if page and wanted not in page.links:
                yield NOT_ANNOUNCED.at(Location(path), feed=addresses.FEED)


def _problems(produced: Produced, path: str, data: bytes) -> Iterator[str]:
    try:
        feed = read_feed(path, data)
    except (ValueError, ParseError) as error:
        yield str(error)
        return
    if feed is None:
        yield "no channel"
        return
    basic = list(_basic(produced, feed))
    yield from basic
    if not basic:
        yield from _whole(produced, path, feed)


def _basic(produced: Produced, feed: FeedText) -> Iterator[str]:
    """What every reader needs of an entry."""
    for entry in feed.entries:
        yield from (f"an entry without {name}" for name, text in entry.parts.items() if not text)
    known = [entry.id for entry in feed.entries]
    if len(set(known)) < len(known):
        yield "two entries with one guid"
    links = sorted({entry.link for entry in feed.entries} - {""})
    yield from (f"no page at {link}" for link in links if not _leads(produced, link))


def _whole(produced: Produced, path: str, feed: FeedText) -> Iterator[str]:
    url = produced.plan.workspace.site.url
    if feed.address != addresses.absolute(url, path):
        yield f"it calls itself {feed.address or '–'}"
    yield from (f"no archive at {other}" for other in feed.others if not _leads(produced, other))
    for entry in feed.entries:
        if entry.published is None:
            yield f"the date of {entry.id} cannot be read"
        elif entry.published > produced.plan.as_of:
            yield f"{entry.id} is of the future"
        yield from _addresses(produced, entry)
        yield from (problem for file in entry.files for problem in _file(produced, file))


def _addresses(produced: Produced, entry: Told) -> Iterator[str]:
    """A reader shows the text elsewhere: only whole addresses lead anywhere."""
    if not entry.html:
        return
    url = produced.plan.workspace.site.url
    for address in produced.memory.read("addresses", entry.html, partial(_named, entry.html)):
        own = address.startswith(url)
        if not is_elsewhere(address) or (own and not _leads(produced, address)):
            yield f"{entry.id} leads to {address}"


def _named(html: str) -> tuple[str, ...]:
    """Every address in a text, which may stand in several feeds."""
    page = Page.read(html)
    return tuple(sorted(page.links | page.loads))


def _file(produced: Produced, file: File) -> Iterator[str]:
    url = produced.plan.workspace.site.url
    read = produced.files.get(unquote(file.url.removeprefix(url)))
    if read is None or not file.url.startswith(url):
        yield f"no file at {file.url}"
    elif len(read()) != file.length:
        yield f"{file.url} has {len(read())} bytes, not {file.length}"
    elif "/" not in file.type:
        yield f"{file.url} is of no type"


def _leads(produced: Produced, link: str) -> bool:
    """Whether the site has what a whole address names."""
    url = produced.plan.workspace.site.url
    path = unquote(link.partition("#")[0].removeprefix(url))
    return link.startswith(url) and (
        path in produced.files or posixpath.join(path, "index.html") in produced.files
    )
