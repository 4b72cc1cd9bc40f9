"""A piece as an entry of any feed: everything absolute, nothing that XML cannot carry."""

import re
import uuid
from dataclasses import dataclass, field
from datetime import datetime
from html import escape

from generator.catalogue import words
from generator.media import media
from generator.model import addresses
from generator.model.artifact import Artifact, Kind
from generator.outputs import Context
from generator.planning.news import News
from generator.text.html import html
from generator.vietnamese.dates import format_date

# What no XML 1.0 document may hold, however it is written (https://www.w3.org/TR/xml/#charsets).
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
TYPES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "webp": "image/webp",
    "svg": "image/svg+xml",
    "gif": "image/gif",
}


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that comes with an entry; its length is that of the artifact."""

    url: str
    type: str
    artifact: Artifact = field(repr=False)
    seconds: int = 0


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """An entry; `html` is empty where the feed gives only summaries and of what is withdrawn."""

    id: str
    title: str
    url: str
    summary: str
    html: str
    author: str
    tags: tuple[str, ...]
    published_at: datetime
    updated_at: datetime
    enclosure: Enclosure | None = None
    withdrawn: bool = False

    @property
    def urn(self) -> str:
        """The id as a URI, for formats that ask for one."""
        return urn(self.id)


def urn(identity: str) -> str:
    """A URI that names an id for ever, whatever its address."""
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, identity)}"


def legal(text: str) -> str:
    """The text without what would make a whole feed unreadable."""
    return _ILLEGAL.sub("", text)


class Entries:
    """Makes the entry of each piece once, however many feeds hold it."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._site = context.workspace.site
        made = [a for name in ("print", "site") for a in context.artifacts.get(name, ())]
        self._proofs = {a.of.piece: a for a in made if a.of.kind is Kind.PROOF}
        self._shown = {a.of.source: a for a in made if a.of.kind is Kind.PICTURE}
        self._pictures = frozenset(context.workspace.assets)
        self._known: dict[str, FeedEntry] = {}

    def of(self, news: News) -> FeedEntry:
        """The entry of a piece."""
        if news.piece.id not in self._known:
            whole = self._site.settings.feeds.text == "full"
            self._known[news.piece.id] = self._entry(news, whole=whole)
        return self._known[news.piece.id]

    def summary_of(self, news: News) -> FeedEntry:
        """The entry without its text, for archives: who wants to read has the address."""
        return self._entry(news, whole=False)

    def _entry(self, news: News, *, whole: bool) -> FeedEntry:
        if news.withdrawn:
            return self._withdrawn(news)
        piece, medium = news.piece, media()[news.piece.medium]
        notes = [f"{words('Correction')} {format_date(c.on)}: {c.text}" for c in news.corrections][
            ::-1
        ]
        return FeedEntry(
            piece.id,
            legal(piece.title),
            addresses.absolute(self._site.url, addresses.page(medium, piece)),
            legal("\n".join([*notes, piece.summary or piece.title])),
            legal(self._html(news, notes)) if whole else "",
            legal(piece.author or self._site.publisher or self._site.name),
            self._tags(news),
            news.published_at,
            news.updated_at,
            self._picture(news),
        )

    def _withdrawn(self, news: News) -> FeedEntry:
        """That it is gone, and nothing of what it said."""
        medium = media()[news.piece.medium]
        page = addresses.section(medium) if medium.section else addresses.HOME
        day = format_date(news.updated_at.date())
        return FeedEntry(
            news.piece.id,
            legal(f"{words('Withdrawn')}: {news.piece.title}"),
            addresses.absolute(self._site.url, page),
            words("This piece was withdrawn on {day}.", day=day),
            "",
            legal(self._site.publisher or self._site.name),
            self._tags(news),
            news.published_at,
            news.updated_at,
            withdrawn=True,
        )

    def _html(self, news: News, notes: list[str]) -> str:
        piece = news.piece
        context = self._context
        body = html(piece, context.links, self._site.url, self._pictures, context.memory)
        head = [f"<p><strong>{escape(note)}</strong></p>\n" for note in notes]
        return "".join([*head, self._proof(news), body])

    def _proof(self, news: News) -> str:
        """The picture of a printed piece, which is all that there is to see of it."""
        proof = self._proofs.get(news.piece.id)
        if proof is None:
            return ""
        address = addresses.absolute(self._site.url, proof.path)
        return f'<p><img src="{escape(address)}" alt="{escape(news.piece.title)}" /></p>\n'

    def _picture(self, news: News) -> Enclosure | None:
        artifact = self._shown.get(news.piece.picture.file) if news.piece.picture else None
        kind = TYPES.get(artifact.path.rpartition(".")[2].casefold(), "") if artifact else ""
        if artifact is None or not kind:
            return None
        return Enclosure(addresses.absolute(self._site.url, artifact.path), kind, artifact)

    def _tags(self, news: News) -> tuple[str, ...]:
        medium = media()[news.piece.medium]
        quarter = news.quarter
        named = quarter.name if quarter else ""
        return tuple(tag for tag in (words(medium.plural), named) if tag)
