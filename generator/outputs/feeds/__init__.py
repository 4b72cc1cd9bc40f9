"""Feeds for readers, newsrooms and podcast apps: RSS for each thing to follow; Atom, JSON Feed."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.model import addresses
from generator.model.artifact import Artifact, ready
from generator.outputs import Context, Output
from generator.outputs.feeds import calendar_changes, podcast
from generator.outputs.feeds.archives import archives, feed_window
from generator.outputs.feeds.atom import atom
from generator.outputs.feeds.channel import FeedChannel, feed_artifact
from generator.outputs.feeds.entry import Entries, FeedEntry
from generator.outputs.feeds.json_feed import json_feed
from generator.outputs.feeds.opml import opml
from generator.outputs.feeds.rss import rss
from generator.planning.feed_list import Feed, feeds_of

_OF_A_PART = 20
"""Entries of a feed of one medium, plan, partner or quarter at most; the feed of all holds more."""
_FORMS = {addresses.FEED: rss, addresses.ATOM: atom, addresses.JSON_FEED: json_feed}


def build(context: Context) -> Iterable[Artifact]:
    """Every feed, and the list of all."""
    site = context.workspace.site
    feeds = feeds_of(context.plan)
    entries = Entries(context)
    for feed in feeds:
        match feed.kind:
            case "all":
                yield from _everything(context, feed, entries)
            case "podcast":
                yield from podcast.artifacts(context, feed, entries)
            case "changes":
                yield calendar_changes.artifact(context, feed)
            case _:
                newest = feed.news[: min(site.settings.feeds.newest, _OF_A_PART)]
                channel = _channel(context, feed, map(entries.of, newest))
                yield feed_artifact(channel, rss, context.memory)
    yield ready(addresses.OPML, opml(site.name, site.url, feeds))


def _everything(context: Context, feed: Feed, entries: Entries) -> Iterator[Artifact]:
    """The feed of all news in each form; its archives as Atom only."""
    newest = context.workspace.site.settings.feeds.newest
    parts = archives(feed.news, newest)
    paths = ["", *(addresses.feed(addresses.archive(p.name), addresses.ATOM) for p in parts), ""]
    shown = _channel(context, feed, map(entries.of, feed_window(feed.news, newest)))
    for name, write in _FORMS.items():
        older = paths[-2] if name == addresses.ATOM else ""
        current = replace(shown, path=addresses.feed("", name), older=older)
        yield feed_artifact(current, write, context.memory)
    for number, part in enumerate(parts, 1):
        archive = replace(
            _channel(context, feed, map(entries.summary_of, part.news)),
            path=paths[number],
            title=f"{shown.title}, {part.title}",
            older=paths[number - 1],
            newer=paths[number + 1],
            current=addresses.ATOM,
        )
        yield feed_artifact(archive, atom, context.memory)


def _channel(context: Context, feed: Feed, entries: Iterable[FeedEntry]) -> FeedChannel:
    site = context.workspace.site
    title = site.name if feed.kind == "all" else f"{site.name}: {feed.title}"
    return FeedChannel(
        feed.path,
        site.url,
        title,
        site.description if feed.kind == "all" and site.description else title,
        site.publisher or site.name,
        addresses.absolute(site.url, feed.page),
        tuple(entries),
    )


OUTPUT = Output("feeds", "Feeds", build, needs=("print", "site"))
