"""JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

import json

from generator.outputs.feeds.channel import LANGUAGE, FeedChannel, Size
from generator.outputs.feeds.entry import FeedEntry

VERSION = "https://jsonfeed.org/version/1.1"
TYPE = "application/feed+json"


def json_feed(channel: FeedChannel, size: Size) -> bytes:
    """The bytes of a feed; `size` gives the length of an enclosure."""
    feed = {
        "version": VERSION,
        "title": channel.title,
        "home_page_url": channel.page,
        "feed_url": channel.address,
        "description": channel.description,
        "language": LANGUAGE,
        "authors": [{"name": channel.author}],
    }
    feed["items"] = [_item(entry, size) for entry in channel.entries]
    return (json.dumps(feed, ensure_ascii=False, indent=1) + "\n").encode()


def _item(entry: FeedEntry, size: Size) -> dict[str, object]:
    item: dict[str, object] = {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "summary": entry.summary,
        **({"content_html": entry.html} if entry.html else {"content_text": entry.summary}),
        "date_published": entry.published_at.isoformat(),
        "date_modified": entry.updated_at.isoformat(),
        "authors": [{"name": entry.author}],
        "tags": list(entry.tags),
    }
    if enclosure := entry.enclosure:
        length = size(enclosure.artifact)
        item["image"] = enclosure.url
        item["attachments"] = [
            {
                "url": enclosure.url,
                "mime_type": enclosure.type,
                "size_in_bytes": int(length) if length.isdigit() else length,
            }
        ]
    return item
