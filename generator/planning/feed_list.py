"""Which feeds there are, and what each holds."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.catalogue import words
from generator.media import media, of_kind
from generator.model import addresses
from generator.model.campaign import Campaign
from generator.model.plan import Plan
from generator.model.segment import Segment
from generator.planning.episodes import episodes
from generator.planning.news import News, news_of

Kind = Literal["all", "podcast", "changes", "medium", "campaign", "partner", "quarter"]


@dataclass(frozen=True, slots=True)
class Feed:
    """Something to follow (tin RSS): its RSS file on the site, the page that it belongs to.

    The feed of the calendar's changes tells of releases, which are no news of a piece.
    """

    kind: Kind
    path: str
    page: str
    title: str
    news: tuple[News, ...]


def feeds_of(plan: Plan) -> tuple[Feed, ...]:
    """Every feed, also of what has no news yet: who follows it now misses nothing."""
    news = news_of(plan)
    everything = Feed("all", addresses.FEED, addresses.HOME, words("All news"), news)
    changes = Feed(
        "changes", addresses.CHANGES, addresses.CALENDAR, words("Changes of the calendar"), ()
    )
    parts = (
        _podcast(plan, news),
        (changes,),
        _media(news),
        _campaigns(plan, news),
        _partners(plan, news),
        _quarters(plan, news),
    )
    return (everything, *(feed for part in parts for feed in part))


def _podcast(plan: Plan, news: tuple[News, ...]) -> Iterator[Feed]:
    """Only where there is something to hear."""
    heard = {episode.segment.id for episode in episodes(plan)}
    mine = tuple(n for n in news if n.piece.id in heard)
    if mine:
        first = of_kind(Segment)[0]
        page = addresses.section(first)
        yield Feed("podcast", addresses.podcast(first), page, podcast_title(plan), mine)


def podcast_title(plan: Plan) -> str:
    """Its name in podcast apps."""
    site = plan.workspace.site
    return site.settings.podcast.title or f"{site.name}: {words(of_kind(Segment)[0].plural)}"


def _media(news: tuple[News, ...]) -> Iterator[Feed]:
    for medium in media().values():
        if medium.section:
            mine = tuple(n for n in news if n.piece.medium == medium.name)
            page = addresses.section(medium)
            path = addresses.feed(medium.section)
            yield Feed("medium", path, page, words(medium.plural), mine)


def _campaigns(plan: Plan, news: tuple[News, ...]) -> Iterator[Feed]:
    for campaign in _in_order(plan):
        mine = tuple(n for n in news if n.campaign == campaign.id)
        path = addresses.campaign_feed(campaign.id)
        title = f"{words('Plan')} {campaign.short_name}"
        yield Feed("campaign", path, addresses.campaign(campaign.id), title, mine)


def _partners(plan: Plan, news: tuple[News, ...]) -> Iterator[Feed]:
    """Of those that publish something, under the name that they bore in their last plan."""
    days: dict[str, date] = {}
    for campaign in _in_order(plan):
        named = {a.partner for a in campaign.activities if a.partner and a.medium}
        named |= {n.partner for n in news if n.campaign == campaign.id and n.partner}
        day = campaign.issued_on or date(campaign.period, 1, 1)
        days |= dict.fromkeys(named & plan.workspace.partners.keys(), day)
    for identity in sorted(days):
        name = plan.workspace.partners[identity].name_on(days[identity]).name
        mine = tuple(n for n in news if n.partner == identity)
        yield Feed("partner", addresses.partner_feed(identity), addresses.FEEDS, name, mine)


def _quarters(plan: Plan, news: tuple[News, ...]) -> Iterator[Feed]:
    for quarter in plan.quarters:
        mine = tuple(n for n in news if n.quarter == quarter)
        title = quarter.name
        page = addresses.quarter(quarter)
        yield Feed("quarter", addresses.quarter_feed(quarter), page, title, mine)


def _in_order(plan: Plan) -> Iterable[Campaign]:
    return sorted(plan.workspace.campaigns.values(), key=lambda c: (c.period, c.id))
