"""What a web server has to call each kind of file of the site (https://www.iana.org/assignments)."""

ANYTHING = "application/octet-stream"
TYPES = {
    ".avif": "image/avif",
    ".css": "text/css; charset=utf-8",
    ".gz": "application/gzip",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".ics": "text/calendar; charset=utf-8",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".m4a": "audio/mp4",
    ".mp3": "audio/mpeg",
    ".opml": "text/x-opml; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".srt": "application/x-subrip; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xml": "application/rss+xml; charset=utf-8",
}
"""By ending; every XML file of the site is a feed, but for those below."""

TYPES_BY_NAME = {
    "atom.xml": "application/atom+xml; charset=utf-8",
    "feed.json": "application/feed+json; charset=utf-8",
    "sitemap.xml": "application/xml; charset=utf-8",
}
"""By the name of the file, which stands above its ending."""


def type_of(name: str) -> str:
    """The type of a file, by its name."""
    last = name.rpartition("/")[2].lower()
    ending = f".{last.rpartition('.')[2]}" if "." in last else ""
    return TYPES_BY_NAME.get(last) or TYPES.get(ending, ANYTHING)
