"""The listing of each medium, in pages of constant size."""

from collections.abc import Iterator

from generator.catalogue import words
from generator.media import media
from generator.model import addresses
from generator.model.artifact import Artifact
from generator.model.medium import Medium
from generator.outputs.site.follow import anchor_of
from generator.outputs.site.listing import Listing, listing
from generator.outputs.site.page import Link, body, crumbs, link
from generator.outputs.site.shelf import Shelf
from generator.outputs.site.social import shared_by


def pages(shelf: Shelf) -> Iterator[Artifact]:
    """The listing pages of every medium that has a section, also of an empty one."""
    for medium in media().values():
        if medium.section:
            yield from _section(shelf, medium)


def _section(shelf: Shelf, medium: Medium) -> Iterator[Artifact]:
    title = words(medium.plural)
    yield from listing(
        shelf,
        Listing(
            title,
            shelf.by_medium[medium.name],
            lambda number: addresses.section(medium, number),
            template=medium.listing,
            tail=body("_coming.html", coming=_coming(shelf, medium)),
        ),
        breadcrumbs=crumbs({"title": title}),
        feeds=[link(title, addresses.feed(medium.section))],
        ways=_ways(medium),
        **shared_by(medium),
    )


def _ways(medium: Medium) -> list[Link]:
    """To the days on which its pieces come, and to being told of them."""
    follow, news = addresses.url(addresses.FEEDS), addresses.feed(medium.section)
    return [
        link(words("Days and hours"), addresses.CALENDAR),
        link(words("Keep this calendar"), f"{follow}#lich"),
        link(words("Be told what is new"), f"{follow}#{anchor_of(news)}"),
    ]


def _coming(shelf: Shelf, medium: Medium) -> list[dict[str, object]]:
    """What a plan promises and cannot be seen yet: activity and year, nothing of any piece."""
    return [
        {
            "title": line.activity.title,
            "year": line.campaign.short_name,
            "count": (line.total.promised or 0) - line.total.published,
        }
        for line in shelf.plan.lines
        if line.activity.medium == medium.name
        if (line.total.promised or 0) > line.total.published
    ]
