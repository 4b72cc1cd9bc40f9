"""All feeds as one list that feed readers import (https://opml.org/spec2.opml)."""

from collections.abc import Sequence
from itertools import groupby

from generator.catalogue import words
from generator.model import addresses
from generator.planning.feed_list import Feed

GROUPS = {
    "all": "All news",
    "podcast": "Podcast",
    "medium": "By medium",
    "campaign": "By plan",
    "partner": "By partner",
    "quarter": "By quarter",
    "changes": "Changes of the calendar",
}


def opml(site: str, base: str, feeds: Sequence[Feed]) -> bytes:
    """The list; feeds of one kind stand together."""
    from lxml.etree import Element, SubElement, indent, tostring

    root = Element("opml", version="2.0")
    SubElement(SubElement(root, "head"), "title").text = site
    body = SubElement(root, "body")
    for kind, found in groupby(feeds, key=lambda feed: feed.kind):
        name = words(GROUPS[kind])
        group = SubElement(body, "outline", text=name, title=name)
        for feed in found:
            attributes = {"type": "rss", "text": feed.title, "title": feed.title}
            attributes["xmlUrl"] = addresses.absolute(base, feed.path)
            attributes["htmlUrl"] = addresses.absolute(base, feed.page)
            SubElement(group, "outline", attributes)
    indent(root)
    return bytes(tostring(root, encoding="UTF-8", xml_declaration=True)) + b"\n"
