"""The podcast (PSP-1 and the Podcasting 2.0 namespace): recordings with what apps ask for.

https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification
https://podcasting2.org/docs/podcast-namespace
"""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from generator.catalogue import words
from generator.media import media, of_kind
from generator.model import addresses
from generator.model.artifact import Artifact, Kind, ready
from generator.model.recording import Recording
from generator.model.segment import Segment
from generator.outputs import Context
from generator.outputs.feeds.channel import LANGUAGE, FeedChannel, file
from generator.outputs.feeds.cover import cover
from generator.outputs.feeds.entry import Enclosure, Entries, FeedEntry, legal
from generator.outputs.feeds.rss import More, rss
from generator.outputs.feeds.transcript import as_html, as_srt
from generator.planning.episodes import Episode, episodes
from generator.planning.feed_list import Feed
from generator.source.audio import measure

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
PODCAST = "https://podcastindex.org/namespace/1.0"
FEEDS_BY_ADDRESS = uuid.UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
"""The namespace of podcast guids, which are made from the address of the feed."""
HTML, SRT = "text/html", "application/x-subrip"


@dataclass(frozen=True, slots=True)
class _Episode:
    """An episode with all that comes with it."""

    numbered: Episode
    entry: FeedEntry
    files: tuple[tuple[Artifact, str], ...]


def artifacts(context: Context, feed: Feed, entries: Entries) -> Iterator[Artifact]:
    """The feed, its cover, the transcripts; the recordings come with the site."""
    site, first = context.workspace.site, of_kind(Segment)[0]
    title = feed.title
    known = {episode.segment.id: episode for episode in episodes(context.plan)}
    made = [_episode(context, entries.of(news), known[news.piece.id]) for news in feed.news]
    picture = addresses.cover(first)
    yield cover(context, picture, title)
    yield from (artifact for episode in made for artifact, _ in episode.files)
    channel = FeedChannel(
        feed.path,
        site.url,
        title,
        site.settings.podcast.description or site.description or title,
        site.publisher or site.name,
        addresses.absolute(site.url, feed.page),
        tuple(episode.entry for episode in made),
    )
    more = More(
        {"itunes": ITUNES, "podcast": PODCAST},
        partial(_channel, context, channel),
        partial(_item, context, {episode.entry.id: episode for episode in made}),
    )
    yield file(feed.path, lambda size: rss(channel, size, more))


def _episode(context: Context, entry: FeedEntry, numbered: Episode) -> _Episode:
    segment, base = numbered.segment, context.workspace.site.url
    heard = {a.of.piece: a for a in context.artifacts["site"] if a.of.kind is Kind.RECORDING}
    recording = measure(context.workspace.assets[segment.audio])
    made = heard[segment.id]
    address = addresses.absolute(base, made.path)
    enclosure = Enclosure(address, recording.type, made, recording.seconds)
    files = tuple(_transcripts(segment, recording))
    identity = f"podcast:{entry.id}"  # some readers take two feeds with one guid for one entry
    return _Episode(numbered, replace(entry, id=identity, enclosure=enclosure), files)


def _transcripts(segment: Segment, recording: Recording) -> Iterator[tuple[Artifact, str]]:
    """What is said, for those who read; timed if the author gives the times."""
    medium = media()[segment.medium]
    yield ready(addresses.recording(medium, segment, ".html"), as_html(segment)), HTML
    if segment.times:
        captions = as_srt(segment, recording.seconds)
        yield ready(addresses.recording(medium, segment, ".srt"), captions), SRT


def _channel(context: Context, channel: FeedChannel, head: "Element") -> None:
    site = context.workspace.site
    said = site.settings.podcast
    picture = addresses.absolute(site.url, addresses.cover(of_kind(Segment)[0]))
    guid = said.guid or str(
        uuid.uuid5(FEEDS_BY_ADDRESS, channel.address.partition("://")[2].rstrip("/"))
    )
    _add(head, ITUNES, "author", channel.author)
    _add(head, ITUNES, "category", attributes={"text": said.category})
    _add(head, ITUNES, "explicit", said.explicit)
    _add(head, ITUNES, "image", attributes={"href": picture})
    _add(head, ITUNES, "type", "episodic")
    _add(head, PODCAST, "guid", guid)
    _add(head, PODCAST, "locked", said.locked, {"owner": said.email} if said.email else {})
    _add(head, PODCAST, "medium", "podcast")
    if said.email:
        owner = _add(head, ITUNES, "owner")
        _add(owner, ITUNES, "name", channel.author)
        _add(owner, ITUNES, "email", said.email)


def _item(context: Context, known: dict[str, _Episode], entry: FeedEntry, item: "Element") -> None:
    episode, site = known[entry.id], context.workspace.site
    numbered, segment = episode.numbered, episode.numbered.segment
    quarter = numbered.quarter.name
    seconds = entry.enclosure.seconds if entry.enclosure else 0
    season, number = str(numbered.season), str(numbered.number)
    _add(item, ITUNES, "title", entry.title)
    _add(item, ITUNES, "duration", str(seconds))
    _add(item, ITUNES, "explicit", site.settings.podcast.explicit)
    _add(item, ITUNES, "episodeType", "full")
    _add(item, ITUNES, "season", season)
    _add(item, ITUNES, "episode", number)
    _add(item, PODCAST, "season", season, {"name": f"{words('Year')} {season}"})
    display = words("{quarter}, number {number}", quarter=quarter, number=number)
    _add(item, PODCAST, "episode", number, {"display": display[:32]})
    for artifact, kind in episode.files:
        address = addresses.absolute(site.url, artifact.path)
        captions = {"rel": "captions"} if kind == SRT else {}
        attributes = {"url": address, "type": kind, "language": LANGUAGE, **captions}
        _add(item, PODCAST, "transcript", attributes=attributes)
    for person in segment.persons:
        _add(item, PODCAST, "person", legal(person.name), {"role": person.role})


def _add(
    parent: "Element",
    space: str,
    name: str,
    text: str = "",
    attributes: dict[str, str] | None = None,
) -> "Element":
    from lxml.etree import SubElement

    element = SubElement(parent, f"{{{space}}}{name}", attributes or {})
    element.text = text or None
    return element
