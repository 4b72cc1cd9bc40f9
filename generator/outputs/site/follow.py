"""The page of feeds and calendars that one can subscribe to."""

import posixpath
from collections.abc import Iterator
from itertools import groupby
from urllib.parse import quote

from generator.catalogue import words
from generator.model import addresses
from generator.model.artifact import Artifact
from generator.model.reserved_names import is_reserved
from generator.outputs import Context
from generator.outputs.site.page import body, crumbs, page
from generator.outputs.site.qr_code import code_svg
from generator.outputs.site.subscribe import subscribe
from generator.planning.feed_list import Feed, feeds_of
from generator.vietnamese.dates import format_date

_HOLDS = {
    "all": "Every new piece, correction and withdrawal.",
    "podcast": "The recordings, for podcast apps.",
    "changes": "New, moved and cancelled dates, each time partners receive a timetable.",
}
_GROUPS = {
    "medium": "By medium",
    "campaign": "By plan",
    "partner": "By partner",
    "quarter": "By quarter",
}


def pages(context: Context) -> Iterator[Artifact]:
    """What can be followed, with its whole address to copy."""
    title, site = words("Follow"), context.workspace.site
    calendar = words("Publishing calendar")
    groups = [
        {"title": words(name), "feeds": [_shown(context, feed) for feed in feeds]}
        for name, feeds in groupby(feeds_of(context.plan), key=_group)
    ]
    code = "" if is_reserved(site.url) else code_svg(site.url)
    yield page(
        addresses.FEEDS,
        "piece.html",
        title,
        body(
            "follow.html",
            first=groups[:1],
            others=groups[1:],
            opml=addresses.relative(addresses.OPML, addresses.FEEDS),
            calendar=_address(context, addresses.CALENDAR_FILE),
            subscribe=subscribe(context, addresses.CALENDAR_FILE, calendar, addresses.FEEDS),
            message=" ".join(filter(None, (f"{site.name}.", site.description, site.url))),
            site=site.url,
            code=code,
        ),
        lead=words("Three ways to miss nothing. None asks for a name or a number."),
        breadcrumbs=crumbs({"title": title}),
    )


def _group(feed: Feed) -> str:
    return _GROUPS.get(feed.kind, "For everybody")


def _shown(context: Context, feed: Feed) -> dict[str, object]:
    address = _address(context, feed.path)
    return {
        "title": feed.title,
        "anchor": anchor_of(feed.path) if feed.kind == "medium" else "",
        "holds": words(_HOLDS[feed.kind]) if feed.kind in _HOLDS else _count(feed),
        "addresses": _forms(context, feed),
        "buttons": _podcast_apps(address) if feed.kind == "podcast" else _readers(address),
    }


def anchor_of(path: str) -> str:
    """Where the page tells of the feed of a section."""
    return f"tin-{posixpath.dirname(path)}"


def _count(feed: Feed) -> str:
    if not feed.news:
        return words("Nothing yet; who follows it now misses nothing.")
    day = format_date(feed.news[0].updated_at.date())
    return words("Pieces: {count}; last change on {day}.", count=len(feed.news), day=day)


def _forms(context: Context, feed: Feed) -> list[dict[str, str]]:
    """The same entries in each form that there is."""
    forms = {"RSS": feed.path}
    if feed.kind == "all":
        forms |= {"Atom": addresses.ATOM, "JSON Feed": addresses.JSON_FEED}
    return [{"form": form, "url": _address(context, path)} for form, path in forms.items()]


def _readers(address: str) -> list[dict[str, str]]:
    feedly = f"https://feedly.com/i/subscription/feed%2F{quote(address, safe='')}"
    return [{"title": "Feedly", "url": feedly}]


def _podcast_apps(address: str) -> list[dict[str, str]]:
    antennapod = f"https://antennapod.org/deeplink/subscribe?url={quote(address, safe='')}"
    return [
        {"title": "Apple Podcasts", "url": f"podcast://{address.partition('://')[2]}"},
        {"title": "AntennaPod", "url": antennapod},
    ]


def _address(context: Context, path: str) -> str:
    return addresses.absolute(context.workspace.site.url, path)
