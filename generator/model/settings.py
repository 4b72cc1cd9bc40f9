"""How the site's owner wants feeds to be: `extra: loa:` in `mkdocs.yml`."""

from typing import Literal

from generator.model.fields import Contact, Copies, Day, Identity, Text
from generator.model.record import Record
from generator.vietnamese.tone import Style


class FeedSettings(Record):
    """`newest` bounds the entries of a feed; `text` says whether they hold the whole piece."""

    newest: Copies = 50
    text: Literal["full", "summary"] = "full"


class PodcastSettings(Record):
    """What podcast directories ask of the owner.

    `guid` need only be given when the feed moves to another address: then it is that of the old
    one (https://podcasting2.org/podcast-namespace/tags/guid). `category` is one of Apple's.
    """

    title: Text = ""
    description: Text = ""
    email: Text = ""
    category: Text = "Government"
    explicit: Literal["true", "false"] = "false"
    locked: Literal["yes", "no"] = "yes"
    guid: Identity | None = None


class SecuritySettings(Record):
    """Whom to tell of a weakness of the site (`security.txt`, RFC 9116), and until when that holds.

    `contact` is an address as a URI: `mailto:…` or `https://…`. The last day is written by the
    owner and not counted from a build, since somebody has to look again by then;
    `checks/security.py` tells when it is over.
    """

    contact: Contact
    expires: Day


class Settings(Record):
    """Everything below `extra: loa:`.

    `tone` says where tone marks stand; without it, where most words of the workspace have them.
    """

    feeds: FeedSettings = FeedSettings()
    podcast: PodcastSettings = PodcastSettings()
    security: SecuritySettings | None = None
    tone: Style | None = None
