"""Atom (RFC 4287) with tombstones (RFC 6721) and archives (RFC 5005)."""

from typing import TYPE_CHECKING, Any

from generator.outputs.feeds.channel import GENERATOR, LANGUAGE, FeedChannel, Size
from generator.outputs.feeds.entry import FeedEntry

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

ATOM = "http://www.w3.org/2005/Atom"
TOMBSTONE = "http://purl.org/atompub/tombstones/1.0"
HISTORY = "http://purl.org/syndication/history/1.0"
XML = "http://www.w3.org/XML/1998/namespace"
TYPE = "application/atom+xml"


def atom(channel: FeedChannel, size: Size) -> bytes:
    """The bytes of a feed; `size` gives the length of an enclosure."""
    from lxml.etree import Element, indent, tostring

    spaces: Any = {None: ATOM}  # the stubs know of no namespace without a prefix
    if any(entry.withdrawn for entry in channel.entries):
        spaces |= {"at": TOMBSTONE}
    if channel.current:
        spaces |= {"fh": HISTORY}
    root = Element(f"{{{ATOM}}}feed", {f"{{{XML}}}lang": LANGUAGE}, nsmap=spaces)
    _head(channel, root)
    for entry in channel.entries:
        if entry.withdrawn:  # the grammar of RFC 4287 wants what is no entry before all entries
            _deleted(root, entry)
    for entry in channel.entries:
        if not entry.withdrawn:
            _entry(root, entry, size)
    indent(root)
    return bytes(tostring(root, encoding="UTF-8", xml_declaration=True)) + b"\n"


def _head(channel: FeedChannel, root: "Element") -> None:
    _add(root, "id", channel.address)
    _add(root, "title", channel.title)
    _add(root, "subtitle", channel.description)
    _add(root, "updated", channel.updated_at.isoformat())
    _add(_add(root, "author"), "name", channel.author)
    _add(root, "generator", GENERATOR)
    _add(root, "link", rel="self", type=TYPE, href=channel.address)
    _add(root, "link", rel="alternate", type="text/html", href=channel.page)
    for rel, target in channel.relations:
        _add(root, "link", rel=rel, type=TYPE, href=target)
    if channel.current:
        _add(root, "archive", space=HISTORY)


def _entry(root: "Element", entry: FeedEntry, size: Size) -> None:
    element = _add(root, "entry")
    _add(element, "id", entry.urn)
    _add(element, "title", entry.title)
    _add(element, "link", rel="alternate", type="text/html", href=entry.url)
    if entry.enclosure:
        length = size(entry.enclosure.artifact)
        attributes = {"type": entry.enclosure.type, "length": length, "href": entry.enclosure.url}
        _add(element, "link", rel="enclosure", **attributes)
    _add(element, "published", entry.published_at.isoformat())
    _add(element, "updated", entry.updated_at.isoformat())
    _add(_add(element, "author"), "name", entry.author)
    for tag in entry.tags:
        _add(element, "category", term=tag)
    _add(element, "summary", entry.summary)
    if entry.html:
        _add(element, "content", entry.html, type="html")


def _deleted(root: "Element", entry: FeedEntry) -> None:
    when = entry.updated_at.isoformat()
    element = _add(root, "deleted-entry", space=TOMBSTONE, ref=entry.urn, when=when)
    _add(element, "comment", entry.summary, space=TOMBSTONE)


def _add(
    parent: "Element", name: str, text: str = "", space: str = ATOM, **attributes: str
) -> "Element":
    from lxml.etree import SubElement

    element = SubElement(parent, f"{{{space}}}{name}", attributes)
    element.text = text or None
    return element
