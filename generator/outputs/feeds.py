"""RSS 2.0 for all news and for each medium, with the full text."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from generator.catalogue import words
from generator.media import media
from generator.model import addresses
from generator.model.artifact import Artifact, ready
from generator.model.piece import Piece
from generator.outputs import Context, Output
from generator.planning.visibility import visible_from
from generator.text.html import html
from generator.vietnamese.dates import HANOI

NEWEST = 50
EMPTY = datetime(
    2000, 1, 1, tzinfo=HANOI
)  # a feed without entries must say some date, always the same


def build(context: Context) -> Iterable[Artifact]:
    """A feed of everything, and one of each medium that has a section of its own."""
    news = _news(context.plan.visible.values())
    site = context.plan.workspace.site
    yield _feed(context, addresses.FEED, site.name, news)
    for medium in media().values():
        if medium.section:
            mine = [piece for piece in news if piece.medium == medium.name]
            title = f"{site.name}: {words(medium.plural)}"
            yield _feed(context, addresses.feed(medium), title, mine)


def _news(pieces: Iterable[Piece]) -> list[Piece]:
    """Pieces with a section, newest first: a page like the home page is no news."""
    news = [piece for piece in pieces if media()[piece.medium].section]
    return sorted(news, key=lambda piece: (_moment(piece), piece.id), reverse=True)


def _moment(piece: Piece) -> datetime:
    """When the piece appeared: only visible pieces come here, so there is such a moment."""
    return visible_from(piece) or EMPTY


def _feed(context: Context, path: str, title: str, pieces: list[Piece]) -> Artifact:
    from feedgen.feed import FeedGenerator

    site = context.plan.workspace.site
    feed = FeedGenerator()
    feed.title(title)
    feed.description(site.description or title)
    feed.language("vi")
    feed.generator("loa")
    # feedgen takes the last link for <link>: the feed's own address first, the site's after it.
    feed.link(href=site.url + path, rel="self", type="application/rss+xml")
    feed.link(href=site.url, rel="alternate")
    shown = pieces[:NEWEST]
    feed.lastBuildDate(max(map(_moment, shown), default=EMPTY))
    for piece in shown:
        _entry(context, feed, piece)
    return ready(path, feed.rss_str(pretty=True))


def _entry(context: Context, feed: Any, piece: Piece) -> None:  # noqa: ANN401 - feedgen has no types
    medium = media()[piece.medium]
    page = addresses.page(medium, piece)
    entry = feed.add_entry(order="append")
    entry.guid(piece.id, permalink=False)
    entry.title(piece.title)
    entry.link(href=context.plan.workspace.site.url + addresses.url(page))
    entry.description(piece.summary or piece.title)
    entry.content(html(piece, context.links, context.plan.workspace.site.url), type="html")
    entry.category(term=words(medium.plural))
    entry.pubDate(_moment(piece))


OUTPUT = Output("feeds", "Feeds", build)
