"""What a feed says to those who read it, whatever its form."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any
from xml.etree import ElementTree as ET

ATOM = "{http://www.w3.org/2005/Atom}"
_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"


@dataclass(frozen=True, slots=True)
class FeedFile:
    """A file that comes with an entry, as the feed describes it."""

    url: str
    type: str
    length: int


@dataclass(frozen=True, slots=True)
class ParsedEntry:
    """An entry; what is missing is empty. `published_at` is None where the date cannot be read."""

    parts: dict[str, str]
    published_at: datetime | None
    html: str = ""
    files: tuple[FeedFile, ...] = ()

    @property
    def id(self) -> str:
        """What readers know it by."""
        return self.parts.get("guid") or self.parts.get("id") or ""

    @property
    def link(self) -> str:
        """Its page."""
        return self.parts.get("link") or self.parts.get("url") or ""


@dataclass(frozen=True, slots=True)
class FeedText:
    """A feed: its own address and the others that it names, and its entries in order."""

    address: str
    others: tuple[str, ...]
    entries: tuple[ParsedEntry, ...]


def read_feed(path: str, data: bytes) -> FeedText | None:
    """Read RSS, Atom or JSON Feed by the ending of its name; None where it has no channel.

    Raises:
        ValueError, xml.etree.ElementTree.ParseError: it is neither JSON nor XML.
    """
    if path.endswith(".json"):
        return _json(json.loads(data))
    root = ET.fromstring(data)  # noqa: S314 - our own bytes
    if root.tag == f"{ATOM}feed":
        return _atom(root)
    channel = root.find("channel")
    return None if channel is None else _rss(channel)


def _rss(channel: ET.Element) -> FeedText:
    entries = tuple(
        ParsedEntry(
            {name: item.findtext(name) or "" for name in ("guid", "title", "link", "pubDate")},
            _moment(item.findtext("pubDate") or ""),
            item.findtext(_CONTENT) or "",
            tuple(_file(found, "url") for found in item.findall("enclosure")),
        )
        for item in channel.findall("item")
    )
    return FeedText(*_links(channel), entries)


def _atom(root: ET.Element) -> FeedText:
    entries = tuple(
        ParsedEntry(
            {
                **{name: entry.findtext(ATOM + name) or "" for name in ("id", "title", "updated")},
                "link": next(_hrefs(entry, "alternate"), ""),
            },
            _moment(entry.findtext(f"{ATOM}published") or ""),
            entry.findtext(f"{ATOM}content") or "",
            tuple(
                _file(found, "href")
                for found in entry.findall(f"{ATOM}link")
                if found.get("rel") == "enclosure"
            ),
        )
        for entry in root.findall(f"{ATOM}entry")
    )
    return FeedText(*_links(root), entries)


def _json(feed: dict[str, Any]) -> FeedText:
    entries = tuple(
        ParsedEntry(
            {name: str(item.get(name, "")) for name in ("id", "url", "title")},
            _moment(str(item.get("date_published", ""))),
            item.get("content_html", ""),
            tuple(
                FeedFile(f["url"], f["mime_type"], f["size_in_bytes"])
                for f in item.get("attachments", ())
            ),
        )
        for item in feed.get("items", ())
    )
    older = feed.get("next_url")
    return FeedText(feed.get("feed_url", ""), (older,) if older else (), entries)


def _links(parent: ET.Element) -> tuple[str, tuple[str, ...]]:
    others = (
        href for rel in ("prev-archive", "next-archive", "current") for href in _hrefs(parent, rel)
    )
    return next(_hrefs(parent, "self"), ""), tuple(others)


def _hrefs(parent: ET.Element, rel: str) -> Iterator[str]:
    for link in parent.findall(f"{ATOM}link"):
        if link.get("rel") == rel:
            yield link.get("href") or ""


def _file(element: ET.Element, address: str) -> FeedFile:
    length = element.get("length") or ""
    kind = element.get("type") or ""
    return FeedFile(element.get(address) or "", kind, int(length) if length.isdigit() else -1)


def _moment(text: str) -> datetime | None:
    """RSS writes dates as mail does, the others as ISO 8601; both need a zone."""
    for reader in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = reader(text)
        except ValueError:
            continue
        return moment if moment.tzinfo else None
    return None
