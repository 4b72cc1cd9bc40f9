"""RSS 2.0 (https://www.rssboard.org/rss-specification), by feedgen and what it leaves out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from generator.outputs.feeds.channel import GENERATOR, LANGUAGE, FeedChannel, Size
from generator.outputs.feeds.entry import FeedEntry

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

ATOM = "http://www.w3.org/2005/Atom"
DC = "http://purl.org/dc/elements/1.1/"
HISTORY = "http://purl.org/syndication/history/1.0"
TYPE = "application/rss+xml"


def _nothing(*_: object) -> None:
    pass


@dataclass(frozen=True, slots=True)
class More:
    """What another kind of feed adds: namespaces by prefix, elements of channel and items."""

    namespaces: Mapping[str, str] = field(default_factory=dict)
    channel: Callable[["Element"], None] = _nothing
    item: Callable[[FeedEntry, "Element"], None] = _nothing


@dataclass(frozen=True, slots=True)
class _Extension:
    """How feedgen lets others write into its tree."""

    namespaces: Mapping[str, str]
    write: Callable[["Element"], None]

    def extend_ns(self) -> dict[str, str]:
        return dict(self.namespaces)

    def extend_rss(self, parent: "Element") -> None:
        self.write(parent)


def rss(channel: FeedChannel, size: Size, more: More | None = None) -> bytes:
    """The bytes of a feed; `size` gives the length of an enclosure."""
    from feedgen.feed import FeedGenerator

    more = more or More()
    feed = FeedGenerator()
    feed.title(channel.title)
    feed.description(channel.description)
    feed.language(LANGUAGE)
    feed.generator(GENERATOR)
    # feedgen takes the last link for <link>: the feed's own address first, the site's after it.
    feed.link(href=channel.address, rel="self", type=TYPE)
    feed.link(href=channel.page, rel="alternate")
    feed.lastBuildDate(channel.updated_at)
    spaces = {"dc": DC}
    head = partial(_head, channel, more)
    feed.register_extension("more", partial(_Extension, {**spaces, **more.namespaces}, head))
    for entry in channel.entries:
        _item(feed, entry, size, more)
    return bytes(feed.rss_str(pretty=True))


def _head(channel: FeedChannel, more: More, root: "Element") -> None:

    head = root[0]
    for date in [] if channel.entries else head.findall("lastBuildDate"):
        head.remove(date)  # nothing has been told yet
    more.channel(head)


def _item(feed: Any, entry: FeedEntry, size: Size, more: More) -> None:  # noqa: ANN401 - feedgen has no types
    item = feed.add_entry(order="append")
    item.guid(entry.id, permalink=False)
    item.title(entry.title)
    item.link(href=entry.url)
    item.description(entry.summary)
    if entry.html:
        item.content(entry.html, type="html")
    for tag in entry.tags:
        item.category(term=tag)
    item.pubDate(entry.published_at)
    if entry.enclosure:
        item.enclosure(entry.enclosure.url, size(entry.enclosure.artifact), entry.enclosure.type)
    item.register_extension("entry", partial(_Extension, {}, partial(_more, entry, more)))


def _more(entry: FeedEntry, more: More, item: "Element") -> None:
    from lxml.etree import SubElement

    SubElement(item, f"{{{DC}}}creator").text = entry.author
    if entry.updated_at != entry.published_at:
        SubElement(item, f"{{{ATOM}}}updated").text = entry.updated_at.isoformat()
    more.item(entry, item)
