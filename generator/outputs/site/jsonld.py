"""What pages say to search engines (JSON-LD, https://schema.org): facts of the records only.

What is only proposed is not said: schema.org has no word for “perhaps”, and an Event without a
status counts as scheduled. So an entry of the calendar is an Event once a release has told its day
or the plan itself states it; a piece is a NewsArticle once a paper has printed it, an episode once
it is recorded or aired, and an Article where its author and its day are known.
"""

import json
from collections.abc import Iterable, Iterator, Mapping

from generator.catalogue import words
from generator.media import media
from generator.model import addresses
from generator.model.partner import Partner
from generator.model.piece import Piece
from generator.model.plan import Plan
from generator.model.plan_line import Item
from generator.model.scripted_piece import Scripted
from generator.model.segment import Segment
from generator.model.story import Story
from generator.planning.activity_forms import form_of
from generator.planning.feed_list import podcast_title
from generator.planning.news import news_of_piece
from generator.source.audio import measure

Data = dict[str, object]
_ARTICLES = frozenset({"Article", "NewsArticle"})
_EPISODES = frozenset({"RadioEpisode", "TVEpisode"})
_LEAST = "CreativeWork"


def script_texts(*found: Data) -> list[str]:
    """Each as the text of a script element, in which nothing can end that element."""
    whole = ({"@context": "https://schema.org", **_kept(data)} for data in found)
    return [json.dumps(data, ensure_ascii=False).replace("<", "\\u003c") for data in whole]


def website(plan: Plan) -> Data:
    """The site itself, and who answers for it."""
    site = plan.workspace.site
    return {
        "@type": "WebSite",
        "name": site.name,
        "url": site.url,
        "description": site.description,
        "inLanguage": "vi",
        "publisher": _publisher(plan),
    }


def work(plan: Plan, piece: Piece, front_matter: Mapping[str, object]) -> Data:
    """A piece; `front_matter` is the front matter of its page."""
    medium, base = media()[piece.medium], plan.workspace.site.url
    address = addresses.absolute(base, addresses.page(medium, piece))
    days = _days(plan, piece)
    return {
        "@type": "PodcastEpisode" if "audio" in front_matter else _type(piece, days),
        "name": piece.title,
        "headline": piece.title,
        "description": piece.summary,
        "url": address,
        "mainEntityOfPage": address,
        "inLanguage": piece.lang,
        **days,
        "image": base + _picture(front_matter),
        "author": piece.author,
        "publisher": _publisher(plan),
        "keywords": list(piece.labels),
        "correction": [_correction(each) for each in _corrections(front_matter)],
        **_sound(plan, piece, front_matter),
    }


def _type(piece: Piece, days: Data) -> str:
    """What the records prove of what its medium is called; else a name that claims less."""
    claimed = media()[piece.medium].schema
    if claimed == "NewsArticle" and not _is_printed(piece):
        claimed = "Article"
    if claimed in _ARTICLES and not (days and piece.author):
        return _LEAST
    if claimed in _EPISODES and not (isinstance(piece, Scripted) and piece.as_aired):
        return _LEAST
    return claimed


def _is_printed(piece: Piece) -> bool:
    """Whether a source says in which issue of which day a paper printed it."""
    return isinstance(piece, Story) and bool(piece.issue and piece.slot) and piece.basis == "source"


def organisation(plan: Plan, partner: Partner) -> Data:
    """A partner by its names; its address and website where the records know them."""
    first, *others = partner.names
    known = dict.fromkeys([first.short, *(name.name for name in others)])
    return {
        "@type": "Organization",
        "name": first.name,
        "alternateName": [name for name in known if name and name != first.name],
        "address": partner.address,
        "url": partner.website,
        "mainEntityOfPage": addresses.absolute(
            plan.workspace.site.url, addresses.partner(partner.id)
        ),
    }


def entries(plan: Plan, events: Iterable[Item], page: str) -> Iterator[Data]:
    """The events of a page of the calendar whose day is no mere proposal."""
    for event in events:
        if event.slot.start and (event.release or event.slot.basis == "source"):
            yield _entry(plan, event, addresses.absolute(plan.workspace.site.url, page))


def _entry(plan: Plan, event: Item, page: str) -> Data:
    slot, owner = event.slot, plan.workspace.partners.get(event.campaign.owner or "")
    status = "EventCancelled" if event.is_cancelled else "EventScheduled"
    named = owner.name_on(event.modified_at.date()).name if owner else ""
    return {
        "@type": "Event",
        "name": event.title,
        "description": f"{words(form_of(event.medium).singular)}, {event.campaign.title}",
        "startDate": slot.start.isoformat() if slot.start else "",
        "endDate": slot.until.isoformat() if slot.until else "",
        "eventStatus": f"https://schema.org/{status}",
        "organizer": {"@type": "Organization", "name": named} if named else "",
        "url": page,
    }


def _publisher(plan: Plan) -> Data:
    name = plan.workspace.site.publisher
    return {"@type": "Organization", "name": name} if name else {}


def _days(plan: Plan, piece: Piece) -> Data:
    """The moments that feeds tell as well."""
    news = next(news_of_piece(plan, piece), None)
    if news is None:
        return {}
    return {
        "datePublished": news.published_at.isoformat(),
        "dateModified": news.updated_at.isoformat(),
    }


def _picture(shown: Mapping[str, object]) -> str:
    """The picture of the page, else the one that goes with its link."""
    picture = shown.get("picture") or shown.get("share")
    return str(picture["url"]) if isinstance(picture, Mapping) else addresses.share()


def _corrections(shown: Mapping[str, object]) -> list[Mapping[str, str]]:
    found = shown.get("corrections")
    return found if isinstance(found, list) else []


def _correction(told: Mapping[str, str]) -> Data:
    return {"@type": "CorrectionComment", "text": told["text"], "datePublished": told["date"]}


def _sound(plan: Plan, piece: Piece, shown: Mapping[str, object]) -> Data:
    """A recording and its series; a script that nobody has recorded says so."""
    audio, workspace = shown.get("audio"), plan.workspace
    if not isinstance(audio, Mapping) or not isinstance(piece, Segment):
        script = media()[piece.medium].body == "script"
        return {"creativeWorkStatus": words("Script, without a recording")} if script else {}
    base, recording = workspace.site.url, measure(workspace.assets[piece.audio])
    minutes, seconds = divmod(recording.seconds, 60)
    return {
        "associatedMedia": {
            "@type": "AudioObject",
            "contentUrl": addresses.absolute(base, str(audio["url"])),
            "encodingFormat": recording.type,
            "duration": f"PT{minutes}M{seconds}S",
        },
        "partOfSeries": {
            "@type": "PodcastSeries",
            "name": podcast_title(plan),
            "webFeed": addresses.absolute(base, str(audio["podcast"])),
        },
    }


def _kept(data: Data) -> Data:
    return {key: value for key, value in data.items() if value}
