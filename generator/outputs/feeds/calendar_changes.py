"""What changed in the calendar: each release of a quarter is an entry, told in public facts."""

from collections.abc import Iterator
from html import escape

from generator.catalogue import words
from generator.model import addresses
from generator.model.artifact import Artifact
from generator.model.plan import Plan
from generator.model.release import Release
from generator.outputs import Context
from generator.outputs.feeds.channel import FeedChannel, feed_artifact
from generator.outputs.feeds.entry import FeedEntry, legal
from generator.outputs.feeds.rss import rss
from generator.planning.feed_list import Feed
from generator.planning.items import activity_of
from generator.planning.release_history import ReleaseChange
from generator.planning.release_words import change_in_words, changes_of
from generator.planning.visibility import start_of


def artifact(context: Context, feed: Feed) -> Artifact:
    """The feed of releases, the last one first."""
    site = context.workspace.site
    title = f"{site.name}: {feed.title}"
    page = addresses.absolute(site.url, feed.page)
    entries = tuple(_entries(context.plan))[::-1][: site.settings.feeds.newest]
    publisher = site.publisher or site.name
    channel = FeedChannel(feed.path, site.url, title, title, publisher, page, entries)
    return feed_artifact(channel, rss, context.memory)


def _entries(plan: Plan) -> Iterator[FeedEntry]:
    """Each release against what had been released before it."""
    for release in plan.releases:
        # A change of a piece's words concerns partners only, who are told otherwise.
        told = [change for change in changes_of(plan, release) if change.kind != "text"]
        if told:
            yield _entry(plan, release, sorted(told, key=_order))


def _entry(plan: Plan, release: Release, told: list[ReleaseChange]) -> FeedEntry:
    site, quarter = plan.workspace.site, release.of
    moment = start_of(release.released_on)
    name = words("Quarter {quarter}, release {number}")
    title = name.format(quarter=quarter, number=release.number)
    said = [legal(_sentence(plan, release, change)) for change in told]
    items = "".join(f"<li>{escape(sentence)}</li>\n" for sentence in said)
    return FeedEntry(
        f"lich:{release.campaign}-{quarter.year}-{quarter.number}-{release.number}",
        title,
        addresses.absolute(site.url, addresses.quarter(quarter)),
        "\n".join(said),
        f"<ul>\n{items}</ul>\n",
        site.publisher or site.name,
        (quarter.name,),
        moment,
        moment,
    )


def _order(change: ReleaseChange) -> tuple[bool, str, str]:
    """By the time that readers knew, or are to know."""
    slot = change.before or change.after
    at = slot.at if slot else None
    return at is None, start_of(at).isoformat() if at else "", change.id


def _sentence(plan: Plan, release: Release, change: ReleaseChange) -> str:
    slot = change.after or change.before
    campaign = plan.workspace.campaigns.get(release.campaign)
    activity = activity_of(campaign, slot.activity) if slot else None
    what = (slot.title if slot else "") or (activity.title if activity else release.campaign)
    return change_in_words(change, what)
