"""A feed whatever its form: what RSS, Atom and JSON Feed are written from."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from generator.model import addresses
from generator.model.artifact import Artifact, Audience, ready
from generator.model.inputs import Input, made_from
from generator.outputs.feeds.entry import Entry
from generator.vietnamese.dates import HANOI

NEVER = datetime(2000, 1, 1, tzinfo=HANOI)
"""Atom wants a date of a feed without entries too: one that is always the same."""

Size = Callable[[Artifact], str]
LANGUAGE = "vi"
GENERATOR = "loa"


@dataclass(frozen=True, slots=True)
class Channel:
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
    entries: tuple[Entry, ...]
    older: str = ""
    newer: str = ""
    current: str = ""

    @property
    def address(self) -> str:
        """The whole address."""
        return addresses.absolute(self.base, self.path)

    @property
    def updated(self) -> datetime:
        """The last change of any entry; a build changes nothing."""
        return max((entry.updated for entry in self.entries), default=NEVER)

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
    named: list[str] = []

    def digest(artifact: Artifact) -> str:
        named.append(artifact.digest)
        return artifact.digest

    draft = write(digest)
    if not named:
        return ready(path, draft)
    return Artifact(path, Audience.PUBLIC, made_from({Input.WORDS: draft}), partial(_whole, write))


def _whole(write: Callable[[Size], bytes]) -> Iterator[bytes]:
    yield write(lambda artifact: str(len(artifact.bytes())))
