"""A feed whatever its form: what RSS, Atom and JSON Feed are written from."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from generator.model import addresses
from generator.model.artifact import Artifact, Audience, digest_of
from generator.model.memory import Memory
from generator.outputs.feeds.entry import FeedEntry
from generator.vietnamese.dates import HANOI

NEVER = datetime(2000, 1, 1, tzinfo=HANOI)
"""Atom wants a date of a feed without entries too: one that is always the same."""

Size = Callable[[Artifact], str]
LANGUAGE = "vi"
GENERATOR = "loa"


@dataclass(frozen=True, slots=True)
class FeedChannel:
    """A feed at a path of the site, with the entries that it shows, the last change first.

    `older` and `newer` are the paths of the archives before and after it (RFC 5005). An archive
    names the `current` feed; no other feed does.
    """

    path: str
    base: str
    title: str
    description: str
    author: str
    page: str
    entries: tuple[FeedEntry, ...]
    older: str = ""
    newer: str = ""
    current: str = ""

    @property
    def address(self) -> str:
        """The whole address."""
        return addresses.absolute(self.base, self.path)

    @property
    def updated_at(self) -> datetime:
        """The last change of any entry; a build changes nothing."""
        return max((entry.updated_at for entry in self.entries), default=NEVER)

    @property
    def relations(self) -> list[tuple[str, str]]:
        """Relations to other feeds and their addresses."""
        paths = (("prev-archive", self.older), ("next-archive", self.newer))
        found = [*paths, ("current", self.current)]
        return [(rel, addresses.absolute(self.base, path)) for rel, path in found if path]


def file(path: str, write: Callable[[Size], bytes]) -> Artifact:
    """The file of a feed.

    The length of an enclosure is known only once it is made. Until then its digest stands for it:
    the digest of the feed covers it, and nothing is made before it is needed.
    """
    drafts: list[bytes] = []
    return Artifact(path, Audience.PUBLIC, _draft(write, drafts), partial(_whole, write, drafts))


def feed_artifact(
    channel: FeedChannel, write: Callable[[FeedChannel, Size], bytes], memory: Memory
) -> Artifact:
    """The file of a feed that is written from its channel alone, and only when that has changed."""
    path, drafts, writes = channel.path, list[bytes](), partial(write, channel)
    files = [entry.enclosure.artifact.digest for entry in channel.entries if entry.enclosure]
    known = repr((write.__name__, channel, files))
    digest = memory.recall("feed", known, lambda: _draft(writes, drafts))
    return Artifact(path, Audience.PUBLIC, digest, partial(_whole, writes, drafts))


def _draft(write: Callable[[Size], bytes], drafts: list[bytes]) -> str:
    """The digest of a feed; one without enclosures is finished and joins the drafts."""
    named: list[str] = []

    def size(artifact: Artifact) -> str:
        named.append(artifact.digest)
        return artifact.digest

    draft = write(size)
    if not named:
        drafts.append(draft)
    return digest_of(draft)


def _whole(write: Callable[[Size], bytes], drafts: Sequence[bytes]) -> Iterator[bytes]:
    yield drafts[0] if drafts else write(lambda artifact: str(len(artifact.bytes())))
