"""How the site's owner wants feeds to be: `extra: loa:` in `mkdocs.yml`."""

from typing import Literal

from generator.model.fields import Code, Contact, Copies, Day, Identity, Text
from generator.model.record import Record
from generator.vietnamese.tone import Style


class FeedSettings(Record):
    """Feeds: how the site's owner wants feeds to be."""

    newest: Copies = 50
    """Newest: how many entries the feed of all holds.
    Example: 50
    Effect: older ones are in archives."""
    text: Literal["full", "summary"] = "full"
    """Text: the whole piece (full) or its summary (summary).
    Example: full
    Effect: what feed readers show."""


class PodcastSettings(Record):
    """Podcast: what podcast directories ask of the owner."""

    title: Text = ""
    """Title: what the podcast is called, if not as the site and its section.
    Example: Sản xuất sạch hơn trên sóng
    Effect: in podcast programs."""
    description: Text = ""
    """Description: what it is about, if not as the site.
    Example: Mỗi tập một cách bớt hao phí.
    Effect: in podcast programs."""
    email: Code = ""
    """E-mail: an address by which directories check the owner.
    Example: ten@example.org
    Effect: in the podcast's feed, which everybody can read."""
    category: Code = "Government"
    """Category: one of Apple's.
    Example: Government
    Effect: where directories list it."""
    explicit: Literal["true", "false"] = "false"
    """Explicit: whether it is not for children.
    Effect: podcast programs mark it."""
    locked: Literal["yes", "no"] = "yes"
    """Locked: whether other hosts may not take it over.
    Effect: hosts of podcasts ask the owner first."""
    guid: Identity | None = None
    """Guid: that of the old feed, needed only when the feed moves to another address
    (https://podcasting2.org).
    Effect: podcast programs know that it is the same podcast."""


class SecuritySettings(Record):
    """Security: whom to tell of a weakness of the site, and until when that holds.

    `security.txt`, RFC 9116. The last day is written by the owner and not counted from a build,
    since somebody has to look again
    by then; `checks/security.py` tells when it is over.
    """

    contact: Contact
    """Contact: where somebody can be told.
    Example: mailto:ten@example.org
    Effect: in security.txt."""
    expires: Day
    """Last day: until when the contact holds.
    Example: 31/12/2026
    Effect: in security.txt; loa check tells when it is over."""


class Settings(Record):
    """Settings of loa: everything below extra: loa:."""

    feeds: FeedSettings = FeedSettings()
    """Feeds: how feeds are to be.
    Effect: every feed."""
    podcast: PodcastSettings = PodcastSettings()
    """Podcast: what podcast directories ask for.
    Effect: the podcast of recordings."""
    security: SecuritySettings | None = None
    """Security: whom to tell of a weakness of the site.
    Effect: security.txt; without it there is none."""
    tone: Style | None = None
    """Tone marks: where they stand, hòa or hoà; without it, where most words of the workspace have
    them.
    Effect: loa check tells words of the other kind, loa check --fix mends them."""
