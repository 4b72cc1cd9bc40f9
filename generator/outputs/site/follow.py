"""The page of feeds and calendars that one can subscribe to."""

from collections.abc import Iterator

from generator.catalogue import words
from generator.media import media
from generator.model import addresses
from generator.model.artifact import Artifact
from generator.outputs import Context
from generator.outputs.site.page import body, crumbs, page


def pages(context: Context) -> Iterator[Artifact]:
    """What can be followed, with its whole address to copy."""
    base = context.plan.workspace.site.url
    feeds = [{"title": words("All news"), "url": base + addresses.FEED}]
    feeds += [
        {"title": words(medium.plural), "url": base + addresses.feed(medium)}
        for medium in media().values()
        if medium.section
    ]
    title = words("Follow")
    yield page(
        addresses.FEEDS,
        "piece.html",
        title,
        body("follow.html", feeds=feeds, calendar=base + addresses.CALENDAR_FILE),
        breadcrumbs=crumbs({"title": title}),
    )
